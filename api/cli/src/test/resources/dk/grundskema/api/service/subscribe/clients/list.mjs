// Prints the events of calendars: fields by unit separators, the file first; events by record separators.
import {readFileSync} from 'node:fs';
import {pathToFileURL} from 'node:url';

const [library, ...files] = process.argv.slice(2);
const {default: ICAL} = await import(pathToFileURL(library));

const two = number => String(number).padStart(2, '0');
const day = date => `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;

/** By the clock of this machine. */
const moment = date => `${day(date)} ${two(date.getHours())}:${two(date.getMinutes())}`;
const shown = time => time.isDate ? day(time.toJSDate()) : moment(time.toJSDate());

for (const file of files) {
    const calendar = new ICAL.Component(ICAL.parse(readFileSync(file, 'utf8')));
    calendar.getAllSubcomponents('vtimezone')
        .forEach(zone => ICAL.TimezoneService.register(zone));
    for (const component of calendar.getAllSubcomponents('vevent')) {
        const event = new ICAL.Event(component);
        const {startDate: start, endDate: end} = event;
        if (start.isDate) {
            end.adjust(-1, 0, 0, 0); // the day after the last
        }
        const fields = [file, event.uid, shown(start), shown(end), event.summary, event.location ?? '',
            event.description ?? '', component.getFirstPropertyValue('status')];
        process.stdout.write(fields.join('\x1f') + '\x1e');
    }
}

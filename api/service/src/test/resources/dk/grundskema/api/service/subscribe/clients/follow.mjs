// Looks at a feed again, if it has changed, and prints its events: fields by unit separators, events by record separators.
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {get} from 'node:http';
import {pathToFileURL} from 'node:url';

const [library, url] = process.argv.slice(2);
const {default: ICAL} = await import(pathToFileURL(library));

const read = name => existsSync(name) ? readFileSync(name, 'utf8') : '';

/** The feed as it is now; the copy of the last time if the service says that it is still right. */
const look = () => new Promise((resolve, reject) => {
    const tag = read('tag');
    get(url, {headers: tag ? {'If-None-Match': tag} : {}}, answer => {
        const parts = [];
        answer.on('data', part => parts.push(part));
        answer.on('end', () => {
            if (answer.statusCode === 200) {
                writeFileSync('feed.ics', Buffer.concat(parts));
                writeFileSync('tag', answer.headers.etag);
            } else if (answer.statusCode !== 304) {
                reject(new Error(`answered ${answer.statusCode}`));
            }
            resolve(read('feed.ics'));
        });
    }).on('error', reject);
});

const two = number => String(number).padStart(2, '0');
const day = date => `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;

/** By the clock of this machine. */
const moment = date => `${day(date)} ${two(date.getHours())}:${two(date.getMinutes())}`;

const calendar = new ICAL.Component(ICAL.parse(await look()));
calendar.getAllSubcomponents('vtimezone')
    .forEach(zone => ICAL.TimezoneService.register(zone));
for (const component of calendar.getAllSubcomponents('vevent')) {
    const event = new ICAL.Event(component);
    const {startDate: start, endDate: end} = event;
    if (start.isDate) {
        end.adjust(-1, 0, 0, 0); // the day after the last
    }
    const shown = time => time.isDate ? day(time.toJSDate()) : moment(time.toJSDate());
    const fields = [event.uid, shown(start), shown(end), event.summary, event.location ?? '', event.description ?? '',
        component.getFirstPropertyValue('status')];
    process.stdout.write(fields.join('\x1f') + '\x1e');
}

package dk.grundskema.api.imports.systems;

import dk.grundskema.api.imports.source.FileReader;
import dk.grundskema.api.imports.source.ReadingHints;
import dk.grundskema.api.imports.source.Source;
import dk.grundskema.api.imports.text.DecodedText;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;

/**
 * Reads iCalendar files, one of a teacher or a class. Events are expanded over the days that are planned; each series becomes a lesson on given
 * dates, so that exceptions and moved events are as the calendar has them.
 */
public final class CalendarReader implements FileReader {
    private final ZoneId zone;

    /** @param zone zone of the school's clocks, to which all times are brought */
    public CalendarReader(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public boolean recognises(byte[] head, String fileName) {
        String text = DecodedText.of(head).text().stripLeading().toUpperCase(Locale.ROOT);
        return text.startsWith("BEGIN:VCALENDAR")
                || (fileName.toLowerCase(Locale.ROOT).endsWith(".ics") && !text.startsWith("PK"));
    }

    @Override
    public Source read(String name, Path file, ReadingHints hints) {
        var notes = new Notebook(name);
        byte[] bytes = WholeBytes.of(file, notes);
        if (bytes == null) {
            return notes.done();
        }
        if (hints.span() == null) {
            notes.error("", "import.ical.no-year");
            return notes.done();
        }
        var calendar = CalendarText.of(DecodedText.of(bytes).text(), notes);
        String last = String.valueOf(file.getFileName());
        var about = hints.abouts().get(last);
        var owner = about == null
                ? CalendarWords.owner(calendar.name(), last)
                : new CalendarWords.Owner(about.classes(), about.teachers(), about.rooms());
        var times = new CalendarTimes(zone, notes);
        var expansion = new CalendarExpansion(calendar.events(), times, hints.span(), notes);
        new CalendarLessons(owner, last, notes).note(expansion.series());
        return notes.done();
    }
}

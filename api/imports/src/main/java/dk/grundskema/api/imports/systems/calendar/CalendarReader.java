package dk.grundskema.api.imports.systems.calendar;

import dk.grundskema.api.imports.source.ReadingHints;
import dk.grundskema.api.imports.source.SourceData;
import dk.grundskema.api.imports.source.SourceReader;
import dk.grundskema.api.imports.systems.file.BoundedFileReader;
import dk.grundskema.api.imports.systems.file.SystemSourceBuilder;
import dk.grundskema.api.imports.table.file.DecodedText;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;

/**
 * Reads iCalendar files of one teacher or class each. Events are expanded over the planned days, and each series becomes a lesson on given
 * dates, so that exceptions and moved events are kept.
 */
public final class CalendarReader implements SourceReader {
    private final ZoneId zone;

    /** @param zone time zone of the school, to which all times are converted */
    public CalendarReader(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public boolean recognises(byte[] head, String fileName) {
        String text = DecodedText.decode(head).text().stripLeading().toUpperCase(Locale.ROOT);
        return text.startsWith("BEGIN:VCALENDAR")
                || (fileName.toLowerCase(Locale.ROOT).endsWith(".ics") && !text.startsWith("PK"));
    }

    @Override
    public SourceData read(String name, Path file, ReadingHints hints) {
        var source = new SystemSourceBuilder(name);
        byte[] bytes = BoundedFileReader.readAll(file, source);
        if (bytes == null) {
            return source.build();
        }
        if (hints.span() == null) {
            source.error("", "import.ical.no-year");
            return source.build();
        }
        var calendar = CalendarDocument.parse(DecodedText.decode(bytes).text(), source);
        String last = String.valueOf(file.getFileName());
        var about = hints.abouts().get(last);
        var owner = about == null
                ? EventTitleInterpretation.determineOwner(calendar.name(), last)
                : new EventTitleInterpretation.Owner(about.classes(), about.teachers(), about.rooms());
        var times = new CalendarTimeParser(zone, source);
        var expansion = new CalendarEventExpander(calendar.events(), times, hints.span(), source);
        new CalendarLessonFactory(owner, last, source).addLessons(expansion.expand());
        return source.build();
    }
}

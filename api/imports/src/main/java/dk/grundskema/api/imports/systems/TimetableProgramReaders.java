package dk.grundskema.api.imports.systems;

import dk.grundskema.api.imports.source.SourceReader;
import dk.grundskema.api.imports.systems.asc.AscReader;
import dk.grundskema.api.imports.systems.calendar.CalendarReader;
import dk.grundskema.api.imports.systems.fet.FetReader;
import dk.grundskema.api.imports.systems.file.UnknownJsonReader;
import dk.grundskema.api.imports.systems.file.UnknownXmlReader;
import dk.grundskema.api.imports.systems.untis.UntisReader;
import dk.grundskema.api.imports.systems.untis.UntisXmlReader;
import dk.grundskema.api.imports.systems.untis.WebUntisReader;
import java.time.ZoneId;
import java.util.List;

/** The readers of files of other timetable programs. */
public final class TimetableProgramReaders {
    private TimetableProgramReaders() {}

    /**
     * Returns the readers in the order in which they are tried.
     *
     * @param zone time zone of the school, to which calendar times are converted
     */
    public static List<SourceReader> all(ZoneId zone) {
        return List.of(
                new CalendarReader(zone),
                new FetReader(),
                new AscReader(),
                new UntisXmlReader(),
                new WebUntisReader(),
                new UntisReader(),
                new UnknownXmlReader(),
                new UnknownJsonReader());
    }
}

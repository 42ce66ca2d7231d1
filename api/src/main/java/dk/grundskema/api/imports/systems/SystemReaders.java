package dk.grundskema.api.imports.systems;

import dk.grundskema.api.imports.source.FileReader;
import java.time.ZoneId;
import java.util.List;

/** The readers of all programs' files that are known here. */
public final class SystemReaders {
    private SystemReaders() {}

    /**
     * In the order in which they are to be asked.
     *
     * @param zone zone of the school's clocks, to which calendars' times are brought
     */
    public static List<FileReader> all(ZoneId zone) {
        return List.of(new CalendarReader(zone), new FetReader(), new AscReader(), new UntisReader());
    }
}

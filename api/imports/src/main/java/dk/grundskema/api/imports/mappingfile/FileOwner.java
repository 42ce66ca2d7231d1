package dk.grundskema.api.imports.mappingfile;

import dk.grundskema.api.imports.source.ReadingHints;
import java.util.List;

/**
 * Owner of a timetable file.
 *
 * @param classes  classes that everything in the file belongs to; empty means that the file states them
 * @param teachers teachers likewise
 * @param rooms    rooms likewise
 */
public record FileOwner(List<String> classes, List<String> teachers, List<String> rooms) {
    /** Copies the lists. */
    public FileOwner {
        classes = List.copyOf(classes);
        teachers = List.copyOf(teachers);
        rooms = List.copyOf(rooms);
    }

    /** Returns the owner as a hint for readers. */
    ReadingHints.TimetableOwner toTimetableOwner() {
        return new ReadingHints.TimetableOwner(classes, teachers, rooms);
    }
}

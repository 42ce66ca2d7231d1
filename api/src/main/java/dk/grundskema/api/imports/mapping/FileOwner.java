package dk.grundskema.api.imports.mapping;

import dk.grundskema.api.imports.source.ReadingHints;
import java.util.List;

/**
 * Whose timetable a file is.
 *
 * @param classes  classes that all in the file belongs to; empty means that the file says it
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

    /** The same in the words of readers. */
    ReadingHints.About about() {
        return new ReadingHints.About(classes, teachers, rooms);
    }
}

package dk.grundskema.api.imports.assembly;

import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Who and what is meant by words, after all files have been read.
 *
 * @param staff    members of staff
 * @param classes  classes
 * @param courses  courses and half classes
 * @param rooms    rooms
 * @param students students
 */
public record NameDirectory(NameBook staff, NameBook classes, NameBook courses, NameBook rooms, NameBook students) {
    /** What a word may name. */
    public enum Kind {
        /** A member of staff. */
        STAFF,
        /** A class or course. */
        GROUP,
        /** A room. */
        ROOM,
        /** A student. */
        STUDENT
    }

    /** The id that a word stands for; empty if it stands for nobody. */
    public Optional<String> id(Kind kind, String word) {
        return books(kind)
                .flatMap(book -> book.look(word).stream())
                .map(NameBook.Entry::id)
                .findFirst();
    }

    /** What words of a kind could have been: keys and names of all that there are. */
    public Collection<String> known(Kind kind) {
        var known = new TreeSet<String>();
        books(kind).forEach(book -> known.addAll(book.words()));
        return known;
    }

    private Stream<NameBook> books(Kind kind) {
        return switch (kind) {
            case STAFF -> Stream.of(staff);
            case GROUP -> Stream.of(classes, courses);
            case ROOM -> Stream.of(rooms);
            case STUDENT -> Stream.of(students);
        };
    }
}

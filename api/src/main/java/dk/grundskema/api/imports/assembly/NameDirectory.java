package dk.grundskema.api.imports.assembly;

import dk.grundskema.api.imports.table.words.Several;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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
 * @param subjects subjects of lessons and of the mapping, in small letters
 */
public record NameDirectory(
        NameBook staff, NameBook classes, NameBook courses, NameBook rooms, NameBook students, Set<String> subjects) {
    /** Copies the set. */
    public NameDirectory {
        subjects = Set.copyOf(subjects);
    }

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

    /** The subjects that a text means: several if it has slashes between blanks and isn't itself the name of one. */
    public List<String> subjects(String text) {
        return Several.subjects(text, word -> subjects.contains(word.toLowerCase(Locale.ROOT)));
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

package dk.grundskema.api.imports.assembly;

import dk.grundskema.api.documents.cell.WordSplitter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Resolves words to entities after all files have been read.
 *
 * @param staff    staff members
 * @param classes  classes
 * @param courses  courses and half classes
 * @param rooms    rooms
 * @param students students
 * @param subjects subjects of lessons and of the mapping, in lower case
 */
public record NameDirectory(
        NameIndex staff,
        NameIndex classes,
        NameIndex courses,
        NameIndex rooms,
        NameIndex students,
        Set<String> subjects) {
    /** Copies the set. */
    public NameDirectory {
        subjects = Set.copyOf(subjects);
    }

    /** Kind of entity that a word may name. */
    public enum Kind {
        /** A staff member. */
        STAFF,
        /** A class or course. */
        GROUP,
        /** A room. */
        ROOM,
        /** A student. */
        STUDENT
    }

    /** Returns the id of a word; empty if the word is unknown. */
    public Optional<String> findId(Kind kind, String word) {
        return books(kind)
                .flatMap(book -> book.lookUp(word).stream())
                .map(NameIndex.Entry::id)
                .findFirst();
    }

    /** Returns the subjects in a text: several if it has slashes between blanks and is not itself a subject's name. */
    public List<String> subjects(String text) {
        return WordSplitter.splitSubjects(text, this::isSubject);
    }

    /** Returns whether a text is the name of a subject. */
    public boolean isSubject(String text) {
        return subjects.contains(text.toLowerCase(Locale.ROOT));
    }

    /** Returns all keys and names of a kind, for suggestions. */
    public Collection<String> knownNames(Kind kind) {
        var known = new TreeSet<String>();
        books(kind).forEach(book -> known.addAll(book.keysAndNames()));
        return known;
    }

    private Stream<NameIndex> books(Kind kind) {
        return switch (kind) {
            case STAFF -> Stream.of(staff);
            case GROUP -> Stream.of(classes, courses);
            case ROOM -> Stream.of(rooms);
            case STUDENT -> Stream.of(students);
        };
    }
}

package dk.grundskema.api.server.editing;

import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Titles are written by somebody, who may have named a student in one: such a title isn't kept where names are never forgotten. */
final class DiscreetTitle {
    private DiscreetTitle() {}

    /**
     * A title, or nothing if it names a student. Names are whole words of it: a book parcel ("Bogpakke") doesn't name Bo.
     *
     * @param students all whose full names are looked for
     * @param about    those of them whom it may well be about, each of whose names alone is looked for, too
     */
    static String of(String title, Collection<Student> students, Set<StudentId> about) {
        List<String> words = words(title);
        boolean isNaming =
                students.stream().anyMatch(student -> names(student, about).anyMatch(name -> says(words, name)));
        return isNaming ? "" : title;
    }

    private static Stream<List<String>> names(Student student, Set<StudentId> about) {
        List<String> full = words(student.name());
        return Stream.concat(
                        Stream.of(full),
                        about.contains(student.id()) ? full.stream().map(List::of) : Stream.empty())
                .filter(name -> String.join("", name).length() > 1); // a letter is an initial or a class's
    }

    private static List<String> words(String text) {
        return Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Whether a name stands somewhere, in the genitive, too. */
    private static boolean says(List<String> words, List<String> name) {
        int last = name.size() - 1;
        return IntStream.range(0, words.size() - last)
                .anyMatch(at -> words.subList(at, at + last).equals(name.subList(0, last))
                        && (words.get(at + last).equals(name.getLast())
                                || words.get(at + last).equals(name.getLast() + "s")));
    }
}

package dk.grundskema.api.service.edit;

import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Removes titles that name students before they are stored in revisions, which are never anonymised. Titles are free text. */
final class TitleRedactor {
    private TitleRedactor() {}

    /**
     * Returns the title, or an empty text if it names a student. Compares whole words: "Bogpakke" does not contain the name Bo.
     *
     * @param students all students, whose full names are searched
     * @param about    students of the meeting, whose single names are searched too
     */
    static String redact(String title, Collection<Student> students, Set<StudentId> about) {
        List<String> words = words(title);
        boolean isNaming = students.stream()
                .anyMatch(student -> names(student, about).anyMatch(name -> containsName(words, name)));
        return isNaming ? "" : title;
    }

    private static Stream<List<String>> names(Student student, Set<StudentId> about) {
        List<String> full = words(student.name());
        return Stream.concat(
                        Stream.of(full),
                        about.contains(student.id()) ? full.stream().map(List::of) : Stream.empty())
                .filter(name -> String.join("", name).length() > 1); // skips initials and class letters
    }

    private static List<String> words(String text) {
        return Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Returns whether the words contain a name, possibly in the genitive. */
    private static boolean containsName(List<String> words, List<String> name) {
        int last = name.size() - 1;
        return IntStream.range(0, words.size() - last)
                .anyMatch(at -> words.subList(at, at + last).equals(name.subList(0, last))
                        && (words.get(at + last).equals(name.getLast())
                                || words.get(at + last).equals(name.getLast() + "s")));
    }
}

package dk.grundskema.api.calendar;

import dk.grundskema.api.timetable.StudentAliases;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Keeps students out of texts that somebody else wrote: where a title or a name holds that of a student, the student's number takes its
 * place. Whole names and ids are looked for everywhere; in a meeting with single students also each word of their names.
 */
final class Discretion {
    private static final int SHORTEST_ID = 3;

    private final Problem problem;
    private final StudentAliases aliases;
    private final Map<String, StudentId> everywhere = new HashMap<>();
    private final Pattern anybody;
    private final Map<Said, String> discreet =
            new ConcurrentHashMap<>(); // several feeds of a plan are worked out at once

    /** @param problem whose students are kept out */
    Discretion(Problem problem) {
        this.problem = problem;
        this.aliases = StudentAliases.of(problem);
        for (Student student : problem.students()) {
            everywhere.putIfAbsent(key(student.name()), student.id());
            String id = student.id().value();
            // A number or a letter or two would be found in "Modul 1" as well
            if (id.length() >= SHORTEST_ID && !id.chars().allMatch(Character::isDigit)) {
                everywhere.putIfAbsent(key(id), student.id());
            }
        }
        this.anybody = anyOf(everywhere.keySet());
    }

    /** The text with numbers instead of students. */
    String of(String text, Texts texts) {
        return discreet.computeIfAbsent(
                new Said(text, texts.locale()), said -> replaced(text, anybody, everywhere, texts));
    }

    /** A text is looked through once for each language, for a year has it many times over. */
    private record Said(String text, Locale language) {}

    /** The text with numbers instead of students, some of whom it may well be about. */
    String of(String text, List<StudentId> about, Texts texts) {
        Map<String, StudentId> words = new TreeMap<>();
        for (StudentId id : about) {
            words.put(key(id.value()), id);
            problem.student(id).stream()
                    .flatMap(student -> words(key(student.name())))
                    .forEach(word -> words.putIfAbsent(word, id));
        }
        String discreet = of(text, texts);
        return words.isEmpty() ? discreet : replaced(discreet, anyOf(words.keySet()), words, texts);
    }

    /** The words of a name, also without what stands around or between their letters: "(Mie)" is called Mie. */
    private static Stream<String> words(String name) {
        Stream<String> bare = Stream.of(name.split("[^\\p{L}\\p{N}]+", -1))
                .filter(word -> word.length() > 1 && word.chars().anyMatch(Character::isLetter));
        return Stream.concat(Stream.of(name.split(" ", -1)), bare);
    }

    /** What a student is called where the name must not be. */
    String alias(StudentId student, Texts texts) {
        var number = aliases.number(student);
        return number.isPresent()
                ? texts.text("calendar.student", String.valueOf(number.getAsInt()))
                : texts.text("calendar.some-student");
    }

    private String replaced(String text, Pattern names, Map<String, StudentId> students, Texts texts) {
        return names.matcher(composed(text)).replaceAll(found -> {
            StudentId student = students.get(key(found.group(1)));
            return Matcher.quoteReplacement(student == null ? "" : alias(student, texts));
        });
    }

    /** Whole words, in whatever letters and with however much space between them, also in the genitive. */
    private static Pattern anyOf(Collection<String> names) {
        String any = String.join(
                "|",
                names.stream()
                        .sorted(Comparator.comparingInt(String::length)
                                .reversed()
                                .thenComparing(Comparator.naturalOrder()))
                        .map(name -> Pattern.quote(name).replace(" ", "\\E\\s+\\Q"))
                        .toList());
        return Pattern.compile(
                names.isEmpty() ? "(?!)()" : "(?<![\\p{L}\\p{N}])(" + any + ")(?=(?:['’]?s)?(?![\\p{L}\\p{N}]))",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static String key(String name) {
        return composed(name).strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    /** An å is one letter, whether or not it was written as an a and a ring. */
    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}

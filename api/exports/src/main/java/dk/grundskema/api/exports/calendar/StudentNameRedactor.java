package dk.grundskema.api.exports.calendar;

import dk.grundskema.api.documents.timetable.StudentAliases;
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
 * Replaces students in texts entered by users: where a title or name contains a student's name or id, the student's number takes its place. Full
 * names and ids are searched everywhere; in a meeting with individual students, each word of their names is searched too. Results are cached, because
 * a year repeats the same texts many times.
 */
final class StudentNameRedactor {
    private static final int SHORTEST_ID = 3;

    private final Problem problem;
    private final StudentAliases aliases;
    private final Map<String, StudentId> idsByName = new HashMap<>();
    private final Pattern namePattern;
    private final Map<RedactionKey, String> cachedTexts =
            new ConcurrentHashMap<>(); // several feeds of a plan are built concurrently

    /** @param problem problem whose students are replaced */
    StudentNameRedactor(Problem problem) {
        this.problem = problem;
        this.aliases = StudentAliases.of(problem);
        for (Student student : problem.students()) {
            idsByName.putIfAbsent(normalizeName(student.name()), student.id());
            String id = student.id().value();
            // A number or one or two letters would also match in "Modul 1"
            if (id.length() >= SHORTEST_ID && !id.chars().allMatch(Character::isDigit)) {
                idsByName.putIfAbsent(normalizeName(id), student.id());
            }
        }
        this.namePattern = patternOfNames(idsByName.keySet());
    }

    /** Returns the text with numbers instead of students. */
    String redact(String text, Texts texts) {
        return cachedTexts.computeIfAbsent(
                new RedactionKey(text, texts.locale()), said -> replaceNames(text, namePattern, idsByName, texts));
    }

    /** Cache key: each text is searched once for each language. */
    private record RedactionKey(String text, Locale language) {}

    /** Returns the text with numbers instead of students, including single words from the names of the students in {@code about}. */
    String redact(String text, List<StudentId> about, Texts texts) {
        Map<String, StudentId> words = new TreeMap<>();
        for (StudentId id : about) {
            words.put(normalizeName(id.value()), id);
            problem.student(id).stream()
                    .flatMap(student -> nameWords(normalizeName(student.name())))
                    .forEach(word -> words.putIfAbsent(word, id));
        }
        String cachedTexts = redact(text, texts);
        return words.isEmpty() ? cachedTexts : replaceNames(cachedTexts, patternOfNames(words.keySet()), words, texts);
    }

    /** Returns the words of a name, also without surrounding punctuation and inner marks: "(Mie)" also gives Mie. */
    private static Stream<String> nameWords(String name) {
        Stream<String> bare = Stream.of(name.split("[^\\p{L}\\p{N}]+", -1))
                .filter(word -> word.length() > 1 && word.chars().anyMatch(Character::isLetter));
        return Stream.concat(Stream.of(name.split(" ", -1)), bare);
    }

    /** Returns the replacement for a student's name. */
    String alias(StudentId student, Texts texts) {
        var number = aliases.number(student);
        return number.isPresent()
                ? texts.text("calendar.student", String.valueOf(number.getAsInt()))
                : texts.text("calendar.some-student");
    }

    private String replaceNames(String text, Pattern names, Map<String, StudentId> students, Texts texts) {
        return names.matcher(composeUnicode(text)).replaceAll(found -> {
            StudentId student = students.get(normalizeName(found.group(1)));
            return Matcher.quoteReplacement(student == null ? "" : alias(student, texts));
        });
    }

    /** Returns a pattern that matches whole words, case-insensitive, with any amount of space between them, also in the genitive. */
    private static Pattern patternOfNames(Collection<String> names) {
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

    private static String normalizeName(String name) {
        return composeUnicode(name).strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    /** Normalizes Unicode, so that å is one character even if it was written as a with a ring. */
    private static String composeUnicode(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}

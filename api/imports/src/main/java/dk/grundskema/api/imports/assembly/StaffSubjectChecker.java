package dk.grundskema.api.imports.assembly;

import dk.grundskema.api.imports.source.ImportQuestion;
import dk.grundskema.api.imports.source.SourceData;
import dk.grundskema.api.imports.source.SourceLocation;
import dk.grundskema.api.imports.source.SourceText;
import dk.grundskema.domain.timetable.Lesson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Asks about subjects in the list of staff that no lesson has: a longer or shorter name of a lesson's subject ({@code Dansk} and {@code DAN}), or
 * two subjects in one ({@code Dansk og matematik}).
 */
final class StaffSubjectChecker {
    /** Fewest letters of a short name. Our own number. */
    private static final int SHORTEST_NAME = 2;

    private static final Pattern AND = Pattern.compile("\\s+(?:og|and|&)\\s+|\\s*\\+\\s*");

    private final Map<String, String> mapped;
    private final NameDirectory names;
    private final FileFindingList findings;

    /** @param mapped subjects that the mapping names, each with its name in the problem */
    StaffSubjectChecker(Map<String, String> mapped, NameDirectory names, FileFindingList findings) {
        this.mapped = mapped;
        this.names = names;
        this.findings = findings;
    }

    void report(SourceData source, List<Lesson> lessons) {
        Map<String, String> taught = new TreeMap<>();
        lessons.stream()
                .map(Lesson::subject)
                .filter(subject -> !subject.isBlank())
                .forEach(subject -> taught.putIfAbsent(subject.toLowerCase(Locale.ROOT), subject));
        if (taught.isEmpty()) {
            return;
        }
        Map<String, List<SourceLocation>> listed = new LinkedHashMap<>();
        source.staff().stream()
                .flatMap(person -> person.skills().stream())
                .flatMap((SourceText skill) ->
                        names.subjects(skill.text()).stream().map(subject -> new SourceText(subject, skill.place())))
                .filter(skill -> !mapped.containsKey(skill.text())
                        && !taught.containsKey(skill.text().toLowerCase(Locale.ROOT)))
                .forEach(skill -> listed.computeIfAbsent(skill.text(), any -> new ArrayList<>())
                        .add(skill.place()));
        listed.forEach((subject, places) -> report(subject, places, taught));
    }

    private void report(String subject, List<SourceLocation> places, Map<String, String> taught) {
        List<String> several = severalSubjects(subject, taught);
        if (!several.isEmpty()) {
            ask(subject, places, "import.subject.joined", String.join(", ", several));
            return;
        }
        taught.keySet().stream()
                .filter(other -> isShortened(subject, other))
                .findFirst()
                .map(taught::get)
                .ifPresent(other -> ask(subject, places, "import.subject.unmatched", other));
    }

    private void ask(String subject, List<SourceLocation> places, String code, String meaning) {
        findings.warning(
                places.getFirst(), code, subject, meaning, places.size(), FileFindingList.describePlaces(places));
        findings.ask(ImportQuestion.ofSpelling(ImportQuestion.Kind.SUBJECT, subject, meaning, places.getFirst()));
    }

    /** Returns the lessons' subjects that a text joins, in the lessons' spelling; empty if a part is no subject of a lesson. */
    private static List<String> severalSubjects(String subject, Map<String, String> taught) {
        List<String> parts = parts(subject);
        List<Optional<String>> known =
                parts.stream().map(part -> findTaught(part, taught)).toList();
        return parts.size() > 1 && known.stream().allMatch(Optional::isPresent)
                ? known.stream().flatMap(Optional::stream).toList()
                : List.of();
    }

    private static Optional<String> findTaught(String part, Map<String, String> taught) {
        return Stream.concat(
                        Stream.ofNullable(taught.get(part.toLowerCase(Locale.ROOT))),
                        taught.entrySet().stream()
                                .filter(each -> isShortened(part, each.getKey()))
                                .map(Map.Entry::getValue))
                .findFirst();
    }

    /** Returns the parts of a text that joins several subjects, such as {@code Dansk og historie}; the text itself if it does not. */
    static List<String> parts(String subject) {
        return List.of(AND.split(subject));
    }

    /** Returns whether one of two names of as many words is the beginning of the other; more words make another subject. */
    static boolean isShortened(String one, String other) {
        String first = NameNormalizer.normalize(one);
        String second = NameNormalizer.normalize(other);
        String shorter = first.length() < second.length() ? first : second;
        String longer = first.length() < second.length() ? second : first;
        return words(one) == words(other)
                && shorter.length() >= SHORTEST_NAME
                && longer.startsWith(shorter)
                && !longer.equals(shorter)
                && longer.codePoints().skip(shorter.length()).allMatch(Character::isLetter);
    }

    private static int words(String name) {
        return name.strip().split("\\s+").length;
    }
}

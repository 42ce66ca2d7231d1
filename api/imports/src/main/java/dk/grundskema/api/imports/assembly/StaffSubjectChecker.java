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

/**
 * Asks about subjects in the list of staff that no lesson has: a longer or shorter name of a lesson's subject ({@code Dansk} and {@code DAN}), or
 * two subjects in one ({@code Dansk og matematik}).
 */
final class StaffSubjectChecker {
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
        Map<String, SubjectForm> forms = new TreeMap<>();
        taught.forEach((lower, subject) -> forms.put(lower, SubjectForm.of(subject)));
        listed.forEach((subject, places) -> report(SubjectForm.of(subject), places, forms));
    }

    /** @param taught subjects of lessons by their name in lower case */
    private void report(SubjectForm form, List<SourceLocation> places, Map<String, SubjectForm> taught) {
        String subject = form.name();
        List<String> several = severalSubjects(form, taught);
        if (!several.isEmpty()) {
            ask(subject, places, "import.subject.joined", String.join(", ", several));
            return;
        }
        taught.values().stream()
                .filter(form::isShortened)
                .findFirst()
                .ifPresent(other -> ask(subject, places, "import.subject.unmatched", other.name()));
    }

    private void ask(String subject, List<SourceLocation> places, String code, String meaning) {
        findings.warning(
                places.getFirst(), code, subject, meaning, places.size(), FileFindingList.describePlaces(places));
        findings.ask(ImportQuestion.ofSpelling(ImportQuestion.Kind.SUBJECT, subject, meaning, places.getFirst()));
    }

    /** Returns the lessons' subjects that a text joins, in the lessons' spelling; empty if a part is no subject of a lesson. */
    private static List<String> severalSubjects(SubjectForm subject, Map<String, SubjectForm> taught) {
        if (!subject.isJoined()) {
            return List.of();
        }
        List<Optional<String>> known =
                subject.parts().stream().map(part -> findTaught(part, taught)).toList();
        return known.stream().allMatch(Optional::isPresent)
                ? known.stream().flatMap(Optional::stream).toList()
                : List.of();
    }

    private static Optional<String> findTaught(String part, Map<String, SubjectForm> taught) {
        SubjectForm form = SubjectForm.of(part);
        return Optional.ofNullable(taught.get(part.toLowerCase(Locale.ROOT)))
                .or(() -> taught.values().stream().filter(form::isShortened).findFirst())
                .map(SubjectForm::name);
    }
}

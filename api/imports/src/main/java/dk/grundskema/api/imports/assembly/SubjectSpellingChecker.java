package dk.grundskema.api.imports.assembly;

import dk.grundskema.api.documents.json.SpellingSuggester;
import dk.grundskema.api.imports.source.ImportQuestion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Asks about subjects of lessons that are probably another one: misspelled, a longer or shorter name ({@code DAN} and {@code Dansk}), or two in one. */
final class SubjectSpellingChecker {
    /** A subject with at least this many lessons is not a typing error. Our own number. */
    private static final int FREQUENT_LESSONS = 4;

    private static final int SHORT_NAME_LENGTH = 4;

    /** A subject and its lessons. */
    private record TaughtSubject(SubjectForm form, List<LessonDraft> lessons) {
        String name() {
            return form.name();
        }

        boolean isFrequent() {
            return lessons.size() >= FREQUENT_LESSONS;
        }
    }

    private final List<TaughtSubject> subjects;
    private final List<TaughtSubject> usual;
    private final Map<String, TaughtSubject> byForm = new HashMap<>();
    private final Map<String, TaughtSubject> usualByForm = new HashMap<>();
    private final FileFindingList findings;

    private SubjectSpellingChecker(List<TaughtSubject> subjects, FileFindingList findings) {
        this.subjects = subjects;
        this.usual = subjects.stream().filter(TaughtSubject::isFrequent).toList();
        this.findings = findings;
        subjects.forEach(subject -> byForm.putIfAbsent(subject.form().normalized(), subject));
        usual.forEach(subject -> usualByForm.putIfAbsent(subject.form().normalized(), subject));
    }

    /** @param mapped subjects that the mapping names; one that is mapped to itself is no misspelling */
    static void report(List<LessonDraft> drafts, Map<String, String> mapped, FileFindingList findings) {
        Map<String, List<LessonDraft>> bySubject = new TreeMap<>();
        for (LessonDraft draft : drafts) {
            if (!draft.subject().isBlank() && !draft.subject().equals(mapped.get(draft.subject()))) {
                bySubject
                        .computeIfAbsent(draft.subject(), any -> new ArrayList<>())
                        .add(draft);
            }
        }
        List<TaughtSubject> subjects = bySubject.entrySet().stream()
                .map(each -> new TaughtSubject(SubjectForm.of(each.getKey()), each.getValue()))
                .toList();
        var checker = new SubjectSpellingChecker(subjects, findings);
        subjects.forEach(checker::check);
    }

    private void check(TaughtSubject subject) {
        TaughtSubject same = usualByForm.get(subject.form().normalized());
        Optional<TaughtSubject> near = same != null && !same.name().equals(subject.name())
                ? Optional.of(same)
                : Optional.of(subject)
                        .filter(any -> same == null && !subject.isFrequent())
                        .flatMap(this::misspelled)
                        .or(() -> longerOrShorter(subject));
        near.ifPresentOrElse(other -> report(subject, other.name()), () -> reportJoined(subject));
    }

    private Optional<TaughtSubject> misspelled(TaughtSubject subject) {
        return usual.stream()
                .filter(near -> subject.name().length() > SHORT_NAME_LENGTH
                        && near.name().length() > SHORT_NAME_LENGTH
                        && isMisspelling(
                                subject.form().normalized(), near.form().normalized()))
                .findFirst();
    }

    /** Returns a subject with more lessons of which this one is a longer or shorter name. */
    private Optional<TaughtSubject> longerOrShorter(TaughtSubject subject) {
        int lessons = subject.lessons().size();
        return subjects.stream()
                .filter(other -> isShortened(subject.form(), other))
                .filter(other -> other.lessons().size() > lessons
                        || (other.lessons().size() == lessons
                                && other.name().length() > subject.name().length()))
                .max(Comparator.comparingInt(other -> other.lessons().size()));
    }

    private static boolean isShortened(SubjectForm one, TaughtSubject other) {
        return !one.isJoined() && !other.form().isJoined() && one.isShortened(other.form());
    }

    /** Asks which subject a lesson of two has, if both are subjects of other lessons. */
    private void reportJoined(TaughtSubject subject) {
        List<String> parts = subject.form().parts();
        List<String> known =
                parts.stream().flatMap(part -> find(part).stream()).distinct().toList();
        if (!subject.form().isJoined() || known.size() < parts.size()) {
            return;
        }
        LessonDraft first = subject.lessons().getFirst();
        findings.ask(new ImportQuestion(
                ImportQuestion.Kind.SUBJECT,
                subject.name(),
                first.firstPlace(),
                Stream.concat(known.stream(), Stream.of(subject.name())).toList(),
                null));
        findings.warning(
                first.firstPlace(),
                "import.subject.joined-lesson",
                subject.name(),
                String.join(", ", known),
                subject.lessons().size(),
                describePlaces(subject.lessons()));
    }

    private Optional<String> find(String part) {
        SubjectForm form = SubjectForm.of(part);
        return Optional.ofNullable(byForm.get(form.normalized()))
                .or(() -> subjects.stream()
                        .filter(other -> isShortened(form, other))
                        .max(Comparator.comparingInt(other -> other.lessons().size())))
                .map(TaughtSubject::name);
    }

    private static String describePlaces(List<LessonDraft> held) {
        return FileFindingList.describePlaces(
                held.stream().map(LessonDraft::firstPlace).toList());
    }

    private static boolean isMisspelling(String one, String other) {
        return SpellingSuggester.isOneEditApart(one, other) && !NameNormalizer.differInDigitsOnly(one, other);
    }

    private void report(TaughtSubject subject, String near) {
        LessonDraft first = subject.lessons().getFirst();
        findings.ask(ImportQuestion.ofSpelling(ImportQuestion.Kind.SUBJECT, subject.name(), near, first.firstPlace()));
        findings.warning(
                first.firstPlace(),
                "import.subject.maybe",
                subject.name(),
                near,
                subject.lessons().size(),
                describePlaces(subject.lessons()));
    }
}

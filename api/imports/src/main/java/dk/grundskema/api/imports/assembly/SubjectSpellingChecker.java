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

    private SubjectSpellingChecker() {}

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
        var usual = bySubject.entrySet().stream()
                .filter(each -> each.getValue().size() >= FREQUENT_LESSONS)
                .map(Map.Entry::getKey)
                .toList();
        Map<String, String> forms = new HashMap<>();
        usual.forEach(subject -> forms.putIfAbsent(NameNormalizer.normalize(subject), subject));
        bySubject.forEach((subject, held) -> {
            String same = forms.get(NameNormalizer.normalize(subject));
            Optional<String> near = same != null && !same.equals(subject)
                    ? Optional.of(same)
                    : Optional.of(subject)
                            .filter(any -> same == null && held.size() < FREQUENT_LESSONS)
                            .flatMap(any -> misspelled(subject, usual))
                            .or(() -> longerOrShorter(subject, bySubject));
            near.ifPresentOrElse(
                    other -> report(subject, other, held, findings), () -> reportJoined(subject, bySubject, findings));
        });
    }

    private static Optional<String> misspelled(String subject, List<String> usual) {
        return usual.stream()
                .filter(near -> subject.length() > SHORT_NAME_LENGTH
                        && near.length() > SHORT_NAME_LENGTH
                        && isMisspelling(NameNormalizer.normalize(subject), NameNormalizer.normalize(near)))
                .findFirst();
    }

    /** Returns a subject with more lessons of which this one is a longer or shorter name. */
    private static Optional<String> longerOrShorter(String subject, Map<String, List<LessonDraft>> bySubject) {
        int lessons = size(bySubject, subject);
        return bySubject.keySet().stream()
                .filter(other -> isShortened(subject, other))
                .filter(other -> size(bySubject, other) > lessons
                        || (size(bySubject, other) == lessons && other.length() > subject.length()))
                .max(Comparator.comparingInt(other -> size(bySubject, other)));
    }

    private static boolean isShortened(String one, String other) {
        return StaffSubjectChecker.parts(one).size() == 1
                && StaffSubjectChecker.parts(other).size() == 1
                && StaffSubjectChecker.isShortened(one, other);
    }

    private static int size(Map<String, List<LessonDraft>> bySubject, String subject) {
        return bySubject.getOrDefault(subject, List.of()).size();
    }

    /** Asks which subject a lesson of two has, if both are subjects of other lessons. */
    private static void reportJoined(
            String subject, Map<String, List<LessonDraft>> bySubject, FileFindingList findings) {
        List<String> parts = StaffSubjectChecker.parts(subject);
        List<String> known = parts.stream()
                .flatMap(part -> find(part, bySubject).stream())
                .distinct()
                .toList();
        if (parts.size() < 2 || known.size() < parts.size()) {
            return;
        }
        List<LessonDraft> held = bySubject.getOrDefault(subject, List.of());
        findings.ask(new ImportQuestion(
                ImportQuestion.Kind.SUBJECT,
                subject,
                held.getFirst().firstPlace(),
                Stream.concat(known.stream(), Stream.of(subject)).toList(),
                null));
        findings.warning(
                held.getFirst().firstPlace(),
                "import.subject.joined-lesson",
                subject,
                String.join(", ", known),
                held.size(),
                describePlaces(held));
    }

    private static Optional<String> find(String part, Map<String, List<LessonDraft>> bySubject) {
        return bySubject.keySet().stream()
                .filter(other -> NameNormalizer.normalize(other).equals(NameNormalizer.normalize(part)))
                .findFirst()
                .or(() -> bySubject.keySet().stream()
                        .filter(other -> isShortened(part, other))
                        .max(Comparator.comparingInt(other -> size(bySubject, other))));
    }

    private static String describePlaces(List<LessonDraft> held) {
        return FileFindingList.describePlaces(
                held.stream().map(LessonDraft::firstPlace).toList());
    }

    private static boolean isMisspelling(String one, String other) {
        return SpellingSuggester.isOneEditApart(one, other) && !NameNormalizer.differInDigitsOnly(one, other);
    }

    private static void report(String subject, String near, List<LessonDraft> held, FileFindingList findings) {
        findings.ask(ImportQuestion.ofSpelling(
                ImportQuestion.Kind.SUBJECT, subject, near, held.getFirst().firstPlace()));
        findings.warning(
                held.getFirst().firstPlace(), "import.subject.maybe", subject, near, held.size(), describePlaces(held));
    }
}

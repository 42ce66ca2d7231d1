package dk.grundskema.api.imports.assembly;

import dk.grundskema.api.documents.json.SpellingSuggester;
import dk.grundskema.api.imports.source.ImportQuestion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds subjects that are probably a misspelling of another one. */
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
            if (same != null && !same.equals(subject)) {
                report(subject, same, held, findings);
            } else if (same == null && held.size() < FREQUENT_LESSONS && subject.length() > SHORT_NAME_LENGTH) {
                usual.stream()
                        .filter(near -> near.length() > SHORT_NAME_LENGTH
                                && isMisspelling(NameNormalizer.normalize(subject), NameNormalizer.normalize(near)))
                        .findFirst()
                        .ifPresent(near -> report(subject, near, held, findings));
            }
        });
    }

    private static boolean isMisspelling(String one, String other) {
        return SpellingSuggester.isOneEditApart(one, other) && !NameNormalizer.differInDigitsOnly(one, other);
    }

    private static void report(String subject, String near, List<LessonDraft> held, FileFindingList findings) {
        findings.ask(ImportQuestion.ofSpelling(
                ImportQuestion.Kind.SUBJECT, subject, near, held.getFirst().firstPlace()));
        findings.warning(
                held.getFirst().firstPlace(),
                "import.subject.maybe",
                subject,
                near,
                held.size(),
                FileFindingList.describePlaces(
                        held.stream().map(LessonDraft::firstPlace).toList()));
    }
}

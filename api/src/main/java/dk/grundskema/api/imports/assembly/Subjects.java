package dk.grundskema.api.imports.assembly;

import dk.grundskema.api.platform.Nearest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds subjects that are probably another one, spelled wrong. */
final class Subjects {
    /** A subject that is taught as often as this is no slip of the pen. Ours. */
    private static final int OFTEN = 4;

    private static final int SHORT = 4;

    private Subjects() {}

    static void tell(List<Draft> drafts, FindingList findings) {
        Map<String, List<Draft>> bySubject = new TreeMap<>();
        for (Draft draft : drafts) {
            if (!draft.subject().isBlank()) {
                bySubject
                        .computeIfAbsent(draft.subject(), any -> new ArrayList<>())
                        .add(draft);
            }
        }
        var usual = bySubject.entrySet().stream()
                .filter(each -> each.getValue().size() >= OFTEN)
                .map(Map.Entry::getKey)
                .toList();
        Map<String, String> forms = new HashMap<>();
        usual.forEach(subject -> forms.putIfAbsent(Spelling.form(subject), subject));
        bySubject.forEach((subject, held) -> {
            String same = forms.get(Spelling.form(subject));
            if (same != null && !same.equals(subject)) {
                tell(subject, same, held, findings);
            } else if (same == null && held.size() < OFTEN && subject.length() > SHORT) {
                usual.stream()
                        .filter(near ->
                                near.length() > SHORT && Nearest.isOneOff(Spelling.form(subject), Spelling.form(near)))
                        .findFirst()
                        .ifPresent(near -> tell(subject, near, held, findings));
            }
        });
    }

    private static void tell(String subject, String near, List<Draft> held, FindingList findings) {
        findings.warning(
                held.getFirst().place(),
                "import.subject.maybe",
                subject,
                near,
                held.size(),
                FindingList.where(held.stream().map(Draft::place).toList()));
    }
}

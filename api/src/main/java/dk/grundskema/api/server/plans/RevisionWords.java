package dk.grundskema.api.server.plans;

import dk.grundskema.api.server.platform.MeanwhileWords;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.api.server.platform.Speaking;
import dk.grundskema.domain.finding.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was done to plans, in the words of the caller's language. */
@Component
public class RevisionWords implements MeanwhileWords {
    /** What is done for one of the staff, whose id is the first thing that the text mentions. */
    private static final Set<String> FOR_SOMEBODY = Set.of("revision.repaired", "revision.stand-in");

    /** What is done by hand, with the text that says to what; changes say themselves what they change. */
    private static final Map<String, String> BY_HAND = Map.of(
            "revision.edited-one",
            "revision.touched-only",
            "revision.edited",
            "revision.touched-only",
            "revision.locked",
            "revision.touched-locked",
            "revision.unlocked",
            "revision.touched-unlocked");

    private final Documents documents;
    private final Speaking speaking;

    RevisionWords(Documents documents, Speaking speaking) {
        this.documents = documents;
        this.speaking = speaking;
    }

    /** What was done; of an archive from a later release perhaps only its code. */
    public String of(Revision revision) {
        return of(revision.code(), revision.arguments(), revision.problem());
    }

    /** The same of what may have made no revision. */
    String of(Revisions.Done done) {
        return of(done.code(), done.arguments(), null);
    }

    @Override
    public String of(Refusal.Meanwhile done) {
        return of(done.code(), done.arguments(), done.problem());
    }

    private String of(String code, List<String> arguments, @Nullable String problem) {
        Texts texts = speaking.texts();
        String byHand = BY_HAND.get(code);
        List<Touched> touched = byHand == null ? List.of() : Touched.of(arguments);
        if (byHand != null && !touched.isEmpty()) {
            return texts.text(byHand, touched(touched, Touched.more(arguments, touched.size()), texts));
        }
        return texts.has(code) ? texts.text(code, named(code, arguments, problem)) : code;
    }

    /** Meetings about which the same was decided are named together: two that changed places, or all that were locked. */
    private static String touched(List<Touched> all, int more, Texts texts) {
        var alike = all.stream()
                .collect(Collectors.groupingBy(
                        Touched::what,
                        LinkedHashMap<SortedSet<Touched.What>, List<Touched>>::new,
                        Collectors.toList()));
        String said = alike.entrySet().stream()
                .map(one -> line(one.getKey(), one.getValue(), texts))
                .collect(Collectors.joining(" · "));
        return more == 0 ? said : texts.text("revision.touched-more", said, more);
    }

    private static String line(SortedSet<Touched.What> what, List<Touched> meetings, Texts texts) {
        String which = meetings.stream().map(one -> meeting(one, texts)).collect(Collectors.joining("; "));
        return what.isEmpty()
                ? which
                : texts.text(
                        "revision.touched",
                        which,
                        and(
                                what.stream()
                                        .map(one -> texts.text("revision.touched-" + one))
                                        .toList(),
                                texts));
    }

    private static String meeting(Touched one, Texts texts) {
        String title = one.title().isEmpty() ? texts.text("revision.touched-untold") : one.title();
        return one.day() == null ? title : texts.text("revision.touched-at", title, one.day());
    }

    private static String and(List<String> all, Texts texts) {
        return all.size() == 1
                ? all.getFirst()
                : texts.text("revision.touched-and", String.join(", ", all.subList(0, all.size() - 1)), all.getLast());
    }

    /** People are called by their names as long as the plan knows them. */
    private List<String> named(String code, List<String> arguments, @Nullable String problem) {
        return problem != null && FOR_SOMEBODY.contains(code)
                ? arguments.stream().map(id -> name(id, problem)).toList()
                : arguments;
    }

    private String name(String id, String problem) {
        try {
            return documents.problem(problem).value().staff().stream()
                    .filter(one -> one.id().value().equals(id))
                    .map(one -> one.name())
                    .findFirst()
                    .orElse(id);
        } catch (Refusal missing) { // a plugin that the problem needs
            return id;
        }
    }
}

package dk.grundskema.api.server.plans;

import dk.grundskema.api.server.platform.MeanwhileWords;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.api.server.platform.Speaking;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.people.StaffMember;
import java.util.ArrayList;
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

    /** What is done to one of the staff, whose id is all that the text mentions. */
    private static final Set<String> TO_SOMEBODY =
            Set.of("revision.staff-added", "revision.staff-changed", "revision.staff-removed");

    /** What is done to a student, whose id and number are the arguments; texts mention the number alone, for not all who read them may see students. */
    private static final Set<String> TO_STUDENTS =
            Set.of("revision.students-added", "revision.students-changed", "revision.students-removed");

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

    /** Whether the words mention staff, whom problems call by name. */
    static boolean namesStaff(Revision revision) {
        return namesStaff(revision.code());
    }

    /** Whether it was done to one student. */
    static boolean isToStudent(String code) {
        return TO_STUDENTS.contains(code);
    }

    private static boolean namesStaff(String code) {
        return FOR_SOMEBODY.contains(code) || TO_SOMEBODY.contains(code);
    }

    /**
     * What was done; of an archive from a later release perhaps only its code.
     *
     * @param present hash of the problem that the plan is at, the same for all that stands on a page; {@code null} means that nothing is known of it
     */
    String of(Revision revision, @Nullable String present) {
        var problems = new ArrayList<String>();
        if (present != null) {
            problems.add(present);
        }
        if (FOR_SOMEBODY.contains(revision.code())) { // who took over may be gone by now
            problems.add(revision.problem());
        }
        return of(revision.code(), revision.arguments(), problems);
    }

    /** The same of what may have made no revision. */
    String of(Revisions.Done done) {
        return of(done.code(), done.arguments(), List.of());
    }

    @Override
    public String of(Refusal.Meanwhile done) {
        String present = done.problem();
        return of(done.code(), done.arguments(), present == null ? List.of() : List.of(present));
    }

    /** @param problems hashes of those that call staff by name, the one that is asked first at the beginning */
    private String of(String code, List<String> arguments, List<String> problems) {
        Texts texts = speaking.texts();
        String byHand = BY_HAND.get(code);
        List<Touched> touched = byHand == null ? List.of() : Touched.of(arguments);
        if (byHand != null && !touched.isEmpty()) {
            return texts.text(byHand, touched(touched, Touched.more(arguments, touched.size()), texts));
        }
        String known = TO_STUDENTS.contains(code) && arguments.size() < 2 ? code + "-unnumbered" : code;
        return texts.has(known) ? texts.text(known, named(code, arguments, problems)) : code;
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

    /** People are called by their names as long as the plan knows them, or knew them when it was done for them. */
    private List<String> named(String code, List<String> arguments, List<String> problems) {
        return namesStaff(code)
                ? arguments.stream().map(id -> name(id, problems)).toList()
                : arguments;
    }

    private String name(String id, List<String> problems) {
        return problems.stream()
                .flatMap(problem -> staff(problem).stream())
                .filter(one -> one.id().value().equals(id))
                .map(StaffMember::name)
                .findFirst()
                .orElse(id);
    }

    private List<StaffMember> staff(String problem) {
        try {
            return documents.problem(problem).value().staff();
        } catch (Refusal missing) { // a plugin that the problem needs
            return List.of();
        }
    }
}

package dk.grundskema.api.server.plans;

import dk.grundskema.api.platform.Json;
import dk.grundskema.api.platform.JsonText;
import dk.grundskema.api.server.identity.AccountId;
import dk.grundskema.api.server.platform.Lately;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.api.server.platform.Speaking;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.StaffMember;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Parts of a plan's problem by themselves: each change makes a revision in which the part is another and all else as it was, if the whole can
 * still be planned.
 */
@Component
final class ProblemParts {
    /** Pointers that lead to another place than into what was sent begin so. */
    static final String ELSEWHERE = "problem#";

    /** So many problems' lists are in memory; whoever looks at one looks at the others, too. */
    private static final int REMEMBERED = 6;

    /** Not among them: it is much the longest list, and nobody looks at it as one. */
    private static final String LESSONS = "lessons";

    /** Lists of people. */
    private static final Set<String> PEOPLE = Set.of("students", "staff");

    private final Plans plans;
    private final Documents documents;
    private final Speaking speaking;
    private final Lately<String, Map<String, List<Json>>> lists = new Lately<>(REMEMBERED);

    ProblemParts(Plans plans, Documents documents, Speaking speaking) {
        this.plans = plans;
        this.documents = documents;
        this.speaking = speaking;
    }

    /** The elements of a list of a plan's problem, as they were written. */
    List<Json> all(PlanId plan, String list) {
        String problem = plans.revision(plans.get(plan).head()).problem();
        return list.equals(LESSONS)
                ? elements(documents.json(problem), list)
                : lists.get(problem, this::listsOf).getOrDefault(list, List.of());
    }

    private Map<String, List<Json>> listsOf(String problem) {
        var all = new HashMap<String, List<Json>>();
        documents.json(problem).fields().forEach((name, value) -> {
            if (value instanceof Json.Listing listing && !name.equals(LESSONS)) {
                all.put(name, listing.elements());
            }
        });
        return all;
    }

    /**
     * An element of a list of a plan's problem.
     *
     * @throws Refusal 404 if there is none of that id
     */
    Json.Structure one(PlanId plan, String list, String id) {
        return one(all(plan, list), list, id);
    }

    /**
     * An element of a list.
     *
     * @throws Refusal 404 if there is none of that id
     */
    Json.Structure one(List<Json> all, String list, String id) {
        return all.stream()
                .filter(element -> id.equals(id(element)))
                .map(Json.Structure.class::cast)
                .findFirst()
                .orElseThrow(() -> missing(list, id));
    }

    /** An object of a plan's problem; empty if it says nothing. */
    Json.Structure field(PlanId plan, String name) {
        return root(plan).fields().get(name) instanceof Json.Structure object ? object : new Json.Structure(Map.of());
    }

    /**
     * Puts an element in the place of the one with its id, or adds it.
     *
     * @throws Refusal 422 with everything that is wrong with it or with what the problem would be
     */
    Plan put(PlanId plan, long version, String list, String id, Json.Structure sent, AccountId author) {
        return put(plan, version, list, id, sent, Map.of(), author);
    }

    /**
     * As {@link #put(PlanId, long, String, String, Json.Structure, AccountId)}, and as one change with it other objects in the place of some.
     *
     * @param beside the objects by the names of their fields in the problem
     */
    Plan put(
            PlanId plan,
            long version,
            String list,
            String id,
            Json.Structure sent,
            Map<String, Json.Structure> beside,
            AccountId author) {
        String said = id(sent);
        if (said != null && !said.equals(id)) {
            throw Refusal.unusable("plan.part-id-differs", "/id", id, said);
        }
        var named = new LinkedHashMap<String, Json>();
        named.put("id", new Json.Text(id));
        named.putAll(sent.fields());
        Json element = new Json.Structure(named);
        return change(plan, version, author, root -> {
            var elements = new ArrayList<>(elements(root, list));
            int at = position(elements, id).orElse(elements.size());
            String what = at == elements.size() ? "added" : "changed";
            if (at == elements.size()) {
                elements.add(element);
            } else {
                elements.set(at, element);
            }
            Json.Structure whole = with(root, list, new Json.Listing(elements));
            for (Map.Entry<String, Json.Structure> other : beside.entrySet()) {
                whole = with(whole, other.getKey(), other.getValue());
            }
            return new Changed(whole, "/" + list + "/" + at, list, what, called(list, element));
        });
    }

    /**
     * Adds an element.
     *
     * @throws Refusal 409 if there is one of its id; 422 as {@link #put}
     */
    Plan add(PlanId plan, long version, String list, Json.Structure sent, AccountId author) {
        return change(plan, version, author, root -> {
            var elements = new ArrayList<>(elements(root, list));
            String id = id(sent);
            if (id != null && position(elements, id).isPresent()) {
                throw Refusal.conflict("plan.part-exists", called(list), id);
            }
            elements.add(sent);
            return new Changed(
                    with(root, list, new Json.Listing(elements)),
                    "/" + list + "/" + (elements.size() - 1),
                    list,
                    "added",
                    called(list, sent));
        });
    }

    /**
     * Takes an element away.
     *
     * @throws Refusal 404 if there is none of that id; 422 if something in the problem needs it
     */
    Plan remove(PlanId plan, long version, String list, String id, AccountId author) {
        return change(plan, version, author, root -> {
            var elements = new ArrayList<>(elements(root, list));
            int at = position(elements, id).orElseThrow(() -> missing(list, id));
            Json gone = elements.remove(at);
            return new Changed(
                    with(root, list, new Json.Listing(elements)), ELSEWHERE, list, "removed", called(list, gone));
        });
    }

    /** Puts another list in the place of one; 422 as {@link #put}. */
    Plan putList(PlanId plan, long version, String list, List<Json> elements, AccountId author) {
        return change(
                plan,
                version,
                author,
                root -> new Changed(with(root, list, new Json.Listing(elements)), "/" + list, list, "edited", ""));
    }

    /** Puts another object in the place of one; 422 as {@link #put}. */
    Plan putField(PlanId plan, long version, String name, Json.Structure sent, AccountId author) {
        return change(
                plan, version, author, root -> new Changed(with(root, name, sent), "/" + name, name, "changed", ""));
    }

    /**
     * A problem in which a part is another.
     *
     * @param root the problem
     * @param at   pointer to what was sent in it
     * @param part the problem's field in which it is
     * @param what what was done: {@code added}, {@code changed}, {@code removed}, or {@code edited} of a whole list
     * @param name what people call it; empty if it is the whole field
     */
    private record Changed(Json.Structure root, String at, String part, String what, String name) {}

    private interface Changing {
        Changed of(Json.Structure root);
    }

    private Plan change(PlanId id, long version, AccountId author, Changing changing) {
        Revision now = plans.changeable(id, version);
        Changed changed = changing.of(documents.json(now.problem()));
        var change = new Change(
                "revision.%s-%s".formatted(changed.part(), changed.what()),
                changed.name().isEmpty() ? List.of() : List.of(changed.name()),
                kept(changed, documents.problem(now.problem()).value().staff()),
                documents.timetableOf(now));
        return plans.change(id, version, change, author);
    }

    private Kept.OfProblem kept(Changed changed, List<StaffMember> known) {
        try {
            return documents.keepProblem(JsonText.of(changed.root()), "", known);
        } catch (Refusal refusal) {
            throw new Refusal(
                    refusal.status(),
                    refusal.findings().stream()
                            .map(one -> seen(one, changed.at()))
                            .toList());
        }
    }

    /** A finding as somebody sees it who sent the part only. */
    private static Finding seen(Finding finding, String at) {
        String pointer = finding.pointer();
        boolean isInside = pointer.equals(at) || pointer.startsWith(at + "/");
        return new Finding(
                finding.code(),
                finding.severity(),
                isInside ? pointer.substring(at.length()) : ELSEWHERE + pointer,
                finding.arguments());
    }

    private Json.Structure root(PlanId plan) {
        return documents.json(plans.revision(plans.get(plan).head()).problem());
    }

    private static Json.Structure with(Json.Structure root, String name, Json value) {
        var fields = new LinkedHashMap<>(root.fields());
        fields.put(name, value);
        return new Json.Structure(fields);
    }

    private static List<Json> elements(Json.Structure root, String list) {
        return root.fields().get(list) instanceof Json.Listing listing ? listing.elements() : List.of();
    }

    private static Optional<Integer> position(List<Json> elements, String id) {
        for (int i = 0; i < elements.size(); i++) {
            if (id.equals(id(elements.get(i)))) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private static @Nullable String id(Json element) {
        return text(element, "id");
    }

    private static @Nullable String text(Json element, String field) {
        return element instanceof Json.Structure structure && structure.fields().get(field) instanceof Json.Text text
                ? text.value()
                : null;
    }

    private String called(String list) {
        return speaking.texts().text("part.one-" + list);
    }

    /** What people call an element; of people only the id, for revisions stay when a plan forgets who took part, and not all who see them may know. */
    private static String called(String list, Json element) {
        for (String field : PEOPLE.contains(list) ? List.of("id") : List.of("name", "title", "id")) {
            String name = text(element, field);
            if (name != null && !name.isBlank()) {
                return name;
            }
        }
        return "?";
    }

    private Refusal missing(String list, String id) {
        return Refusal.of(HttpStatus.NOT_FOUND, "plan.part-not-found", called(list), id);
    }
}

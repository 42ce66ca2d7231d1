package dk.grundskema.api.service.plan.problem;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.planning.comparison.ProblemChanges;
import dk.grundskema.api.planning.comparison.ProblemChanges.PartChange;
import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.platform.http.LeastRecentlyUsedCache;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.http.RequestTexts;
import dk.grundskema.api.service.plan.ChangedField;
import dk.grundskema.api.service.plan.ChangedFieldFormatter;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.Revision;
import dk.grundskema.api.service.plan.RevisionContent;
import dk.grundskema.api.service.plan.StoredDocument;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Edits single parts of a plan's problem as JSON: elements of lists, whole lists and objects. Each change reads the head's document, replaces
 * the part, validates the whole problem and creates a revision, unless nothing differs. Pointers of errors are made relative to the part that was sent; others begin
 * with {@link #PROBLEM_POINTER}.
 */
@Component
public final class ProblemPartEditor {
    /** Prefix of pointers that lead outside the part that was sent. */
    public static final String PROBLEM_POINTER = "problem#";

    /** Name of the list of interventions. */
    public static final String INTERVENTIONS = "interventions";

    /** Number of problems whose lists are cached, because users move between the lists of one plan. */
    private static final int CACHE_SIZE = 6;

    /** Not cached: it is by far the longest list, and no page shows it as a whole. */
    private static final String LESSONS = "lessons";

    private static final List<String> LOCKS = List.of("locks", "memberLocks");

    /** Lists of people. */
    private static final Set<String> PEOPLE = Set.of("students", "staff");

    private final PlanStore plans;
    private final DocumentStore documents;
    private final ChangedFieldFormatter changedFieldFormatter;
    private final RequestTexts requestTexts;
    private final LeastRecentlyUsedCache<String, Map<String, List<Json>>> lists =
            LeastRecentlyUsedCache.create(CACHE_SIZE);

    ProblemPartEditor(
            PlanStore plans,
            DocumentStore documents,
            ChangedFieldFormatter changedFieldFormatter,
            RequestTexts requestTexts) {
        this.changedFieldFormatter = changedFieldFormatter;
        this.plans = plans;
        this.documents = documents;
        this.requestTexts = requestTexts;
    }

    /** Returns the elements of a list of a plan's problem as stored. */
    public List<Json> listElements(PlanId plan, String list) {
        String problem = plans.revision(plans.get(plan).head()).problem();
        return list.equals(LESSONS)
                ? elements(documents.json(problem), list)
                : lists.get(problem, this::listsOf).getOrDefault(list, List.of());
    }

    private Map<String, List<Json>> listsOf(String problem) {
        var all = new HashMap<String, List<Json>>();
        documents.json(problem).fields().forEach((name, value) -> {
            if (value instanceof Json.JsonArray listing && !name.equals(LESSONS)) {
                all.put(name, listing.elements());
            }
        });
        return all;
    }

    /**
     * Returns an element of a list of a plan's problem.
     *
     * @throws RefusalException 404 if there is none with this id
     */
    Json.JsonObject element(PlanId plan, String list, String id) {
        return element(listElements(plan, list), list, id);
    }

    /**
     * Returns an element of a list.
     *
     * @throws RefusalException 404 if there is none with this id
     */
    Json.JsonObject element(List<Json> all, String list, String id) {
        return all.stream()
                .filter(element -> id.equals(id(element)))
                .map(Json.JsonObject.class::cast)
                .findFirst()
                .orElseThrow(() -> partNotFound(list, id));
    }

    /** Returns an object of a plan's problem; empty if it is absent. */
    Json.JsonObject field(PlanId plan, String name) {
        return headProblem(plan).fields().get(name) instanceof Json.JsonObject object
                ? object
                : new Json.JsonObject(Map.of());
    }

    /**
     * Replaces the element with this id, or adds it.
     *
     * @throws RefusalException 422 with all errors of the element and of the resulting problem
     */
    public Plan put(PlanId plan, long version, String list, String id, Json.JsonObject sent, AccountId author) {
        return put(plan, version, list, id, sent, Map.of(), false, author);
    }

    /**
     * As {@link #put(PlanId, long, String, String, Json.JsonObject, AccountId)}, and replaces other objects in the same change. Values that hold by
     * default and that a form only states are no difference.
     *
     * @param beside objects by name of their field in the problem
     */
    public Plan put(
            PlanId plan,
            long version,
            String list,
            String id,
            Json.JsonObject sent,
            Map<String, Json.JsonObject> beside,
            AccountId author) {
        return put(plan, version, list, id, sent, beside, true, author);
    }

    private Plan put(
            PlanId plan,
            long version,
            String list,
            String id,
            Json.JsonObject sent,
            Map<String, Json.JsonObject> beside,
            boolean isForm,
            AccountId author) {
        String said = id(sent);
        if (said != null && !said.equals(id)) {
            throw RefusalException.unusable("plan.part-id-differs", "/id", id, said);
        }
        var named = new LinkedHashMap<String, Json>();
        named.put("id", new Json.JsonString(id));
        named.putAll(sent.fields());
        Json element = new Json.JsonObject(named);
        return change(plan, version, author, root -> {
            var elements = new ArrayList<>(elements(root, list));
            int at = position(elements, id).orElse(elements.size());
            String what = at == elements.size() ? "added" : "changed";
            if (at == elements.size()) {
                elements.add(element);
            } else {
                elements.set(at, element);
            }
            Json.JsonObject whole = withField(root, list, new Json.JsonArray(elements));
            for (Map.Entry<String, Json.JsonObject> other : beside.entrySet()) {
                whole = withField(whole, other.getKey(), other.getValue());
            }
            return new EditedProblem(whole, "/" + list + "/" + at, list, what, displayName(list, element), isForm);
        });
    }

    /**
     * Adds an element.
     *
     * @throws RefusalException 409 if its id exists; 422 as {@link #put}
     */
    Plan add(PlanId plan, long version, String list, Json.JsonObject sent, AccountId author) {
        return change(plan, version, author, root -> {
            var elements = new ArrayList<>(elements(root, list));
            String id = id(sent);
            if (id != null && position(elements, id).isPresent()) {
                throw RefusalException.conflict("plan.part-exists", displayName(list), id);
            }
            elements.add(sent);
            return new EditedProblem(
                    withField(root, list, new Json.JsonArray(elements)),
                    "/" + list + "/" + (elements.size() - 1),
                    list,
                    "added",
                    displayName(list, sent));
        });
    }

    /**
     * Removes an element.
     *
     * @throws RefusalException 404 if there is none with this id; 422 if something in the problem refers to it
     */
    public Plan remove(PlanId plan, long version, String list, String id, AccountId author) {
        return change(plan, version, author, root -> {
            var elements = new ArrayList<>(elements(root, list));
            int at = position(elements, id).orElseThrow(() -> partNotFound(list, id));
            Json gone = elements.remove(at);
            return new EditedProblem(
                    withField(root, list, new Json.JsonArray(elements)),
                    PROBLEM_POINTER,
                    list,
                    "removed",
                    displayName(list, gone));
        });
    }

    /** Replaces a list; 422 as {@link #put}. */
    public Plan putList(PlanId plan, long version, String list, List<Json> elements, AccountId author) {
        return change(
                plan,
                version,
                author,
                root -> new EditedProblem(
                        withField(root, list, new Json.JsonArray(elements)), "/" + list, list, "edited", ""));
    }

    /** Replaces an object; 422 as {@link #put}. */
    Plan putField(PlanId plan, long version, String name, Json.JsonObject sent, AccountId author) {
        return change(
                plan,
                version,
                author,
                root -> new EditedProblem(withField(root, name, sent), "/" + name, name, "changed", ""));
    }

    /**
     * Replaces several fields in one change; 422 as {@link #put}. Pointers of errors lead from the whole problem.
     *
     * @param part   what the fields are together, part of the key of the revision's text
     * @param fields values by name of the field
     */
    public Plan putFields(PlanId plan, long version, String part, Map<String, Json> fields, AccountId author) {
        return change(plan, version, author, root -> {
            Json.JsonObject whole = root;
            for (Map.Entry<String, Json> field : fields.entrySet()) {
                whole = withField(whole, field.getKey(), field.getValue());
            }
            return new EditedProblem(whole, "", part, "changed", "");
        });
    }

    /**
     * A problem with one part changed.
     *
     * @param root the problem
     * @param at   pointer to the part that was sent
     * @param part field of the problem that contains it
     * @param what what was done: {@code added}, {@code changed}, {@code removed}, or {@code edited} for a whole list
     * @param name display name of the element; empty if the whole field changed
     * @param isForm whether a form sent it, which states values that hold by default
     */
    private record EditedProblem(
            Json.JsonObject root, String at, String part, String what, String name, boolean isForm) {
        EditedProblem(Json.JsonObject root, String at, String part, String what, String name) {
            this(root, at, part, what, name, false);
        }

        EditedProblem withRoot(Json.JsonObject other) {
            return new EditedProblem(other, at, part, what, name, isForm);
        }
    }

    private interface ProblemEdit {
        EditedProblem of(Json.JsonObject root);
    }

    private Plan change(PlanId id, long version, AccountId author, ProblemEdit changing) {
        Revision now = plans.getChangeableHead(id, version);
        EditedProblem changed = changing.of(documents.json(now.problem()));
        Problem before = documents.problem(now.problem()).value();
        StoredDocument.StoredProblem after = storeProblem(changed, before.staff());
        if (after.value().equals(before)
                || (changed.isForm()
                        && documents.comparableJson(after.hash()).equals(documents.comparableJson(now.problem())))) {
            return plans.getAtVersion(id, version);
        }
        var change = new RevisionContent(
                "revision.%s-%s".formatted(changed.part(), changed.what()),
                arguments(changed, now.problem(), after.hash()),
                after,
                documents.timetableOf(now));
        return plans.change(id, version, change, author);
    }

    /** Returns the name of the part, and what of it changed if it is neither a list nor about people. */
    private List<String> arguments(EditedProblem changed, String before, String after) {
        if (changed.what().equals("changed") && !PEOPLE.contains(changed.part())) {
            Json.JsonObject is = documents.comparableJson(after);
            List<PartChange> changes = ProblemChanges.between(documents.comparableJson(before), is).stream()
                    .filter(one -> one.part().equals(changed.part()))
                    .toList();
            if (changes.size() == 1) {
                PartChange one = changes.getFirst();
                return ChangedField.toArguments(
                        changed.name(), ChangedFieldFormatter.typeOf(one, is), changedFieldFormatter.fieldsOf(one, is));
            }
        }
        return changed.name().isEmpty() ? List.of() : List.of(changed.name());
    }

    /** Stores a changed problem. With an intervention that is removed go the locks on its sessions and groups. */
    private StoredDocument.StoredProblem storeProblem(EditedProblem changed, List<StaffMember> known) {
        try {
            return documents.storeProblem(changed.root(), "", known);
        } catch (RefusalException refusal) {
            Json.JsonObject root = changed.root();
            for (String list : LOCKS) {
                Set<Integer> idle = findIdleLocks(changed, refusal.findings(), list);
                List<Json> all = elements(root, list);
                if (!idle.isEmpty()) {
                    List<Json> others = IntStream.range(0, all.size())
                            .filter(at -> !idle.contains(at))
                            .mapToObj(all::get)
                            .toList();
                    root = withField(root, list, new Json.JsonArray(others));
                }
            }
            if (!root.equals(changed.root())) {
                return storeProblem(changed.withRoot(root), known);
            }
            throw new RefusalException(
                    refusal.status(),
                    refusal.findings().stream()
                            .map(one -> relativeFinding(one, changed.at()))
                            .toList());
        }
    }

    /** Returns the indexes of a list's locks on what an intervention had that is removed; those of one that only changes are for the planner to decide about. */
    private static Set<Integer> findIdleLocks(EditedProblem changed, List<Finding> findings, String list) {
        boolean isRemoval =
                changed.part().equals(INTERVENTIONS) && changed.what().equals("removed");
        return findings.stream()
                .filter(one -> isRemoval
                        && one.pointer().startsWith("/" + list + "/")
                        && (one.code().equals("lock.on-nothing") || one.code().equals("lock.no-such-group")))
                .map(one -> Integer.valueOf(one.pointer().split("/", -1)[2]))
                .collect(Collectors.toSet());
    }

    /** Makes the pointer of a finding relative to the part that was sent. */
    private static Finding relativeFinding(Finding finding, String at) {
        String pointer = finding.pointer();
        boolean isInside = pointer.equals(at) || pointer.startsWith(at + "/");
        return new Finding(
                finding.code(),
                finding.severity(),
                isInside ? pointer.substring(at.length()) : PROBLEM_POINTER + pointer,
                finding.arguments());
    }

    private Json.JsonObject headProblem(PlanId plan) {
        return documents.json(plans.revision(plans.get(plan).head()).problem());
    }

    private static Json.JsonObject withField(Json.JsonObject root, String name, Json value) {
        var fields = new LinkedHashMap<>(root.fields());
        fields.put(name, value);
        return new Json.JsonObject(fields);
    }

    private static List<Json> elements(Json.JsonObject root, String list) {
        return root.fields().get(list) instanceof Json.JsonArray listing ? listing.elements() : List.of();
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
        return element instanceof Json.JsonObject structure
                        && structure.fields().get(field) instanceof Json.JsonString text
                ? text.value()
                : null;
    }

    private String displayName(String list) {
        return requestTexts.texts().text("part.one-" + list);
    }

    /**
     * Returns the display name of an element. People are identified by id only, because revisions outlive the erasure of people and not every
     * reader may see names.
     */
    private static String displayName(String list, Json element) {
        for (String field : PEOPLE.contains(list) ? List.of("id") : List.of("name", "title", "id")) {
            String name = text(element, field);
            if (name != null && !name.isBlank()) {
                return name;
            }
        }
        return "?";
    }

    private RefusalException partNotFound(String list, String id) {
        return RefusalException.of(HttpStatus.NOT_FOUND, "plan.part-not-found", displayName(list), id);
    }
}

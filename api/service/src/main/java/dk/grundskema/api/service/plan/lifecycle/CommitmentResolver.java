package dk.grundskema.api.service.plan.lifecycle;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.RecordWriter;
import dk.grundskema.api.platform.http.LeastRecentlyUsedCache;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.StoredDocument;
import dk.grundskema.api.service.plan.lifecycle.BindingPlanFinder.BindingPlan;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Availability;
import dk.grundskema.domain.time.Period;
import dk.grundskema.domain.timetable.Timetable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Adds the commitments of people to other plans to a problem. The result is called the effective problem; solving, editing and prechecks must
 * use it instead of the problem of the revision.
 *
 * <p>{@link dk.grundskema.domain.people.SharedStaff} says which staff of two plans are the same person; rooms and students are the same only within one
 * organisation. {@link BindingPlanFinder} says which plans bind. The effective problem is stored as a document of its own, and timetables made for it name its hash.
 */
@Component
public class CommitmentResolver {
    private static final int CACHE_SIZE = 100;
    private static final int MAX_ATTEMPTS = 5;

    private final BindingPlanFinder bindingPlans;
    private final DocumentStore documents;
    private final LeastRecentlyUsedCache<List<String>, String> effectiveProblems =
            LeastRecentlyUsedCache.create(CACHE_SIZE);

    CommitmentResolver(BindingPlanFinder bindingPlans, DocumentStore documents) {
        this.bindingPlans = bindingPlans;
        this.documents = documents;
    }

    /** Returns the problem with the times added in which people are busy in other plans. The reason is not included. */
    public StoredDocument.StoredProblem withCommitments(Plan plan, StoredDocument.StoredProblem problem) {
        List<BindingPlan> bindings = bindingPlans.find(plan);
        if (bindings.isEmpty()) {
            return problem;
        }
        var key = new ArrayList<>(List.of(plan.organisation().value(), problem.hash()));
        bindings.forEach(
                one -> key.add(one.plan().organisation() + " " + one.head().problem() + " " + one.timetable()));
        for (int i = 0; i < MAX_ATTEMPTS; i++) {
            String effective = effectiveProblems.get(key, fresh -> effectiveProblemHash(plan, problem, bindings));
            if (effective.equals(problem.hash())) {
                return problem;
            }
            if (documents.reserve(effective)) {
                return documents.problem(effective);
            }
            effectiveProblems.invalidate(
                    key); // the document was deleted with another plan that used the same problem; store it again
        }
        throw new IllegalStateException(
                "The effective problem of the problem (%s) was deleted each time after it was stored."
                        .formatted(problem.hash()));
    }

    /** Returns the hash of the effective problem; the problem's own hash if there are no commitments. */
    private String effectiveProblemHash(Plan plan, StoredDocument.StoredProblem problem, List<BindingPlan> bindings) {
        var times = new CommittedTimes(problem.value());
        for (BindingPlan binding : bindings) {
            Timetable timetable = documents.timetable(binding.timetable()).value();
            Problem theirs = documents.problem(binding.head().problem()).value();
            times.add(timetable, theirs.staff(), binding.plan().organisation().equals(plan.organisation()));
        }
        if (times.isEmpty()) {
            return problem.hash();
        }
        var fields = new LinkedHashMap<>(documents.json(problem.hash()).fields());
        for (String list : List.of("staff", "rooms", "students")) {
            if (fields.get(list) instanceof Json.JsonArray elements) {
                fields.put(
                        list,
                        new Json.JsonArray(elements.elements().stream()
                                .map(element -> withBusyTimes(element, times.periodsOf(list)))
                                .toList()));
            }
        }
        return documents
                .storeDerivedProblem(new Json.JsonObject(fields), problem.hash())
                .hash();
    }

    private static Json withBusyTimes(Json element, Map<String, List<Period>> times) {
        if (!(element instanceof Json.JsonObject one)
                || !(one.fields().get("id") instanceof Json.JsonString id)
                || !times.containsKey(id.value())) {
            return element;
        }
        Availability busy = new Availability(List.of(), List.of(), times.getOrDefault(id.value(), List.of()));
        Json written = RecordWriter.toJson(busy).fields().getOrDefault("elsewhere", new Json.JsonArray(List.of()));
        var availability = new LinkedHashMap<String, Json>();
        if (one.fields().get("availability") instanceof Json.JsonObject own) {
            availability.putAll(own.fields());
        }
        var elsewhere = new ArrayList<Json>();
        if (availability.get("elsewhere") instanceof Json.JsonArray own) {
            elsewhere.addAll(own.elements());
        }
        elsewhere.addAll(((Json.JsonArray) written).elements());
        availability.put("elsewhere", new Json.JsonArray(elsewhere));
        var fields = new LinkedHashMap<>(one.fields());
        fields.put("availability", new Json.JsonObject(availability));
        return new Json.JsonObject(fields);
    }
}

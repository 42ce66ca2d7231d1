package dk.grundskema.api.service.plan.problem;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.service.access.AccountId;
import dk.grundskema.api.service.http.Refusal;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.RevisionNavigator;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Edits interventions of plans for pages. */
@Component
public class InterventionEditor {
    /** Prefix of pointers that lead outside the intervention. */
    public static final String ELSEWHERE = ProblemPartEditor.ELSEWHERE;

    private static final String LIST = "interventions";

    private final ProblemPartEditor parts;
    private final RevisionNavigator undoing;

    InterventionEditor(ProblemPartEditor parts, RevisionNavigator undoing) {
        this.parts = parts;
        this.undoing = undoing;
    }

    /**
     * Replaces the intervention with this id, or adds it.
     *
     * @param version version of the plan that the change is based on
     * @throws Refusal 422 with all errors, their pointers relative to the intervention; 412 if the plan has another version
     */
    public Plan put(PlanId plan, long version, String id, Json.JsonObject typed, AccountId author) {
        return parts.put(plan, version, LIST, id, typed, author);
    }

    /**
     * As {@link #put(PlanId, long, String, Json.JsonObject, AccountId)}, and replaces other objects of the problem in the same change.
     *
     * @param beside objects by field name, such as {@code weights}; pointers of their errors begin with {@link #ELSEWHERE}
     */
    public Plan put(
            PlanId plan,
            long version,
            String id,
            Json.JsonObject typed,
            Map<String, Json.JsonObject> beside,
            AccountId author) {
        return parts.put(plan, version, LIST, id, typed, beside, author);
    }

    /**
     * Removes an intervention.
     *
     * @param version version of the plan that the change is based on
     * @throws Refusal 404 if there is none with this id; 412 if the plan has another version; 422 if something refers to it
     */
    public Plan remove(PlanId plan, long version, String id, AccountId author) {
        return parts.remove(plan, version, LIST, id, author);
    }

    /**
     * Undoes the last change.
     *
     * @param version version of the plan that the change is based on
     * @throws Refusal 412 if the plan has another version; 409 if there is nothing to undo
     */
    public Plan undo(PlanId plan, long version, AccountId author) {
        return undoing.undo(plan, version, author);
    }
}

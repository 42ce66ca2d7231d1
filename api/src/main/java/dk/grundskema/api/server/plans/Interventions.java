package dk.grundskema.api.server.plans;

import dk.grundskema.api.platform.Json;
import dk.grundskema.api.server.identity.AccountId;
import dk.grundskema.api.server.platform.Refusal;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What pages do with the interventions of plans. */
@Component
public class Interventions {
    /** What pointers begin with that lead to another place of the problem than into the intervention. */
    public static final String ELSEWHERE = ProblemParts.ELSEWHERE;

    private static final String LIST = "interventions";

    private final ProblemParts parts;
    private final Undoing undoing;

    Interventions(ProblemParts parts, Undoing undoing) {
        this.parts = parts;
        this.undoing = undoing;
    }

    /**
     * Puts an intervention in the place of the one with that id, or adds it.
     *
     * @param version the plan's version that this is based on
     * @throws Refusal 422 with everything that is wrong, its pointers relative to the intervention; 412 if the plan has another version
     */
    public Plan put(PlanId plan, long version, String id, Json.Structure typed, AccountId author) {
        return parts.put(plan, version, LIST, id, typed, author);
    }

    /**
     * As {@link #put(PlanId, long, String, Json.Structure, AccountId)}, and as one change with it other objects in the place of some of the problem's.
     *
     * @param beside the objects by the names of their fields, such as {@code weights}; what is wrong with them has pointers that begin with
     *     {@link #ELSEWHERE}
     */
    public Plan put(
            PlanId plan,
            long version,
            String id,
            Json.Structure typed,
            Map<String, Json.Structure> beside,
            AccountId author) {
        return parts.put(plan, version, LIST, id, typed, beside, author);
    }

    /**
     * Takes an intervention away.
     *
     * @param version the plan's version that this is based on
     * @throws Refusal 404 if there is none of that id; 412 if the plan has another version; 422 if something needs it
     */
    public Plan remove(PlanId plan, long version, String id, AccountId author) {
        return parts.remove(plan, version, LIST, id, author);
    }

    /**
     * Takes back what was done last.
     *
     * @param version the plan's version that this is based on
     * @throws Refusal 412 if the plan has another version; 409 if there is nothing to take back
     */
    public Plan undo(PlanId plan, long version, AccountId author) {
        return undoing.undo(plan, version, author);
    }
}

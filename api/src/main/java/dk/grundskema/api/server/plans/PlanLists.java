package dk.grundskema.api.server.plans;

import dk.grundskema.api.platform.Json;
import dk.grundskema.api.server.identity.AccountId;
import dk.grundskema.domain.problem.Problem;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whole lists of a plan's problem, such as its staff, for those who look at them and change several rows at once. */
@Component
public class PlanLists {
    private final ProblemParts parts;
    private final Undoing undoing;
    private final Revisions revisions;
    private final Documents documents;

    PlanLists(ProblemParts parts, Undoing undoing, Revisions revisions, Documents documents) {
        this.parts = parts;
        this.undoing = undoing;
        this.revisions = revisions;
        this.documents = documents;
    }

    /** The elements of a list, as they were written. */
    public List<Json> all(PlanId plan, String list) {
        return parts.all(plan, list);
    }

    /**
     * What a plan was of when it had a version, for those who changed a list that is no longer there.
     *
     * @return empty if it never had a version as early as that
     * @throws dk.grundskema.api.server.platform.Refusal 409 if it can't be read with the plugins that are there
     */
    public Optional<Problem> problemAt(PlanId plan, long version) {
        return revisions
                .at(plan, version)
                .map(one -> documents.problem(one.problem()).value());
    }

    /**
     * Puts a list in the place of the one that the plan has, as one change.
     *
     * @param list its field in the problem, such as {@code staff}
     * @throws dk.grundskema.api.server.platform.Refusal 412 if the plan is another version by now; 422 with everything that is wrong, of the list
     *     with pointers into it
     */
    public Plan put(PlanId plan, long version, String list, List<Json> elements, AccountId author) {
        return parts.putList(plan, version, list, elements, author);
    }

    /**
     * Takes the last change of a plan back.
     *
     * @throws dk.grundskema.api.server.platform.Refusal 412 if the plan is another version by now; 409 if there is nothing to take back
     */
    public Plan undo(PlanId plan, long version, AccountId author) {
        return undoing.undo(plan, version, author);
    }
}

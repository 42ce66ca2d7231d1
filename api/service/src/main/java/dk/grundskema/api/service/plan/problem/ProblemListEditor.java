package dk.grundskema.api.service.plan.problem;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.service.access.AccountId;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.RevisionNavigator;
import dk.grundskema.api.service.plan.RevisionRepository;
import dk.grundskema.domain.problem.Problem;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Edits whole lists of a plan's problem, such as staff, for pages on which several rows change at once. */
@Component
public class ProblemListEditor {
    private final ProblemPartEditor parts;
    private final RevisionNavigator undoing;
    private final RevisionRepository revisions;
    private final DocumentStore documents;

    ProblemListEditor(
            ProblemPartEditor parts, RevisionNavigator undoing, RevisionRepository revisions, DocumentStore documents) {
        this.parts = parts;
        this.undoing = undoing;
        this.revisions = revisions;
        this.documents = documents;
    }

    /** Returns the elements of a list as stored. */
    public List<Json> listElements(PlanId plan, String list) {
        return parts.listElements(plan, list);
    }

    /**
     * Returns the problem of a plan when it had this version, to compare with a list that was changed concurrently.
     *
     * @return empty if the plan never had such an early version
     * @throws dk.grundskema.api.service.http.Refusal 409 if the installed plugins cannot read it
     */
    public Optional<Problem> problemAt(PlanId plan, long version) {
        return revisions
                .findAtVersion(plan, version)
                .map(one -> documents.problem(one.problem()).value());
    }

    /**
     * Replaces a list in one change.
     *
     * @param list name of the field in the problem, such as {@code staff}
     * @throws dk.grundskema.api.service.http.Refusal 412 if the plan has another version; 422 with all errors, with pointers into the list
     */
    public Plan replaceList(PlanId plan, long version, String list, List<Json> elements, AccountId author) {
        return parts.putList(plan, version, list, elements, author);
    }

    /**
     * Undoes the last change of a plan.
     *
     * @throws dk.grundskema.api.service.http.Refusal 412 if the plan has another version; 409 if there is nothing to undo
     */
    public Plan undo(PlanId plan, long version, AccountId author) {
        return undoing.undo(plan, version, author);
    }
}

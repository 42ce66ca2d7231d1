package dk.grundskema.api.service.campguide;

import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.Revision;
import dk.grundskema.api.service.plan.StoredDocument;
import dk.grundskema.api.service.rules.JsonObjectView;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.problem.Problem;

/**
 * A camp in the guide.
 *
 * @param plan       the plan
 * @param head       current revision of the plan
 * @param kept       problem of the plan
 * @param own        the camp
 * @param said       its parameters as specified
 * @param spelledOut its parameters with default values
 */
record EditedCamp(
        Plan plan,
        Revision head,
        StoredDocument.StoredProblem kept,
        Intervention<?> own,
        JsonObjectView said,
        JsonObjectView spelledOut) {
    Problem problem() {
        return kept.value();
    }

    /** Returns the id of the camp. */
    String id() {
        return own.id().value();
    }

    /** Leaves out the participants. */
    @Override
    public String toString() {
        return id();
    }
}

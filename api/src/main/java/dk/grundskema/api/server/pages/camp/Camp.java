package dk.grundskema.api.server.pages.camp;

import dk.grundskema.api.server.plans.Kept;
import dk.grundskema.api.server.plans.Plan;
import dk.grundskema.api.server.plans.Revision;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.problem.Problem;

/**
 * A camp that is looked at.
 *
 * @param plan       the plan
 * @param head       what the plan is at
 * @param kept       what the plan is of
 * @param own        the camp
 * @param said       its parameters as they were said
 * @param spelledOut its parameters with what they leave to us
 */
record Camp(Plan plan, Revision head, Kept.OfProblem kept, Intervention<?> own, Said said, Said spelledOut) {
    Problem problem() {
        return kept.value();
    }

    /** Its id. */
    String id() {
        return own.id().value();
    }

    /** Without who takes part. */
    @Override
    public String toString() {
        return id();
    }
}

package dk.grundskema.api.server.pages;

import dk.grundskema.api.server.plans.Documents;
import dk.grundskema.api.server.plans.Plan;
import dk.grundskema.api.server.plans.Plans;
import dk.grundskema.api.server.plans.Revision;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.domain.problem.Problem;
import org.springframework.stereotype.Component;

/** What plans are of, for pages that only some have. A plan that can't be read with the types that are there is of nothing. */
@Component
class PlanKinds {
    private final Plans plans;
    private final Documents documents;

    PlanKinds(Plans plans, Documents documents) {
        this.plans = plans;
        this.documents = documents;
    }

    /**
     * What a plan has.
     *
     * @param hasTimetable whether something has been planned
     * @param hasCamp      whether a camp is planned
     * @param hasLessons   whether there are lessons to look at before anything is planned
     */
    record Kind(boolean hasTimetable, boolean hasCamp, boolean hasLessons) {
        /** Whether there is something held to look at. */
        boolean hasSomethingHeld() {
            return hasTimetable || hasLessons;
        }
    }

    /** What a plan has as it is now. */
    Kind of(Plan plan) {
        Revision head = plans.revision(plan.head());
        boolean hasTimetable = head.timetable() != null;
        try {
            Problem problem = documents.problem(head.problem()).value();
            return new Kind(
                    hasTimetable,
                    !CampPlans.in(problem).isEmpty(),
                    !problem.lessons().isEmpty());
        } catch (Refusal unreadable) {
            return new Kind(hasTimetable, false, false);
        }
    }
}

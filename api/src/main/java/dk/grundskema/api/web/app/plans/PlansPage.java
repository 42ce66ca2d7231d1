package dk.grundskema.api.web.app.plans;

import java.time.LocalDate;
import java.util.List;

/**
 * The page with somebody's plans.
 *
 * @param organisations where the person has plans or may make some, by name
 * @param waiting       what somebody is told who is nothing anywhere yet; empty otherwise
 * @param hasOwn        whether the person works in plans, and so has days of their own
 */
public record PlansPage(List<Organisation> organisations, String waiting, boolean hasOwn) {
    /** Copies the list. */
    public PlansPage {
        organisations = List.copyOf(organisations);
    }

    /**
     * An organisation.
     *
     * @param id      its id
     * @param name    what people call it
     * @param mayMake whether the person may make plans here
     * @param mayAdminister whether the person may say who may do what here
     * @param plans   its plans, the latest first
     */
    public record Organisation(String id, String name, boolean mayMake, boolean mayAdminister, List<Plan> plans) {
        /** Copies the list. */
        public Organisation {
            plans = List.copyOf(plans);
        }
    }

    /**
     * A plan.
     *
     * @param id           its id
     * @param title        what people call it
     * @param what         the titles of its interventions
     * @param first        its first day
     * @param last         its last day
     * @param isInUse      whether people work by it
     * @param isScenario   whether it was made beside another plan, to try something
     * @param hasTimetable whether there is a timetable yet
     */
    public record Plan(
            String id,
            String title,
            List<String> what,
            LocalDate first,
            LocalDate last,
            boolean isInUse,
            boolean isScenario,
            boolean hasTimetable) {
        /** Copies the list. */
        public Plan {
            what = List.copyOf(what);
        }
    }
}

package dk.grundskema.api.web.app.plans;

import dk.grundskema.api.web.app.Address;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page with somebody's plans.
 *
 * @param organisations where the person has plans or may make some, by name
 * @param waiting       what somebody is told who is nothing anywhere yet; empty otherwise
 * @param hasOwn        whether the person works in plans, and so has days of their own
 */
public record PlansPage(List<Organisation> organisations, String waiting, boolean hasOwn) {
    /** So many plans of an organisation are shown at once. */
    public static final int MOST_SHOWN = 100;

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
     * @param plans   its plans, the latest first, as many as are shown
     * @param from    how many later ones are left out
     * @param all     how many plans it has
     */
    public record Organisation(
            String id, String name, boolean mayMake, boolean mayAdminister, List<Plan> plans, int from, int all) {
        /** Copies the list. */
        public Organisation {
            plans = List.copyOf(plans);
        }

        /** Whether some of its plans aren't shown. */
        public boolean isPart() {
            return plans.size() < all;
        }

        /** Where earlier plans are; empty if there are none. */
        public String earlier() {
            return from + plans.size() < all ? address(from + MOST_SHOWN) : "";
        }

        /** Where later plans are; empty if there are none. */
        public String later() {
            return from > 0 ? address(Math.max(0, from - MOST_SHOWN)) : "";
        }

        private String address(int from) {
            return "/?of=%s&from=%d".formatted(Address.part(id), from);
        }
    }

    /**
     * A plan.
     *
     * @param id           its id
     * @param title        what people call it
     * @param what         the titles of its interventions
     * @param first        its first day; {@code null} if it can't be read
     * @param last         its last day; {@code null} if it can't be read
     * @param isInUse      whether people work by it
     * @param isScenario   whether it was made beside another plan, to try something
     * @param hasTimetable whether there is a timetable yet
     * @param lacks        why it can't be read with what is installed here, in sentences; empty if it can
     */
    public record Plan(
            String id,
            String title,
            List<String> what,
            @Nullable LocalDate first,
            @Nullable LocalDate last,
            boolean isInUse,
            boolean isScenario,
            boolean hasTimetable,
            String lacks) {
        /** Copies the list. */
        public Plan {
            what = List.copyOf(what);
        }
    }
}

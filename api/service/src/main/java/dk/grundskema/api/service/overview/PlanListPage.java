package dk.grundskema.api.service.overview;

import dk.grundskema.api.platform.page.AddressEncoder;
import dk.grundskema.api.platform.page.PageHead;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Model of the page with a user's plans.
 *
 * @param organisations organisations in which the user has plans or may create some, by name
 * @param waiting       message for a user without any role; empty otherwise
 * @param hasOwn        whether the user is a staff member of plans and so has an own timetable
 */
public record PlanListPage(List<OrganisationPlans> organisations, String waiting, boolean hasOwn) {
    /** Maximum number of plans of an organisation on the page. */
    public static final int MOST_SHOWN = 100;

    /** Copies the list. */
    public PlanListPage {
        organisations = List.copyOf(organisations);
    }

    /** Returns the head of the page. */
    public PageHead head() {
        return PageHead.ofText("plans");
    }

    /**
     * An organisation.
     *
     * @param id            id
     * @param name          display name
     * @param mayMake       whether the user may create plans here
     * @param mayAdminister whether the user may manage roles here
     * @param plans         shown plans, latest first
     * @param from          number of later plans that are left out
     * @param all           total number of plans
     */
    public record OrganisationPlans(
            String id, String name, boolean mayMake, boolean mayAdminister, List<PlanCard> plans, int from, int all) {
        /** Copies the list. */
        public OrganisationPlans {
            plans = List.copyOf(plans);
        }

        /** Returns whether some plans are not shown. */
        public boolean isPart() {
            return plans.size() < all;
        }

        /** Returns the address of earlier plans; empty if there are none. */
        public String earlierPlansAddress() {
            return from + plans.size() < all ? address(from + MOST_SHOWN) : "";
        }

        /** Returns the address of later plans; empty if there are none. */
        public String later() {
            return from > 0 ? address(Math.max(0, from - MOST_SHOWN)) : "";
        }

        private String address(int from) {
            return "/?of=%s&from=%d".formatted(AddressEncoder.encode(id), from);
        }
    }

    /**
     * A plan.
     *
     * @param id           id
     * @param title        title
     * @param what         titles of its interventions
     * @param first        first day; {@code null} if the plan cannot be read
     * @param last         last day; {@code null} if the plan cannot be read
     * @param isInUse      whether the plan is in use
     * @param isScenario   whether it was created as a scenario of another plan
     * @param hasTimetable whether it has a timetable
     * @param status       status of its current revision in short, in the language of the page; empty if it is not known
     * @param isWhole      whether the status says that nothing is wrong
     * @param lacks        reasons why it cannot be read by this installation; empty if it can
     */
    public record PlanCard(
            String id,
            String title,
            List<String> what,
            @Nullable LocalDate first,
            @Nullable LocalDate last,
            boolean isInUse,
            boolean isScenario,
            boolean hasTimetable,
            String status,
            boolean isWhole,
            String lacks) {
        /** Copies the list. */
        public PlanCard {
            what = List.copyOf(what);
        }
    }
}

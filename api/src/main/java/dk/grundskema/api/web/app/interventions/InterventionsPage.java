package dk.grundskema.api.web.app.interventions;

import dk.grundskema.api.web.app.Address;
import java.util.List;

/**
 * The page with what is planned.
 *
 * @param plan     id of the plan
 * @param version  the plan's version
 * @param mayPlan  whether the visitor may change it
 * @param all      the interventions
 * @param removed  what was just taken away; empty if nothing
 * @param troubles why what was asked for isn't done; empty if nothing was refused
 */
public record InterventionsPage(
        String plan, long version, boolean mayPlan, List<Planned> all, String removed, List<String> troubles) {
    /** Copies the lists. */
    public InterventionsPage {
        all = List.copyOf(all);
        troubles = List.copyOf(troubles);
    }

    /**
     * An intervention.
     *
     * @param id       its id
     * @param title    what people call it
     * @param type     what people call its type
     * @param groups   how many classes or groups it names
     * @param students how many students it names
     * @param staff    how many of the staff it names
     * @param times    how often something of it is held in the plan's whole period, each week of a weekly lesson counted
     * @param isMost   whether that is the most that can be: some of it is held only if somebody comes to it
     */
    public record Planned(
            String id, String title, String type, int groups, int students, int staff, int times, boolean isMost) {
        /** Its id in addresses. */
        public String inAddress() {
            return Address.part(id);
        }
    }

    /**
     * A type that can be chosen.
     *
     * @param id      its id
     * @param name    what people call it
     * @param summary what it is
     * @param source  document and chapter that it is from
     */
    public record Type(String id, String name, String summary, String source) {}
}

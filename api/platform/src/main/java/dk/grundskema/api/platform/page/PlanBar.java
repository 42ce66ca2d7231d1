package dk.grundskema.api.platform.page;

import java.util.List;

/**
 * Navigation bar above each page of a plan.
 *
 * @param plan    id of the plan
 * @param title   title of the plan
 * @param version version that the page shows, or an earlier one
 * @param parts   parts that the visitor may view, in order
 * @param shown   part that the page belongs to
 * @param missing intervention types that are not installed: the plan can only be looked at; empty means none
 */
public record PlanBar(
        String plan, String title, long version, List<PlanPart> parts, PlanPart shown, List<String> missing) {
    /** Copies the lists. */
    public PlanBar {
        parts = List.copyOf(parts);
        missing = List.copyOf(missing);
    }

    /** Returns the address of a part. */
    public String address(PlanPart part) {
        return "/plans/" + plan + part.path();
    }

    /** Returns the address only, without the title. */
    @Override
    public String toString() {
        return address(shown);
    }
}

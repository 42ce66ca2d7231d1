package dk.grundskema.api.web.app;

import java.util.List;

/**
 * What stands above each page of a plan.
 *
 * @param plan    id of the plan
 * @param title   what people call it
 * @param version the version that the page shows, or one before it
 * @param parts   the parts that the visitor may look at, in order
 * @param shown   the part that the page belongs to
 */
public record PlanBar(String plan, String title, long version, List<PlanPart> parts, PlanPart shown) {
    /** Copies the list. */
    public PlanBar {
        parts = List.copyOf(parts);
    }

    /** Where a part is. */
    public String address(PlanPart part) {
        return "/plans/" + plan + part.path();
    }

    /** Without the title. */
    @Override
    public String toString() {
        return address(shown);
    }
}

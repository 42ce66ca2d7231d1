package dk.grundskema.api.web.app.plans;

import dk.grundskema.api.web.app.Area;
import dk.grundskema.api.web.app.Frame;
import dk.grundskema.api.web.app.Head;
import dk.grundskema.api.web.app.PlanBar;
import dk.grundskema.api.web.app.PlanPart;
import dk.grundskema.api.web.app.Visitor;
import java.util.List;
import java.util.Map;

/** Draws the page with somebody's plans, and that of each. */
public final class PlansPages {
    /** Examples that a visitor can begin with, by their names. */
    public static final List<String> EXAMPLES = List.of("camp-3-weeks", "school-12-classes");

    private final Area area;

    /** @param frame what stands around them */
    public PlansPages(Frame frame) {
        this.area = new Area(PlansPages.class, frame);
    }

    /** The page with somebody's plans. */
    public String plans(Visitor visitor, PlansPage page) {
        Head head = Head.of(area.words().text("plans"));
        return area.page(visitor, head, "plans", Map.of("page", page, "examples", EXAMPLES));
    }

    /** The page of a plan. */
    public String plan(Visitor visitor, PlanBar bar, PlanPage page, NextSteps steps) {
        String next = area.part(visitor, "next", Map.of("steps", steps, "bar", bar));
        return area.page(
                visitor,
                Head.of(bar.title(), bar).fresh(),
                "plan",
                Map.of(
                        "page",
                        page,
                        "bar",
                        bar,
                        "next",
                        next,
                        "planning",
                        bar.address(PlanPart.PLAN),
                        "printing",
                        bar.parts().contains(PlanPart.PRINT) ? bar.address(PlanPart.PRINT) : ""));
    }
}

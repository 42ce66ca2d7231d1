package dk.grundskema.api.web.app.plans;

import dk.grundskema.api.web.app.Area;
import dk.grundskema.api.web.app.Frame;
import dk.grundskema.api.web.app.Head;
import dk.grundskema.api.web.app.PlanBar;
import dk.grundskema.api.web.app.PlanPart;
import dk.grundskema.api.web.app.Visitor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Draws the page with somebody's plans, and that of each. */
public final class PlansPages {
    /** Examples that a visitor can begin with, by their names. */
    public static final List<String> EXAMPLES = List.of("camp-3-weeks", "school-12-classes");

    /** Cards of so many plans are kept as they were drawn: drawing one takes a hundred times as long as looking it up. */
    private static final int MOST_CARDS = 2000;

    private final Area area;
    private final Map<PlansPage.Plan, String> cards = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<PlansPage.Plan, String> eldest) {
            return size() > MOST_CARDS;
        }
    });

    /** @param frame what stands around them */
    public PlansPages(Frame frame) {
        this.area = new Area(PlansPages.class, frame);
    }

    /** The page with somebody's plans. */
    public String plans(Visitor visitor, PlansPage page) {
        Head head = Head.of(area.words().text("plans"));
        Map<String, String> drawn = page.organisations().stream()
                .collect(Collectors.toMap(
                        PlansPage.Organisation::id,
                        organisation -> organisation.plans().stream()
                                .map(plan -> card(visitor, plan))
                                .collect(Collectors.joining()),
                        (one, other) -> one));
        return area.page(visitor, head, "plans", Map.of("page", page, "cards", drawn, "examples", EXAMPLES));
    }

    /** What a card says follows from the plan alone, not from the visitor. */
    private String card(Visitor visitor, PlansPage.Plan plan) {
        String known = cards.get(plan);
        if (known != null) {
            return known;
        }
        String drawn = area.part(visitor, "plan-card", Map.of("plan", plan));
        cards.put(plan, drawn);
        return drawn;
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

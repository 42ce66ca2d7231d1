package dk.grundskema.api.service.overview;

import dk.grundskema.api.service.http.LeastRecentlyUsedCache;
import dk.grundskema.api.service.page.PageFrame;
import dk.grundskema.api.service.page.PageHead;
import dk.grundskema.api.service.page.PageTemplates;
import dk.grundskema.api.service.page.PlanBar;
import dk.grundskema.api.service.page.PlanPart;
import dk.grundskema.api.service.page.Visitor;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Renders the list of a user's plans and the page of each plan. */
public final class PlanPageRenderer {
    /** Names of the examples offered to visitors. */
    public static final List<String> EXAMPLES = List.of("camp-3-weeks", "school-12-classes");

    /** Maximum number of cached cards; rendering takes a hundred times as long as a look-up. */
    private static final int MOST_CARDS = 2000;

    private final PageTemplates templates;
    private final LeastRecentlyUsedCache<PlanListPage.PlanCard, String> cards =
            LeastRecentlyUsedCache.create(MOST_CARDS);

    /** @param pageFrame frame around the pages */
    public PlanPageRenderer(PageFrame pageFrame) {
        this.templates = new PageTemplates(PlanPageRenderer.class, "plans", pageFrame);
    }

    /** Renders the list of plans. */
    public String renderList(Visitor visitor, PlanListPage page) {
        PageHead head = PageHead.of(templates.texts().text("plans"));
        Map<String, String> drawn = page.organisations().stream()
                .collect(Collectors.toMap(
                        PlanListPage.OrganisationPlans::id,
                        organisation -> organisation.plans().stream()
                                .map(plan -> cachedCard(visitor, plan))
                                .collect(Collectors.joining()),
                        (one, other) -> one));
        return templates.renderPage(visitor, head, "plans", Map.of("page", page, "cards", drawn, "examples", EXAMPLES));
    }

    /** Returns a card from the cache; its content depends on the plan only, not on the visitor. */
    private String cachedCard(Visitor visitor, PlanListPage.PlanCard plan) {
        return cards.get(plan, fresh -> templates.renderPart(visitor, "plan-card", Map.of("plan", plan)));
    }

    /** Renders the page of a plan. */
    public String renderPlan(Visitor visitor, PlanBar bar, PlanOverviewPage page, NextSteps steps) {
        String next = templates.renderPart(visitor, "next", Map.of("steps", steps, "bar", bar));
        return templates.renderPage(
                visitor,
                PageHead.of(bar.title(), bar).withAutoRefresh(),
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

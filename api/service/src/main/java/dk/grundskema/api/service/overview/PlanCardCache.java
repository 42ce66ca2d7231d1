package dk.grundskema.api.service.overview;

import dk.grundskema.api.platform.http.LeastRecentlyUsedCache;
import dk.grundskema.api.platform.page.PageTemplates;
import dk.grundskema.api.platform.page.Visitor;
import dk.grundskema.api.service.overview.PlanListPage.OrganisationPlans;
import dk.grundskema.api.service.overview.PlanListPage.PlanCard;
import java.util.Map;
import java.util.stream.Collectors;

/** Caches rendered cards of plans. The content of a card depends on plan and language only, not on the visitor. */
final class PlanCardCache {
    /** Maximum number of cached cards; rendering takes a hundred times as long as a look-up. */
    private static final int MOST_CARDS = 4000;

    private final LeastRecentlyUsedCache<CardKey, String> cards = LeastRecentlyUsedCache.create(MOST_CARDS);

    /**
     * Key of a card.
     *
     * @param language two-letter language code
     * @param plan     content of the card
     */
    private record CardKey(String language, PlanCard plan) {}

    /** Returns the rendered cards of each organisation by its id. */
    Map<String, String> render(PageTemplates templates, Visitor visitor, PlanListPage page) {
        return page.organisations().stream()
                .collect(Collectors.toMap(
                        OrganisationPlans::id,
                        organisation -> organisation.plans().stream()
                                .map(plan -> render(templates, visitor, plan))
                                .collect(Collectors.joining()),
                        (one, other) -> one));
    }

    private String render(PageTemplates templates, Visitor visitor, PlanCard plan) {
        var key = new CardKey(templates.texts().language(), plan);
        return cards.get(key, fresh -> templates.renderPart(visitor, "plan-card", Map.of("plan", fresh.plan())));
    }
}

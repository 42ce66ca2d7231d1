package dk.grundskema.api.server.pages.loads;

import dk.grundskema.api.server.identity.Needs;
import dk.grundskema.api.server.identity.Permission;
import dk.grundskema.api.server.pages.Front;
import dk.grundskema.api.server.pages.Spoken;
import dk.grundskema.api.server.plans.Plan;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.plans.Plans;
import dk.grundskema.api.server.platform.Speaking;
import dk.grundskema.api.server.views.SeenLoads;
import dk.grundskema.api.web.app.PlanBar;
import dk.grundskema.api.web.app.PlanPart;
import dk.grundskema.api.web.app.loads.LoadsPage;
import dk.grundskema.api.web.app.loads.LoadsPage.Order;
import dk.grundskema.api.web.app.loads.LoadsPages;
import dk.grundskema.domain.finding.Texts;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The page with how much everybody works by a plan, and rests. */
@RestController
@Hidden // no part of what programs are offered
final class LoadsPageController {
    private final Plans plans;
    private final SeenLoads loads;
    private final Front front;
    private final Speaking speaking;
    private final Spoken<LoadsPages> pages;

    LoadsPageController(Plans plans, SeenLoads loads, Front front, Speaking speaking) {
        this.plans = plans;
        this.loads = loads;
        this.front = front;
        this.speaking = speaking;
        this.pages = front.speaking(LoadsPages::new);
    }

    /**
     * @param sort in which order people stand, such as {@code hours}; by their names if it is none
     * @param from the first week that strips show, such as {@code 2026-W37}; the first of all if it is none
     */
    @GetMapping("/plans/{plan}/loads")
    @Needs(Permission.READ)
    ResponseEntity<byte[]> showLoads(
            @PathVariable PlanId plan,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(defaultValue = "") String from,
            HttpServletRequest request) {
        Plan found = plans.get(plan);
        boolean hasTimetable = plans.revision(found.head()).timetable() != null;
        LoadsPage page = hasTimetable
                ? new LoadFigures(plan, loads.of(plan), law()).page(order(sort), from)
                : LoadsPage.none(plan.value());
        PlanBar bar = front.bar(found, PlanPart.LOADS);
        return pages.page(request, (own, visitor) -> own.loads(visitor, bar, page));
    }

    private String law() {
        Texts texts = speaking.texts();
        return texts.text("fidelity.law") + ", " + texts.text("fidelity.law.rest");
    }

    private static Order order(String sort) {
        return Arrays.stream(Order.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(sort))
                .findFirst()
                .orElse(Order.NAME);
    }
}

package dk.grundskema.api.server.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dk.grundskema.api.server.pages.Modules.choice;
import static dk.grundskema.api.server.pages.Modules.drop;
import static dk.grundskema.api.server.pages.Modules.hold;
import static dk.grundskema.api.server.pages.Modules.lock;
import static dk.grundskema.api.server.pages.Modules.module;
import static dk.grundskema.api.server.pages.Modules.near;
import static dk.grundskema.api.server.pages.Modules.ofAnotherSubject;
import static dk.grundskema.api.server.pages.Modules.panel;
import static dk.grundskema.api.server.pages.Modules.title;
import static dk.grundskema.api.server.pages.Modules.told;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What somebody set by hand is locked for the computer, and still theirs to move on: in a real browser. */
@Tag("full")
final class OwnByHandTest {
    @RegisterExtension
    static final CampByHand CAMPS = new CampByHand();

    private static String session(Page page, int number) {
        return String.valueOf(module(page, number).evaluate("td => JSON.parse(td.dataset.meeting).session"));
    }

    /** Exchanges two modules by dragging one onto the other; nothing is asked. */
    private static void exchange(Page page, int one, int other) {
        String title = title(page, one);
        drop(page, module(page, one), module(page, other));
        assertThat(told(page)).containsText("Flyttede " + title);
        assertThat(module(page, other).locator(".hold")).hasText(title);
        assertThat(module(page, other)).containsText("låst");
    }

    /** Somebody who drags one module onto another is told that it is locked, and nothing is done. */
    private static void asks(Page page, int one, int other) {
        String title = title(page, one);
        hold(page, module(page, one), module(page, other));
        assertThat(near(page)).containsText("Låst");
        assertThat(page.locator(".tt td.to.locked").first()).isVisible();
        page.mouse().up();
        assertThat(told(page)).containsText("det er ikke gjort");
        assertThat(module(page, one).locator(".hold")).hasText(title);
    }

    private static void lockElsewhere(String camp, Map<String, Object> what) {
        var other = CAMPS.other();
        var locked = other.with("If-Match", other.get(camp).tag()).post(camp + "/locks", what);
        assertThat(locked.status()).as(locked.body()).isEqualTo(200);
    }

    @Test
    void whatSomebodyPlacedIsMovedOnWithoutAskingUntilTheyLockIt() {
        try (Visit visit = CAMPS.planner()) {
            Page page = visit.page();
            int there = ofAnotherSubject(page, 5);
            exchange(page, 5, there);

            hold(page, module(page, there), module(page, 5));
            assertThat(page.locator(".tt td.to").first()).isVisible();
            assertThat(page.locator(".tt td.to.locked")).hasCount(0);
            assertThat(near(page)).not().containsText("Låst");
            page.keyboard().press("Escape");
            page.mouse().up();
            exchange(page, there, 5);
            assertThat(told(page).getByText("Lås op og gør det")).hasCount(0);

            module(page, 5).locator(".hold").click();
            assertThat(panel(page)).containsText("Låst: fag");
            assertThat(panel(page)).containsText("flytte det igen uden at låse op");
            page.keyboard().press("Escape");
            page.reload();
            exchange(page, 5, there);
            exchange(page, there, 5);

            lock(page, 5);
            module(page, 5).locator(".hold").click();
            assertThat(panel(page)).not().containsText("flytte det igen uden at låse op");
            assertThat(choice(page, "Lås")).hasCount(0);
            page.keyboard().press("Escape");
            asks(page, 5, there);
        }
    }

    @Test
    void whatWasLockedBeforeAsksUntilSomebodyMeansItAndAgainOnceThatIsUndone() {
        String camp = CAMPS.camp();
        try (Visit visit = CAMPS.planner(CAMPS.week(camp))) {
            Page page = visit.page();
            lockElsewhere(camp, Map.of("sessionId", session(page, 5)));
            page.reload();
            int there = ofAnotherSubject(page, 5);
            asks(page, there, 5);
            String moved = title(page, there);
            told(page).getByText("Lås op og gør det").click();
            assertThat(module(page, 5).locator(".hold")).hasText(moved);
            assertThat(told(page)).containsText("Flyttede " + moved);
            exchange(page, 5, there);
            exchange(page, there, 5);

            for (int step = 0; step < 3; step++) {
                page.keyboard().press("Control+z");
                assertThat(told(page)).containsText("Fortrudt: Flyttede ");
                page.waitForFunction(
                        "count => document.querySelector('[data-board]').dataset.own.split(' ').length === count",
                        3 - step);
            }
            asks(page, there, 5);

            page.keyboard().press("Control+Shift+z");
            assertThat(told(page)).containsText("Gentaget: Flyttede " + moved);
            assertThat(module(page, 5).locator(".hold")).hasText(moved);
            exchange(page, 5, there);
        }
    }

    @Test
    void somebodyInAnotherTabOrWhomeverElseChangedThePlanIsAsked() {
        String camp = CAMPS.camp();
        try (Visit visit = CAMPS.planner(CAMPS.week(camp));
                Visit elsewhere = CAMPS.planner(CAMPS.week(camp))) {
            Page page = visit.page();
            int there = ofAnotherSubject(page, 5);
            exchange(page, 5, there);
            elsewhere.page().reload();
            asks(elsewhere.page(), there, 5);

            lockElsewhere(camp, Map.of("sessionId", session(page, 5), "what", List.of("SUBJECT")));
            assertThat(page.locator("#news")).containsText("Låst: ");
            asks(page, there, 5);
        }
    }

    @Test
    void whoWasPutSomewhereIsPutElsewhereWithoutAskingButNotWhoWasLockedThere() {
        String camp = CAMPS.camp();
        try (Visit visit = CAMPS.planner(CAMPS.week(camp))) {
            Page page = visit.page();
            String stays = name(people(page).last());
            assertThat(name(people(page).first()))
                    .as("somebody else is there, too")
                    .isNotEqualTo(stays);
            String id = String.valueOf(module(page, 0)
                    .evaluate("td => JSON.parse(td.dataset.meeting).seats.filter(one => one.staff).at(-1).staff"));
            lockElsewhere(camp, Map.of("sessionId", session(page, 0), "staffId", id));
            page.reload();
            for (int time = 0; time < 2; time++) {
                String moved = name(people(page).first());
                drop(page, people(page).first(), somebodyElse(page, stays));
                assertThat(told(page)).containsText(moved);
                assertThat(told(page)).containsText("har byttet plads");
                assertThat(people(page).first()).not().containsText(moved);
            }

            module(page, 0).locator(".hold").click();
            assertThat(panel(page)).containsText("Låst: ");
            assertThat(panel(page)).not().containsText("flytte det igen uden at låse op");
            page.keyboard().press("Escape");
            hold(page, somebodyElse(page, stays), people(page).last());
            assertThat(near(page)).containsText("Låst");
            page.mouse().up();
            assertThat(told(page)).containsText("det er ikke gjort");
        }
    }

    private static Locator people(Page page) {
        return module(page, 0).locator(".who");
    }

    private static String name(Locator person) {
        return person.textContent().strip();
    }

    /** Somebody in a module who is neither in the first one nor called so. */
    private static Locator somebodyElse(Page page, String name) {
        return page.locator(".tt td[data-meeting*='/module-']")
                .filter(new Locator.FilterOptions()
                        .setHasNotText(name(people(page).first())))
                .locator(".who", new Locator.LocatorOptions().setHasNotText(name))
                .first();
    }
}

package dk.grundskema.api.service.timetable;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dk.grundskema.api.service.testing.ModuleGestures.choiceButton;
import static dk.grundskema.api.service.testing.ModuleGestures.drop;
import static dk.grundskema.api.service.testing.ModuleGestures.findOtherSubject;
import static dk.grundskema.api.service.testing.ModuleGestures.hold;
import static dk.grundskema.api.service.testing.ModuleGestures.lock;
import static dk.grundskema.api.service.testing.ModuleGestures.module;
import static dk.grundskema.api.service.testing.ModuleGestures.panel;
import static dk.grundskema.api.service.testing.ModuleGestures.placeHint;
import static dk.grundskema.api.service.testing.ModuleGestures.statusMessage;
import static dk.grundskema.api.service.testing.ModuleGestures.title;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dk.grundskema.api.service.testing.BrowserVisit;
import dk.grundskema.api.service.testing.CampEditingExtension;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A placement by hand is locked for the solver, but its planner can still move it: in a real browser. */
@Tag("browser")
final class ManualEditingOwnershipBrowserTest {
    @RegisterExtension
    static final CampEditingExtension CAMPS = new CampEditingExtension();

    private static String session(Page page, int number) {
        return String.valueOf(module(page, number).evaluate("td => JSON.parse(td.dataset.meeting).session"));
    }

    /** Swaps two modules by dragging one onto the other; no question is shown. */
    private static void exchange(Page page, int one, int other) {
        String title = title(page, one);
        drop(page, module(page, one), module(page, other));
        assertThat(statusMessage(page)).containsText("Flyttede " + title);
        assertThat(module(page, other).locator(".hold")).hasText(title);
        assertThat(module(page, other)).containsText("låst");
    }

    /** Drags one module onto another and asserts that the page reports a lock and changes nothing. */
    private static void asks(Page page, int one, int other) {
        String title = title(page, one);
        hold(page, module(page, one), module(page, other));
        assertThat(placeHint(page)).containsText("Låst");
        assertThat(page.locator(".tt td.to.locked").first()).isVisible();
        page.mouse().up();
        assertThat(statusMessage(page)).containsText("det er ikke gjort");
        assertThat(module(page, one).locator(".hold")).hasText(title);
    }

    private static void lockElsewhere(String camp, Map<String, Object> what) {
        var other = CAMPS.otherClient();
        var locked = other.withHeader("If-Match", other.get(camp).tag()).post(camp + "/locks", what);
        assertThat(locked.status()).as(locked.body()).isEqualTo(200);
    }

    @Test
    void meetingPlacedByThePlannerMovesWithoutAskingUntilLocked() {
        try (BrowserVisit visit = CAMPS.openAsPlanner()) {
            Page page = visit.page();
            int there = findOtherSubject(page, 5);
            exchange(page, 5, there);

            hold(page, module(page, there), module(page, 5));
            assertThat(page.locator(".tt td.to").first()).isVisible();
            assertThat(page.locator(".tt td.to.locked")).hasCount(0);
            assertThat(placeHint(page)).not().containsText("Låst");
            page.keyboard().press("Escape");
            page.mouse().up();
            exchange(page, there, 5);
            assertThat(statusMessage(page).getByText("Lås op og gør det")).hasCount(0);

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
            assertThat(choiceButton(page, "Lås")).hasCount(0);
            page.keyboard().press("Escape");
            asks(page, 5, there);
        }
    }

    @Test
    void earlierLockAsksUntilConfirmedAndAgainAfterUndo() {
        String camp = CAMPS.makeCamp();
        try (BrowserVisit visit = CAMPS.openAsPlanner(CAMPS.weekAddress(camp))) {
            Page page = visit.page();
            lockElsewhere(camp, Map.of("sessionId", session(page, 5)));
            page.reload();
            int there = findOtherSubject(page, 5);
            asks(page, there, 5);
            String moved = title(page, there);
            statusMessage(page).getByText("Lås op og gør det").click();
            assertThat(module(page, 5).locator(".hold")).hasText(moved);
            assertThat(statusMessage(page)).containsText("Flyttede " + moved);
            exchange(page, 5, there);
            exchange(page, there, 5);

            for (int step = 0; step < 3; step++) {
                page.keyboard().press("Control+z");
                assertThat(statusMessage(page)).containsText("Fortrudt: Flyttede ");
                page.waitForFunction(
                        "count => document.querySelector('[data-board]').dataset.own.split(' ').length === count",
                        3 - step);
            }
            asks(page, there, 5);

            page.keyboard().press("Control+Shift+z");
            assertThat(statusMessage(page)).containsText("Gentaget: Flyttede " + moved);
            assertThat(module(page, 5).locator(".hold")).hasText(moved);
            exchange(page, 5, there);
        }
    }

    @Test
    void moveAsksInAnotherTabAndAfterAChangeByAnotherPerson() {
        String camp = CAMPS.makeCamp();
        try (BrowserVisit visit = CAMPS.openAsPlanner(CAMPS.weekAddress(camp));
                BrowserVisit elsewhere = CAMPS.openAsPlanner(CAMPS.weekAddress(camp))) {
            Page page = visit.page();
            int there = findOtherSubject(page, 5);
            exchange(page, 5, there);
            elsewhere.page().reload();
            asks(elsewhere.page(), there, 5);

            lockElsewhere(camp, Map.of("sessionId", session(page, 5), "what", List.of("SUBJECT")));
            assertThat(page.locator("#news")).containsText("Låst: ");
            asks(page, there, 5);
        }
    }

    @Test
    void staffMemberPlacedByHandMovesWithoutAskingUnlessLocked() {
        String camp = CAMPS.makeCamp();
        try (BrowserVisit visit = CAMPS.openAsPlanner(CAMPS.weekAddress(camp))) {
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
                assertThat(statusMessage(page)).containsText(moved);
                assertThat(statusMessage(page)).containsText("har byttet plads");
                assertThat(people(page).first()).not().containsText(moved);
            }

            module(page, 0).locator(".hold").click();
            assertThat(panel(page)).containsText("Låst: ");
            assertThat(panel(page)).not().containsText("flytte det igen uden at låse op");
            page.keyboard().press("Escape");
            hold(page, somebodyElse(page, stays), people(page).last());
            assertThat(placeHint(page)).containsText("Låst");
            page.mouse().up();
            assertThat(statusMessage(page)).containsText("det er ikke gjort");
        }
    }

    private static Locator people(Page page) {
        return module(page, 0).locator(".who");
    }

    private static String name(Locator person) {
        return person.textContent().strip();
    }

    /** Returns a person of the module who is neither in the first one nor has the same name. */
    private static Locator somebodyElse(Page page, String name) {
        return page.locator(".tt td[data-meeting*='/module-']")
                .filter(new Locator.FilterOptions()
                        .setHasNotText(name(people(page).first())))
                .locator(".who", new Locator.LocatorOptions().setHasNotText(name))
                .first();
    }
}

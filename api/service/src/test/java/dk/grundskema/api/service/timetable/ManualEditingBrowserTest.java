package dk.grundskema.api.service.timetable;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
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
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.BoundingBox;
import dk.grundskema.api.service.testing.BrowserVisit;
import dk.grundskema.api.service.testing.CampEditingExtension;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A timetable changed by hand, by mouse and by keys alone, in a real browser. */
@Tag("browser")
final class ManualEditingBrowserTest {
    private static final Pattern LEVEL = Pattern.compile("Passer|Noget mangler|Bryder en regel");

    @RegisterExtension
    static final CampEditingExtension CAMPS = new CampEditingExtension();

    private static int moduleOfAnotherSubject(Page page, String subject) {
        return IntStream.range(8, 14)
                .filter(number -> !title(page, number).equals(subject))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aModuleThatIsDraggedSaysWhatItWouldBreakAndStaysWhereItIsDropped() {
        try (BrowserVisit visit = CAMPS.openAsPlanner()) {
            Page page = visit.page();
            page.mouse().wheel(0, 120);
            page.waitForFunction("scrollY > 0");
            String first = title(page, 5);
            int other = moduleOfAnotherSubject(page, first);
            String second = title(page, other);

            hold(page, module(page, 5), module(page, other).locator(".hold"));

            Locator near = placeHint(page);
            assertThat(near).containsText(LEVEL);
            assertThat(near).containsText(first + " → ");
            assertThat(near).containsText("bytter plads med " + second);
            Object before = page.evaluate("scrollY");
            page.mouse().up();
            assertThat(statusMessage(page)).containsText("Flyttede " + first);
            assertThat(module(page, other).locator(".hold")).hasText(first);
            assertThat(module(page, 5).locator(".hold")).hasText(second);
            assertThat(module(page, other)).containsText("låst");
            assertThat(page.evaluate("scrollY")).isEqualTo(before);

            statusMessage(page).getByText("Fortryd").click();
            assertThat(statusMessage(page)).containsText("Fortrudt: Flyttede " + first);
            assertThat(module(page, 5).locator(".hold")).hasText(first);
            page.keyboard().press("Control+Shift+z");
            assertThat(module(page, other).locator(".hold")).hasText(first);
            page.keyboard().press("Control+z");
            assertThat(module(page, 5).locator(".hold")).hasText(first);
        }
    }

    @Test
    void dragCancelledByEscapeOrDroppedAtHomeChangesNothing() {
        String place = CAMPS.makeCamp();
        try (BrowserVisit visit = CAMPS.openAsPlanner(CAMPS.weekAddress(place))) {
            Page page = visit.page();
            Object version = CAMPS.otherClient().get(place).at("/version");
            hold(page, module(page, 0), module(page, 8));
            assertThat(page.locator("[data-near]")).isVisible();
            page.keyboard().press("Escape");
            assertThat(page.locator("[data-near]")).isHidden();
            page.mouse().up();
            hold(page, module(page, 1), module(page, 8));
            BoundingBox home = module(page, 1).boundingBox();
            page.mouse().move(home.x + home.width / 2, home.y + home.height / 2);
            assertThat(page.locator("[data-near]")).isHidden();
            page.mouse().up();
            assertThat(statusMessage(page)).isHidden();
            assertThat(page.locator("dialog.panel[open]")).hasCount(0);
            assertThat(CAMPS.otherClient().get(place).at("/version")).isEqualTo(version);
        }
    }

    @Test
    void twoPeopleChangePlacesByDraggingOneOntoTheOther() {
        try (BrowserVisit visit = CAMPS.openAsPlanner()) {
            Page page = visit.page();
            Locator one = module(page, 0).locator(".who").first();
            String name = one.textContent().strip();
            Locator other = page.locator(".tt td[data-meeting*='/module-']")
                    .filter(new Locator.FilterOptions().setHasNotText(name))
                    .first();
            String session = String.valueOf(other.evaluate("td => JSON.parse(td.dataset.meeting).session"));

            hold(page, one, other.locator(".who").first());

            assertThat(placeHint(page)).containsText(LEVEL);
            page.mouse().up();
            assertThat(statusMessage(page)).containsText("har byttet plads");
            assertThat(page.locator(".tt td[data-meeting*='" + session + "\"']"))
                    .containsText(name);
        }
    }

    @Test
    void aModuleIsMovedByKeysAlone() {
        try (BrowserVisit visit = CAMPS.openAsPlanner()) {
            Page page = visit.page();
            String first = title(page, 3);
            module(page, 3).locator(".hold").focus();
            page.keyboard().press("Enter");
            assertThat(page.locator("dialog.panel[open] h2")).hasText(first);
            page.keyboard().press("Enter"); // on what has the focus: to move it
            Locator chosen = page.locator("dialog.panel .choices button:focus");
            assertThat(chosen).containsText(LEVEL);
            page.keyboard().press("ArrowDown");
            assertThat(page.locator("dialog.panel .choices li:nth-child(2) button"))
                    .isFocused();
            page.keyboard().press("Escape");
            assertThat(page.locator("dialog.panel[open]")).hasCount(0);
            assertThat(module(page, 3).locator(".hold")).isFocused();
            assertThat(module(page, 3).locator(".hold")).hasText(first);
            page.keyboard().press("Enter");
            page.keyboard().press("Enter");
            assertThat(chosen).containsText(LEVEL);
            page.keyboard().press("Enter");
            assertThat(statusMessage(page)).containsText("Flyttede " + first);
            assertThat(page.locator(".hold:focus")).hasText(first);
        }
    }

    @Test
    void lockMarkStaysUntilTheMeetingIsUnlocked() {
        try (BrowserVisit visit = CAMPS.openAsPlanner()) {
            Page page = visit.page();
            lock(page, 2);
            assertThat(module(page, 3)).not().containsText("låst");
            module(page, 2).locator(".hold").click();
            assertThat(panel(page)).containsText("Låst: tid, ");
            panel(page).getByText("Lås op").click();
            assertThat(statusMessage(page)).containsText("op");
            assertThat(module(page, 2)).not().containsText("låst");
        }
    }

    @Test
    void candidatesAreRankedAndOnePressChoosesOne() {
        try (BrowserVisit visit = CAMPS.openAsPlanner()) {
            Page page = visit.page();
            module(page, 4).locator(".hold").click();
            panel(page).getByText("Hvem kan tage det?").first().click();
            assertThat(panel(page)).containsText("De bedste først");
            page.locator("dialog.panel summary").click();
            Locator last = page.locator("dialog.panel .choices button").last();
            assertThat(last).containsText(LEVEL);
            String name = last.locator("b").textContent();
            last.click();
            assertThat(statusMessage(page)).containsText(name + " har nu ");
            assertThat(module(page, 4)
                            .locator(
                                    ".who",
                                    new Locator.LocatorOptions().setHasText(name.substring(0, name.indexOf(" "))))
                            .first())
                    .isVisible();
        }
    }

    @Test
    void concurrentChangeIsReportedAndTheOwnMoveIsStillOffered() {
        String page = CAMPS.weekAddress(CAMPS.makeCamp());
        try (BrowserVisit one = CAMPS.openAsPlanner(page);
                BrowserVisit other = CAMPS.openAsPlanner(page)) {
            // The page of one user is inactive while the other works, so it gets no news.
            one.page().route("**/news?*", route -> route.fulfill(new Route.FulfillOptions().setStatus(204)));
            String meant = title(one.page(), 6);
            int there = findOtherSubject(one.page(), 6);
            lock(other.page(), 0);

            hold(one.page(), module(one.page(), 6), module(one.page(), there));
            assertThat(placeHint(one.page())).isVisible();
            one.page().mouse().up();

            assertThat(statusMessage(one.page())).containsText("ændrede planen imens");
            assertThat(module(one.page(), 0)).containsText("låst");
            assertThat(module(one.page(), 6).locator(".hold")).hasText(meant);
            assertThat(one.problems()).allMatch(text -> text.contains("412"));
            statusMessage(one.page()).getByText("Gør det alligevel").click();
            assertThat(statusMessage(one.page())).containsText("Flyttede " + meant);
            assertThat(module(one.page(), there).locator(".hold")).hasText(meant);
            assertThat(module(one.page(), 0)).containsText("låst");
        }
    }
}

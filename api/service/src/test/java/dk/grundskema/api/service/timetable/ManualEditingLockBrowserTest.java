package dk.grundskema.api.service.timetable;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dk.grundskema.api.service.testing.ModuleGestures.choiceButton;
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
import com.microsoft.playwright.options.ColorScheme;
import dk.grundskema.api.service.testing.BrowserVisit;
import dk.grundskema.api.service.testing.BrowserVisit.ViewingMode;
import dk.grundskema.api.service.testing.CampEditingExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Locked meetings and seats while they are dragged, and the order of offers: in a real browser. */
@Tag("browser")
final class ManualEditingLockBrowserTest {
    @RegisterExtension
    static final CampEditingExtension CAMPS = new CampEditingExtension();

    @Test
    void lockedMeetingWarnsBeforeTheDropAndMovesOnlyOnceUnlocked() {
        try (BrowserVisit visit = CAMPS.openAsPlanner()) {
            Page page = visit.page();
            String locked = title(page, 5);
            int target = findOtherSubject(page, 5);
            String there = title(page, target);
            lock(page, 5);

            hold(page, module(page, 5), module(page, target));

            Locator near = placeHint(page);
            assertThat(near).containsText("Låst");
            assertThat(near).containsText("lås op først: \"" + locked);
            assertThat(near).not().containsText("Passer");
            page.mouse().up();
            assertThat(statusMessage(page)).containsText("det er ikke gjort");
            assertThat(module(page, 5).locator(".hold")).hasText(locked);
            assertThat(module(page, target).locator(".hold")).hasText(there);

            hold(page, module(page, target), module(page, 5));
            assertThat(near).containsText("Låst");
            page.mouse().up();
            assertThat(statusMessage(page)).containsText("det er ikke gjort");
            module(page, 5).locator(".hold").click(); // to look at what it is
            page.keyboard().press("Escape");
            statusMessage(page).getByText("Lås op og gør det").click();
            assertThat(module(page, 5).locator(".hold")).hasText(there);
            assertThat(module(page, target).locator(".hold")).hasText(locked);
        }
    }

    @Test
    void aPlaceThatMendsAsMuchAsItBreaksIsNotSaidToFit() {
        try (BrowserVisit visit = CAMPS.openAsPlanner()) {
            Page page = visit.page();
            page.route(
                    address -> address.contains("/what-if"),
                    route -> route.fulfill(new Route.FulfillOptions()
                            .setContentType("application/json")
                            .setBody("""
                                            {"before": {"hard": 0, "medium": -3, "soft": 0}, "after": {"hard": 0, "medium": -3, "soft": 0},
                                             "differences": [], "broken": [{"level": "MEDIUM", "text": "Hold 1 har ét modul for meget torsdag."}],
                                             "mended": [{"level": "MEDIUM", "text": "Hold 1 har ét modul for meget onsdag."}]}""")));

            module(page, 5).locator(".hold").click();
            choiceButton(page, "Flyt …").click();

            assertThat(panel(page).locator(".choices .level.warn").first()).isVisible();
            assertThat(panel(page)).containsText("for meget torsdag. Løser: ");
            assertThat(panel(page).locator(".choices .level.good")).hasCount(0);
        }
    }

    @Test
    void lateAnswerDoesNotReplaceTheCurrentPanel() {
        try (BrowserVisit visit = CAMPS.openAsPlanner()) {
            Page page = visit.page();
            var late = new ArrayList<Route>();
            page.route(address -> address.contains("/targets?"), late::add);
            module(page, 5).locator(".hold").click();
            choiceButton(page, "Flyt …").click();
            page.waitForCondition(() -> late.size() == 1);
            page.keyboard().press("Escape");
            int there = findOtherSubject(page, 5);
            module(page, there).locator(".hold").click();
            assertThat(panel(page)).containsText(title(page, there));

            page.waitForResponse(answer -> answer.url().contains("/targets?"), late.getFirst()::resume);
            page.waitForTimeout(500);

            assertThat(choiceButton(page, "Flyt …")).isVisible();
            assertThat(panel(page).locator(".choices")).hasCount(0);
        }
    }

    @Test
    void staffMemberLockedToAModuleIsNotSwappedAway() {
        try (BrowserVisit visit = CAMPS.openAsPlanner()) {
            Page page = visit.page();
            lock(page, 0);
            String name = module(page, 0).locator(".who").first().textContent().strip();
            Locator others = page.locator(".tt td[data-meeting*='/module-']")
                    .filter(new Locator.FilterOptions().setHasNotText(name))
                    .locator(".who");
            for (String one : module(page, 0).locator(".who").allTextContents()) {
                others = others.filter(new Locator.FilterOptions().setHasNotText(one.strip()));
            }

            hold(page, others.first(), module(page, 0).locator(".who").first());

            assertThat(placeHint(page)).containsText("Låst");
            page.mouse().up();
            assertThat(statusMessage(page)).containsText("det er ikke gjort");
            assertThat(module(page, 0).locator(".who").first()).containsText(name);
            module(page, 0).locator(".hold").click();
            choiceButton(page, "Hvem kan tage det?").first().click();
            page.locator("dialog.panel .choices button").first().click();
            assertThat(statusMessage(page)).containsText("(personer)");
            assertThat(module(page, 0).locator(".who").first()).containsText(name);
        }
    }

    @Test
    void aModuleIsNotOfferedToOneOfItsOwnSubject() {
        try (BrowserVisit visit = CAMPS.openAsPlanner()) {
            Page page = visit.page();
            String title = title(page, 0);
            int same = IntStream.range(1, 15)
                    .filter(one -> title(page, one).equals(title))
                    .findFirst()
                    .orElseThrow();
            module(page, 0).locator(".hold").click();
            choiceButton(page, "Flyt …").click();
            Locator choices = page.locator("dialog.panel .choices b");
            assertThat(choices.first()).isVisible();
            assertThat(choices.allTextContents()).noneMatch(one -> one.endsWith("bytter plads med " + title));
            page.keyboard().press("Escape");

            hold(page, module(page, 0), module(page, same));
            assertThat(page.locator("[data-near]")).containsText("intet bliver anderledes");
            page.mouse().up();
            assertThat(module(page, 0)).not().containsText("låst");
        }
    }

    @Test
    void swapsAreJudgedBeforeTheyAreOfferedAndTheBestComesFirst() {
        try (BrowserVisit visit = CAMPS.openAsPlanner()) {
            Page page = visit.page();
            module(page, 1).locator(".hold").click();
            choiceButton(page, "Byt …").first().click();
            Locator levels = page.locator("dialog.panel .choices .level");
            assertThat(levels.first()).isVisible();
            List<String> all = levels.allTextContents();
            var order = List.of("Passer", "Noget mangler", "Bryder en regel", "Låst", "Kan ikke lade sig gøre");
            assertThat(all).hasSizeGreaterThan(5).allMatch(order::contains);
            assertThat(all.stream().map(order::indexOf).toList()).isSorted();
            boolean hasGood = order.indexOf(all.getFirst()) < 2;
            Locator focused = page.locator("dialog.panel .choices button:focus");
            assertThat(focused).hasCount(hasGood ? 1 : 0);
        }
    }

    @Test
    void staffMemberInTwoTeamsAtOnceIsMarkedWithTheOtherTeam() {
        try (BrowserVisit visit = CAMPS.openAsPlanner()) {
            Page page = visit.page();
            assertThat(page.locator(".who.twice")).hasCount(0);
            for (int number = 0; page.locator(".who.twice").count() == 0 && number < 10; number++) {
                module(page, number).locator(".hold").click();
                choiceButton(page, "Byt …").first().click();
                Locator last = page.locator("dialog.panel .choices button")
                        .filter(new Locator.FilterOptions().setHasText("Bryder en regel"));
                assertThat(page.locator("dialog.panel .choices .level").first()).isVisible();
                if (last.count() > 0) {
                    last.last().click();
                    assertThat(statusMessage(page)).containsText("har byttet plads");
                } else {
                    page.keyboard().press("Escape");
                }
            }
            assertThat(page.locator(".tt td.wrong", new Page.LocatorOptions().setHas(page.locator(".who.twice")))
                            .first())
                    .containsText("på samme tid");
            assertThat(page.locator(".tt .m")
                            .filter(new Locator.FilterOptions().setHasText("på samme tid"))
                            .first())
                    .containsText("(Hold ");
        }
    }

    @Test
    void phoneHintSaysToTapAndMouseHintDoesNotOverlapTheDate() {
        try (BrowserVisit visit = CAMPS.openAsPlanner(
                CAMPS.weekAddress(CAMPS.makeCamp()), new ViewingMode("da", ColorScheme.LIGHT, 390, 844))) {
            assertThat(visit.page().locator(".by-mouse")).isHidden();
            assertThat(visit.page().locator(".by-finger")).containsText("Tryk på et modul");
        }
        try (BrowserVisit visit = CAMPS.openAsPlanner(
                CAMPS.weekAddress(CAMPS.makeCamp()), new ViewingMode("da", ColorScheme.LIGHT, 1180, 820))) {
            Page page = visit.page();
            assertThat(page.locator(".by-mouse")).isVisible();
            var hint = page.locator(".tools-by-hand").boundingBox();
            var date = page.locator(".steps h2").boundingBox();
            assertThat(hint.y + hint.height <= date.y || date.x + date.width + 16 <= hint.x)
                    .isTrue();
        }
    }
}

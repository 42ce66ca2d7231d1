package dk.grundskema.api.service.timetable;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dk.grundskema.api.service.testing.ModuleGestures.drop;
import static dk.grundskema.api.service.testing.ModuleGestures.findOtherSubject;
import static dk.grundskema.api.service.testing.ModuleGestures.module;
import static dk.grundskema.api.service.testing.ModuleGestures.statusMessage;
import static dk.grundskema.api.service.testing.ModuleGestures.title;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import dk.grundskema.api.service.testing.BrowserVisit;
import dk.grundskema.api.service.testing.CampEditingExtension;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Changes made faster than the service answers, or while the connection is lost, are reported as they are. */
@Tag("browser")
final class ManualEditingHasteBrowserTest {
    @RegisterExtension
    static final CampEditingExtension CAMPS = new CampEditingExtension();

    private static void exchange(Page page, int one, int other) {
        String title = title(page, one);
        drop(page, module(page, one), module(page, other));
        assertThat(statusMessage(page)).containsText("Flyttede " + title);
    }

    @Test
    void stepsInHasteAreAllTakenBackAndAreNobodyElses() {
        try (BrowserVisit visit = CAMPS.openAsPlanner()) {
            Page page = visit.page();
            String before = page.locator(".tt").innerText();
            int there = findOtherSubject(page, 5);
            exchange(page, 5, there);
            exchange(page, there, 5);
            exchange(page, 5, there);

            page.evaluate("for (let i = 0; i < 3; i++) document.querySelector('[data-step=undo]').click()");

            assertThat(page.locator("[data-step=undo]")).isDisabled();
            assertThat(statusMessage(page)).not().containsText("imens");
            assertThat(page.locator(".tt").innerText()).isEqualTo(before);
        }
    }

    @Test
    void aKeyThatIsHeldDownTakesBackOneStep() {
        try (BrowserVisit visit = CAMPS.openAsPlanner()) {
            Page page = visit.page();
            int there = findOtherSubject(page, 5);
            exchange(page, 5, there);
            String once = page.locator(".tt").innerText();
            exchange(page, there, 5);

            page.keyboard().down("Control");
            for (int time = 0; time < 3; time++) {
                page.keyboard().down("z");
            }
            page.keyboard().up("z");
            page.keyboard().up("Control");

            assertThat(statusMessage(page)).containsText("Fortrudt: Flyttede ");
            page.keyboard().press("Control+Shift+z"); // comes after all that was asked for before
            assertThat(statusMessage(page)).containsText("Gentaget: Flyttede ");
            page.keyboard().press("Control+z");
            assertThat(statusMessage(page)).containsText("Fortrudt: Flyttede ");
            assertThat(page.locator(".tt").innerText()).isEqualTo(once);
        }
    }

    /** News of the own undo arrive before its answer, and the page with the news comes when the undo has been reported. */
    @Test
    void whatWasTakenBackStaysReportedThoughNewsOfItArriveMeanwhile() {
        try (BrowserVisit visit = CAMPS.openAsPlanner()) {
            Page page = visit.page();
            exchange(page, 5, findOtherSubject(page, 5));
            page.evaluate("""
                    () => {
                        const real = window.fetch;
                        let isAnswered = false;
                        let isStepping = false;
                        const until = test => new Promise(done => {
                            const wait = () => test() ? done() : setTimeout(wait, 20);
                            wait();
                        });
                        window.pageOfNews = Promise.resolve();
                        window.fetch = async (address, options) => {
                            const isPageOfNews = isStepping && address === location.href;
                            const answer = await real(address, options);
                            if (String(address).endsWith('/undo')) {
                                isStepping = true;
                                document.dispatchEvent(new Event('visibilitychange')); // asks for news
                                await until(() => isAnswered);
                                await new Promise(done => setTimeout(done, 100)); // the page is fetched now, if at all
                                isStepping = false;
                            } else if (String(address).includes('/news?')) {
                                isAnswered = isStepping;
                            } else if (isPageOfNews) {
                                const isTold = () => document.querySelector('[data-told]').textContent.includes('Fortrudt');
                                window.pageOfNews = until(isTold).then(() => new Promise(done => setTimeout(done, 500)));
                                await until(isTold);
                            }
                            return answer;
                        };
                    }""");

            page.keyboard().press("Control+z");

            assertThat(statusMessage(page)).containsText("Fortrudt: Flyttede ");
            page.evaluate("() => window.pageOfNews");
            assertThat(statusMessage(page)).containsText("Fortrudt: Flyttede ");
        }
    }

    /** An answer to what was sent before the connection was lost does not say that it is back; one to what is sent later does. */
    @Test
    void aChangeThatIsKeptIsSaidToBeSoThoughThePageCannotBeFetchedAnew() {
        try (BrowserVisit visit = CAMPS.openAsPlanner()) {
            Page page = visit.page();
            int there = findOtherSubject(page, 5);
            String title = title(page, 5);
            var isKept = new AtomicBoolean();
            page.onResponse(answer -> {
                if (answer.url().endsWith("/edits")) {
                    isKept.set(true);
                }
            });
            Predicate<String> everything = address -> true; // an answer to anything says that the connection is back
            page.route(everything, route -> {
                if (isKept.get()) {
                    route.abort();
                } else {
                    route.resume(new Route.ResumeOptions());
                }
            });

            drop(page, module(page, 5), module(page, there));

            assertThat(statusMessage(page)).containsText("Flyttede " + title);
            assertThat(statusMessage(page)).containsText("Det er gemt og bliver vist");
            assertThat(page.locator("#lost")).isVisible();
            page.evaluate("() => document.dispatchEvent(new CustomEvent('app:answered', {detail: 0}))");
            assertThat(page.locator("#lost")).isVisible();
            page.evaluate("() => document.dispatchEvent(new CustomEvent('app:answered', {detail: performance.now()}))");
            assertThat(page.locator("#lost")).isHidden();
            page.unroute(everything);
            assertThat(module(page, there).locator(".hold"))
                    .hasText(title); // what is new is asked for every few seconds
            assertThat(visit.problems()).as("errors of the lost connection").isNotEmpty();
        }
    }
}

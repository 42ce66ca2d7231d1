package dk.grundskema.api.service.testing;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.testing.BrowserVisit.ViewingMode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Measures how soon a team's page shows the effect of a module dragged over a place: its colour and the whole sentence, from the pointer move until
 * it is painted. Also measures how soon a browser with a warm cache draws a whole camp and a team's week. {@code examples/benchmark dragging} prints
 * it.
 */
public final class DragBenchmark {
    private static final int USUAL_PLACES = 60;
    private static final int VISITS = 30;

    private static final String PAINTED =
            "() => new Promise(done => requestAnimationFrame(() => setTimeout(() => done(performance.now()))))";

    /** Notes for each place when the pointer came, when its colour was painted, and when the sentence was. */
    private static final String WATCH = """
            () => {
                const near = document.querySelector('[data-near]');
                window.figures = [];
                let moved = 0, place = '', now = null;
                document.addEventListener('pointermove', () => moved = performance.now(), {capture: true});
                new MutationObserver(() => {
                    if (near.hidden) {
                        place = '';
                        return;
                    }
                    if (near.dataset.place !== place) {
                        place = near.dataset.place;
                        now = {place, began: moved};
                        window.figures.push(now);
                    }
                    const mine = now;
                    const isSure = near.dataset.sure === 'sure';
                    const isColoured = !near.classList.contains('wait');
                    requestAnimationFrame(() => setTimeout(() => {
                        if (isColoured) {
                            mine.colour ??= performance.now() - mine.began;
                        }
                        if (isSure) {
                            mine.whole ??= performance.now() - mine.began;
                        }
                    }));
                }).observe(near, {attributes: true, childList: true});
            }""";

    private DragBenchmark() {}

    /** @param args {@code --places} and a number, or nothing */
    public static void main(String[] args) throws IOException {
        int places = args.length == 2 ? Integer.parseInt(args[1]) : USUAL_PLACES;
        var machine = ManagementFactory.getOperatingSystemMXBean();
        System.out.printf(
                Locale.ROOT,
                "%d processors, load %.1f%n",
                machine.getAvailableProcessors(),
                machine.getSystemLoadAverage());
        try (Server server = TestServices.start(TestDatabase.H2, Files.createTempDirectory("grundskema-dragging"));
                Chromium chromium = Chromium.begin()) {
            TestSchool school = TestSchool.create(server);
            ServiceClient client = ServiceClient.administrator(server);
            String camp = SolvedPlans.createSolvedPlan(
                    client, server, school.path(), TestServices.exampleProblem("camp-3-weeks"), 3000);
            Object team = client.get(camp + "/timetable/weeks").at("/teams/0/id");
            try (BrowserVisit visit =
                    new BrowserVisit(chromium, server, ViewingMode.DANISH).signInAs(school.addPerson(Role.PLANNER))) {
                Page page = visit.page();
                String timetable = "/plans/" + TestPlans.planIdOf(camp).value() + "/timetable";
                String week = timetable + "?of=TEAM:" + team + "&week=2026-W37";
                print("a whole camp is drawn", measurePainting(page, timetable + "?of=WHOLE"));
                print("a team's week is drawn", measurePainting(page, week));
                page.navigate(week);
                drag(page, 3, 6); // so that machine and browser are awake
                page.reload();
                page.evaluate(WATCH);
                int modules = modules(page).count();
                for (int module = 0; readTimings(page, "whole").size() < places && module < modules; module++) {
                    drag(page, module, modules);
                }
                print("colour of a place where a module may go", readTimings(page, "colour"));
                print("sentence of a place where a module may go", readTimings(page, "whole"));
            }
        }
    }

    /** Returns the milliseconds from the request of a page until it is completely painted, for several visits without the first one. */
    private static List<Double> measurePainting(Page page, String address) {
        return IntStream.rangeClosed(0, VISITS)
                .mapToObj(visit -> {
                    page.navigate(address);
                    return ((Number) page.evaluate(PAINTED)).doubleValue();
                })
                .skip(1)
                .sorted()
                .toList();
    }

    private static Locator modules(Page page) {
        return page.locator(".tt td[data-meeting*='/module-']");
    }

    /** Drags a module over the others, one after the other, each until the sentence is shown, and cancels with Escape. */
    private static void drag(Page page, int number, int most) {
        Locator module = modules(page).nth(number);
        module.scrollIntoViewIfNeeded();
        BoundingBox from = module.boundingBox();
        page.mouse().move(from.x + from.width - 20, from.y + from.height - 8);
        page.mouse().down();
        page.mouse().move(from.x + from.width - 40, from.y + from.height - 12, new Mouse.MoveOptions().setSteps(3));
        page.waitForSelector(".tt .to");
        for (int other = 0; other < most; other++) {
            BoundingBox to = modules(page).nth(other).boundingBox();
            boolean isSeen = to.y > 60 && to.y + to.height < 840;
            if (other != number && isSeen) {
                page.mouse().move(to.x + to.width / 2, to.y + 8);
                page.waitForSelector("[data-near][data-sure=sure]");
            }
        }
        page.keyboard().press("Escape");
        page.mouse().up();
    }

    private static List<Double> readTimings(Page page, String what) {
        var all = (List<?>) page.evaluate("what => (window.figures ?? []).map(one => one[what]).filter(Boolean)", what);
        return all.stream().map(one -> ((Number) one).doubleValue()).sorted().toList();
    }

    private static void print(String what, List<Double> sorted) {
        System.out.printf(
                Locale.ROOT,
                "%s: %d, p50 %.0f ms, p95 %.0f ms, longest %.0f ms%n",
                what,
                sorted.size(),
                percentile(sorted, 0.5),
                percentile(sorted, 0.95),
                percentile(sorted, 1));
    }

    private static double percentile(List<Double> sorted, double share) {
        return sorted.isEmpty() ? Double.NaN : sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }
}

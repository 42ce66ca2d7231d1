package dk.grundskema.api.service.solve;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.testing.BrowserVisit;
import dk.grundskema.api.service.testing.BrowserVisit.ViewingMode;
import dk.grundskema.api.service.testing.Chromium;
import dk.grundskema.api.service.testing.TestPlans;
import dk.grundskema.api.service.testing.TestServices;
import java.util.ArrayList;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A solve watched in a real browser. */
@Tag("browser")
final class SolveWatchingBrowserTest {
    /** A solve begins when a worker is free. */
    private static final IsVisibleOptions WAITING = new IsVisibleOptions().setTimeout(60_000);

    private static Chromium chromium;
    private static Server server;

    private final TestSchool school = TestSchool.create(server);
    private final TestSchool.Person planner = school.addPerson(Role.PLANNER);
    private final ServiceClient client = ServiceClient.administrator(server);
    private final String plan =
            TestPlans.planIdOf(TestPlans.createCampPlan(client, school.path())).value();

    @BeforeAll
    static void begin() {
        chromium = Chromium.shared();
        server = TestServices.on(TestDatabase.H2);
    }

    private Page planning(BrowserVisit visit) {
        visit.open("/plans/" + plan + "/plan");
        return visit.page();
    }

    private static void press(Page page, AriaRole role, String name) {
        page.getByRole(role, new GetByRoleOptions().setName(name)).first().click();
    }

    private static Locator heading(Page page, String name) {
        return page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName(name));
    }

    private static void begin(Page page) {
        page.getByLabel("Bliv ved i").selectOption("3600");
        press(page, AriaRole.BUTTON, "Planlæg");
        assertThat(heading(page, "Computeren planlægger")).isVisible(WAITING);
    }

    private static Locator conflicts(Page page) {
        return page.locator("[data-figure=conflicts] [data-many]");
    }

    @Test
    void aRunIsWatchedLeftSeenElsewhereAndStopped() {
        try (var visit = new BrowserVisit(chromium, server, ViewingMode.DANISH).signInAs(planner)) {
            Page page = planning(visit);
            begin(page);
            assertThat(conflicts(page)).hasText(Pattern.compile("\\d+"));
            assertThat(page.getByText(Pattern.compile("\\d+ min\\. \\d+ sek\\. tilbage")))
                    .isVisible();
            assertThat(page.locator("[data-figure=wishes] polyline")).hasAttribute("points", Pattern.compile(".+ .+"));
            press(page, AriaRole.LINK, "Se skemaet, som det er nu");
            assertThat(heading(page, "Hele planen")).isVisible();
            assertThat(page.getByText("som computeren har fundet det indtil nu"))
                    .isVisible();
            press(page, AriaRole.LINK, "Tilbage til planlægningen");
            page.getByText("Tallene over tid").click();
            assertThat(page.locator("[data-numbers] tr").first()).containsText("sek.");

            try (var elsewhere = new BrowserVisit(chromium, server, ViewingMode.DANISH).signInAs(planner)) {
                elsewhere.page().route("**/events", Route::abort);
                Page other = planning(elsewhere);
                assertThat(other.locator("[data-figure=wishes] polyline"))
                        .hasAttribute("points", Pattern.compile(".+ .+"));
                other.unroute("**/events");
                other.reload();
                assertThat(elsewhere.problems()).allMatch(one -> one.contains("/events"));
                assertThat(conflicts(other)).hasText(Pattern.compile("\\d+"));
                press(other, AriaRole.BUTTON, "Stop her");
                assertThat(heading(other, "Sådan gik det")).isVisible();
            }
            assertThat(heading(page, "Sådan gik det")).isVisible();
            assertThat(page.getByText("Fortsæt, hvor computeren slap")).isVisible();
            press(page, AriaRole.BUTTON, "Planlæg");
            assertThat(heading(page, "Computeren planlægger")).isVisible();
            press(page, AriaRole.BUTTON, "Stop her");
            assertThat(heading(page, "Sådan gik det")).isVisible();
        }
    }

    @Test
    void aStreamThatIsRefusedIsAskedForWithoutUsingTheSessionAndASessionThatEndsAsksToSignIn() {
        try (var visit = new BrowserVisit(chromium, server, ViewingMode.DANISH).signInAs(planner)) {
            Page page = planning(visit);
            begin(page);
            String run = page.locator(".run[data-solve]").getAttribute("data-solve");
            page.route("**/events", route -> route.fulfill(new Route.FulfillOptions().setStatus(429)));
            page.reload();
            assertThat(page.getByText("Forbindelsen blev afbrudt")).isVisible();
            var asked = new ArrayList<Request>();
            page.onRequest(asked::add);
            page.waitForRequest("**/events", () -> {}); // once more
            assertThat(asked.stream().filter(one -> one.resourceType().equals("fetch")))
                    .isNotEmpty()
                    .allSatisfy(one -> {
                        assertThat(one.url()).contains("/plans/" + plan + "/news?version=");
                        assertThat(one.headers()).containsEntry("accept", "text/html");
                    });
            page.context().clearCookies();
            page.waitForURL(url -> url.contains("/sign-in?to="));
            assertThat(visit.problems()).allMatch(one -> one.contains("429"));
            client.post("/api/v1/solves/" + run + "/stop", Map.of());
        }
    }

    @Test
    void aLostConnectionIsSaidAndComesBackByItself() {
        try (var visit = new BrowserVisit(chromium, server, ViewingMode.DANISH).signInAs(planner)) {
            Page page = planning(visit);
            begin(page);
            page.route("**/events", Route::abort);
            page.reload();
            assertThat(page.getByText("Forbindelsen blev afbrudt")).isVisible();
            page.unroute("**/events");
            assertThat(page.getByText("Forbindelsen blev afbrudt")).isHidden();
            assertThat(conflicts(page)).hasText(Pattern.compile("\\d+"));
            assertThat(visit.problems()).isNotEmpty().allMatch(one -> one.contains("/events"));
            press(page, AriaRole.BUTTON, "Stop her");
            assertThat(heading(page, "Sådan gik det")).isVisible();
        }
    }
}

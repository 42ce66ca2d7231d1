package dk.grundskema.api.service;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.testing.BrowserVisit;
import dk.grundskema.api.service.testing.BrowserVisit.ViewingMode;
import dk.grundskema.api.service.testing.Chromium;
import dk.grundskema.api.service.testing.SolvedPlans;
import dk.grundskema.api.service.testing.TestPlans;
import dk.grundskema.api.service.testing.TestServices;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Pages on a phone that show tables on a wide screen. */
@Tag("browser")
final class NarrowPagesBrowserTest {
    private final Server server = TestServices.on(TestDatabase.H2);
    private final TestSchool school = TestSchool.create(server);

    @Test
    void aDayIsAListThatNobodyPushesSidewaysAndSoAreLoads() {
        String plan = "/plans/"
                + TestPlans.planIdOf(SolvedPlans.createSolvedPlan(
                                ServiceClient.administrator(server),
                                server,
                                school.path(),
                                TestServices.exampleProblem("camp-3-weeks"),
                                300))
                        .value();
        try (var visit = new BrowserVisit(Chromium.shared(), server, new ViewingMode("da", ColorScheme.LIGHT, 390, 844))
                .signInAs(school.addPerson(Role.PLANNER))) {
            Page page = visit.page();
            visit.open(plan + "/timetable?of=DAY");
            assertThat(page.locator(".board .at").first()).isVisible();
            assertThat(isWithin(page, ".wide")).isTrue();
            visit.open(plan + "/loads");
            assertThat(page.locator(".strips li svg[role=img]").first()).isVisible();
            assertThat(isWithin(page, "main")).isTrue();
        }
    }

    @Test
    void theOtherLanguageIsWithinReachInOneRowWithWhoIsSignedIn() {
        String plan = "/plans/"
                + TestPlans.planIdOf(TestPlans.createPlan(
                                        ServiceClient.administrator(server),
                                        school.path(),
                                        TestServices.exampleProblem("school-12-classes"))
                                .header("Location"))
                        .value();
        try (var visit = new BrowserVisit(Chromium.shared(), server, new ViewingMode("en", ColorScheme.LIGHT, 390, 844))
                .signInAs(school.addPerson(Role.PLANNER))) {
            Page page = visit.page();
            visit.open(plan + "/timetable?of=DAY");
            var other = page.locator(".top [action='/language'] button");
            assertThat(other).isVisible();
            assertThat(isWithin(page, "html")).isTrue();
            double first = page.locator(".top .brand").boundingBox().y;
            assertThat(page.locator(".top [action='/sign-out'] button").boundingBox().y)
                    .isCloseTo(first, within(8.0));
            other.click();
            assertThat(page.locator("html")).hasAttribute("lang", "da");
            assertThat(page.url()).endsWith(plan + "/timetable?of=DAY");
        }
    }

    private static boolean isWithin(Page page, String part) {
        return (Boolean) page.locator(part).first().evaluate("one => one.scrollWidth <= one.clientWidth");
    }
}

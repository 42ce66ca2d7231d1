package dk.grundskema.api.server.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.NewPlan;
import dk.grundskema.api.server.Planned;
import dk.grundskema.api.server.Services;
import dk.grundskema.api.server.identity.Role;
import dk.grundskema.api.server.identity.School;
import dk.grundskema.api.server.pages.Visit.Eyes;
import dk.grundskema.api.server.start.Server;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is a table on a wide screen, on a phone. */
@Tag("full")
final class NarrowPagesTest {
    private final Server server = Services.on(Database.H2);
    private final School school = School.in(server);

    @Test
    void aDayIsAListThatNobodyPushesSidewaysAndSoAreLoads() {
        String plan = "/plans/"
                + NewPlan.id(Planned.plan(
                                Services.administrator(server),
                                server,
                                school.path(),
                                Services.example("camp-3-weeks"),
                                300))
                        .value();
        try (Chromium chromium = Chromium.begin();
                var visit = new Visit(chromium, server, new Eyes("da", ColorScheme.LIGHT, 390, 844))
                        .as(school.person(Role.PLANNER))) {
            Page page = visit.page();
            visit.go(plan + "/timetable?of=DAY");
            assertThat(page.locator(".board .at").first()).isVisible();
            assertThat(isWithin(page, ".wide")).isTrue();
            visit.go(plan + "/loads");
            assertThat(page.locator(".strips li svg[role=img]").first()).isVisible();
            assertThat(isWithin(page, "main")).isTrue();
        }
    }

    @Test
    void theOtherLanguageIsWithinReachInOneRowWithWhoIsSignedIn() {
        String plan = "/plans/"
                + NewPlan.id(NewPlan.made(
                                        Services.administrator(server),
                                        school.path(),
                                        Services.example("school-12-classes"))
                                .header("Location"))
                        .value();
        try (Chromium chromium = Chromium.begin();
                var visit = new Visit(chromium, server, new Eyes("en", ColorScheme.LIGHT, 390, 844))
                        .as(school.person(Role.PLANNER))) {
            Page page = visit.page();
            visit.go(plan + "/timetable?of=DAY");
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

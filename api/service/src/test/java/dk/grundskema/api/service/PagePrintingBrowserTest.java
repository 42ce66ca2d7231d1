package dk.grundskema.api.service;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
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

/** Pages printed on A4 by a user with a dark screen. */
@Tag("browser")
final class PagePrintingBrowserTest {
    /** An A4 sheet between margins of 10 mm, in pixels of 96 an inch. */
    private static final int WIDE = 718;

    private final Server server = TestServices.on(TestDatabase.H2);
    private final TestSchool school = TestSchool.create(server);
    private final String plan = planned("camp-too-few-staff");

    private String planned(String example) {
        return "/plans/"
                + TestPlans.planIdOf(SolvedPlans.createSolvedPlan(
                                ServiceClient.administrator(server),
                                server,
                                school.path(),
                                TestServices.exampleProblem(example),
                                300))
                        .value();
    }

    @Test
    void figuresAreOnPaperWholeWithThePlansNameAndWithoutMenus() {
        try (var visit = new BrowserVisit(
                        Chromium.shared(), server, new ViewingMode("da", ColorScheme.DARK, WIDE, 1000))
                .signInAs(school.addPerson(Role.PLANNER))) {
            Page page = visit.page();
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            visit.open(plan + "/loads");
            printed(page);
            assertThat(page.locator(".figures td").first()).isVisible();
            visit.open(planned("camp-4-weeks-overnight") + "/loads"); // nights, weekends and four weeks
            printed(page);
            visit.open(plan + "/fidelity");
            printed(page);
            assertThat(page.locator(".asked details li").first()).isVisible();
            visit.open(plan + "/ledger");
            printed(page);
        }
    }

    private static void printed(Page page) {
        assertThat(page.locator(".where bdi")).isVisible();
        for (Locator menu :
                page.locator(".parts, .tools, .brand, .where a, nav.row").all()) {
            assertThat(menu).isHidden();
        }
        assertThat(page.locator("body")).hasCSS("background-color", "rgb(255, 255, 255)");
        assertThat(page.locator("html").evaluate("one => one.scrollWidth"))
                .as("nothing is cut at the right edge of %s", page.url())
                .isEqualTo(WIDE);
    }
}

package dk.grundskema.api.server.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
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

/** Pages as they are printed on A4, by somebody whose screen is dark. */
@Tag("full")
final class PaperTest {
    /** An A4 sheet between margins of 10 mm, in pixels of 96 an inch. */
    private static final int WIDE = 718;

    private final Server server = Services.on(Database.H2);
    private final School school = School.in(server);
    private final String plan = planned("camp-too-few-staff");

    private String planned(String example) {
        return "/plans/"
                + NewPlan.id(Planned.plan(
                                Services.administrator(server), server, school.path(), Services.example(example), 300))
                        .value();
    }

    @Test
    void figuresAreOnPaperWholeWithThePlansNameAndWithoutMenus() {
        try (Chromium chromium = Chromium.begin();
                var visit = new Visit(chromium, server, new Eyes("da", ColorScheme.DARK, WIDE, 1000))
                        .as(school.person(Role.PLANNER))) {
            Page page = visit.page();
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            visit.go(plan + "/loads");
            printed(page);
            assertThat(page.locator(".figures td").first()).isVisible();
            visit.go(planned("camp-4-weeks-overnight") + "/loads"); // nights, weekends and four weeks
            printed(page);
            visit.go(plan + "/fidelity");
            printed(page);
            assertThat(page.locator(".asked details li").first()).isVisible();
            visit.go(plan + "/ledger");
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

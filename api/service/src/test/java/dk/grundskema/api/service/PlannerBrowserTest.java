package dk.grundskema.api.service;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.testing.BrowserVisit;
import dk.grundskema.api.service.testing.BrowserVisit.ViewingMode;
import dk.grundskema.api.service.testing.Chromium;
import dk.grundskema.api.service.testing.TestServices;
import org.junit.jupiter.api.Test;

/** Actions of planners on pages, in a real browser. */
final class PlannerBrowserTest {
    private static void press(Page page, AriaRole role, String name) {
        page.getByRole(role, new Page.GetByRoleOptions().setName(name)).first().click();
    }

    @Test
    void fromNothingToATimetableOfTheExample() {
        // Surefire reports nothing of a class whose @BeforeAll is aborted, so the browser starts in the test.
        planTheExample(Chromium.shared(), TestServices.on(TestDatabase.H2));
    }

    private static void planTheExample(Chromium chromium, Server server) {
        try (var visit = new BrowserVisit(chromium, server, ViewingMode.DANISH)
                .signInAs(TestSchool.create(server).addPerson(Role.PLANNER))) {
            Page page = visit.page();
            assertThat(page.getByText("Ingen planer endnu")).isVisible();
            press(page, AriaRole.BUTTON, "Prøv eksemplet: en camp");
            assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName("Efterårscamp 2026")))
                    .isVisible();
            press(page, AriaRole.LINK, "Gå til planlægning");
            press(page, AriaRole.BUTTON, "Planlæg");
            press(page, AriaRole.BUTTON, "Stop her");
            assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName("Sådan gik det")))
                    .isVisible();
            press(page, AriaRole.LINK, "Se skemaet");
            assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName("Hele planen")))
                    .isVisible();
            press(page, AriaRole.LINK, "Uge 37");
            assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName("Hold 1")))
                    .isVisible();
            assertThat(page.getByRole(AriaRole.TABLE)).containsText("09.00");
            press(page, AriaRole.LINK, "Uge 38");
            assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName("Uge 38")))
                    .isVisible();
            page.getByLabel("Vis").first().selectOption("DAY");
            press(page, AriaRole.BUTTON, "Vis skemaet");
            assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName("Mandag 14. september")))
                    .isVisible();
        }
    }
}

package dk.grundskema.api.server.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.Services;
import dk.grundskema.api.server.identity.Role;
import dk.grundskema.api.server.identity.School;
import dk.grundskema.api.server.pages.Visit.Eyes;
import dk.grundskema.api.server.start.Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What somebody was about to send isn't lost when the connection or the session is. */
final class KeptFormsTest {
    private static final String LOST = "Der er ingen forbindelse";

    private static Chromium chromium;
    private static Server server;

    @BeforeAll
    static void begin() {
        chromium = Chromium.begin();
        server = Services.on(Database.H2);
    }

    @AfterAll
    static void end() {
        if (chromium != null) {
            chromium.close();
        }
    }

    private static void pressExample(Page page) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Prøv eksemplet: en camp"))
                .click();
    }

    @Test
    void aLostConnectionIsSaidAndTheFormGoesWhenItIsBack() {
        try (var visit =
                new Visit(chromium, server, Eyes.DANISH).as(School.in(server).person(Role.PLANNER))) {
            Page page = visit.page();
            assertThat(page.getByText(LOST)).isHidden();
            page.context().setOffline(true);
            page.waitForConsoleMessage(() -> pressExample(page)); // the browser's own word about it comes when it likes
            assertThat(page.getByText(LOST)).isVisible();
            assertThat(page.getByText("Ingen planer endnu")).isVisible();
            assertThat(String.join("", visit.troubles())).contains("ERR_INTERNET_DISCONNECTED");

            page.context().setOffline(false);
            assertThat(page.getByText(LOST)).isHidden();
            pressExample(page);
            assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName("Efterårscamp 2026")))
                    .isVisible();
        }
    }

    @Test
    void whoseSessionEndedSignsInAgainWhereTheyAreAndTheFormGoes() {
        School.Person planner = School.in(server).person(Role.PLANNER);
        try (var visit = new Visit(chromium, server, Eyes.DANISH).as(planner)) {
            Page page = visit.page();
            page.context().clearCookies();
            pressExample(page);
            assertThat(page.getByRole(AriaRole.DIALOG)).containsText("Log ind igen");
            page.locator("#again-name").fill(planner.signInName());
            page.locator("#again-password").fill("not the password");
            page.locator("#again-password").press("Enter");
            assertThat(page.locator("#again-trouble")).isVisible();
            assertThat(page.locator("#again-password")).isFocused();
            page.locator("#again-password").fill(School.PASSWORD);
            page.locator("#again-password").press("Enter");
            assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName("Efterårscamp 2026")))
                    .isVisible();
            assertThat(visit.troubles()).as("what a session that ended says").hasSize(2);
        }
    }
}

package dk.grundskema.api.server.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.NewPlan;
import dk.grundskema.api.server.Services;
import dk.grundskema.api.server.identity.Role;
import dk.grundskema.api.server.identity.School;
import dk.grundskema.api.server.pages.Visit.Eyes;
import dk.grundskema.api.server.start.Server;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whoever sent something wrong goes on where it is, and doesn't lose it by going elsewhere. */
final class RefusedFormsTest {
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

    @Test
    void whatIsRefusedTakesTheFocusAndIsNotLeftInSilence() {
        try (var visit =
                new Visit(chromium, server, Eyes.DANISH).as(School.in(server).person(Role.PLANNER))) {
            Page page = visit.page();
            page.navigate("/account");
            page.getByText("Nyt token").click();
            page.locator("#token").fill("Skolens program");
            page.locator("input[name=scope]:checked").uncheck();
            page.locator("#token").press("Enter");
            assertThat(page.locator("input[name=scope]").first()).isFocused();
            assertThat(page.locator("#token")).hasValue("Skolens program");
            var asked = new ArrayList<String>();
            page.onDialog(one -> {
                asked.add(one.type());
                one.accept();
            });
            page.locator(".brand").click();
            page.waitForURL(url -> url.endsWith("/"));
            assertThat(asked).containsExactly("beforeunload");
            visit.troubles(); // refused forms are errors to browsers
        }
    }

    @Test
    void aListThatIsWrongAsAWholeTakesTheFocus() {
        School school = School.in(server);
        String plan = NewPlan.of(Services.administrator(server), school.path());
        try (var visit = new Visit(chromium, server, Eyes.DANISH).as(school.person(Role.PLANNER))) {
            Page page = visit.page();
            page.navigate("/plans/" + NewPlan.id(plan).value() + "/interventions/new?type=co-teaching");
            page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Tilføj indsatsen"))
                    .click();
            assertThat(page.locator("fieldset[data-wrong] > .wrong-here").first())
                    .isInViewport();
            assertThat(page.locator("fieldset[data-wrong]").first()).isFocused();
            visit.troubles(); // refused forms are errors to browsers
        }
    }
}

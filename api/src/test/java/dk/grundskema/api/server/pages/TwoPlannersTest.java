package dk.grundskema.api.server.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dk.grundskema.api.server.Client;
import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.NewPlan;
import dk.grundskema.api.server.Planned;
import dk.grundskema.api.server.Services;
import dk.grundskema.api.server.identity.Role;
import dk.grundskema.api.server.identity.School;
import dk.grundskema.api.server.pages.Visit.Eyes;
import dk.grundskema.api.server.start.Server;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who looks at a plan sees what others do to it. */
final class TwoPlannersTest {
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

    private static void changeStaff(Client client, String plan) {
        client.with("If-Match", client.get(plan).tag()).put(plan + "/staff/bente", Map.of("name", "Vibeke Vind"));
    }

    @Test
    void whatIsLookedAtIsExchangedWhenSomebodyElseChangesThePlan() {
        School school = School.in(server);
        Client other = Services.administrator(server);
        String plan = Planned.plan(other, server, school.path(), Services.example("camp-3-weeks"), 300);
        try (var visit = new Visit(chromium, server, Eyes.DANISH).as(school.person(Role.PLANNER))) {
            Page page = visit.page();
            page.navigate("/plans/" + NewPlan.id(plan).value() + "/timetable?of=DAY&date=2026-09-07");
            assertThat(page.locator("main")).containsText("Bente");

            Locator day = page.locator("nav.days a").nth(2);
            day.focus();
            changeStaff(other, plan);

            assertThat(page.locator("#news")).containsText("bente");
            assertThat(page.locator("main")).containsText("Vibeke");
            assertThat(day).isFocused();
            assertThat(page.locator("main")).not().containsText("Bente");
            assertThat(page.getByText("Vis det nye")).isHidden();
            page.locator("[data-news=hide]").click();
            assertThat(page.locator("#news")).isEmpty();

            other.with("If-Match", other.get(plan).tag()).post(plan + "/undo", Map.of());
            assertThat(page.locator("main")).containsText("Bente");
        }
    }

    @Test
    void aPageOnWhichSomebodyWorksIsLeftAloneButSaysSo() {
        School school = School.in(server);
        Client other = Services.administrator(server);
        String plan = NewPlan.made(other, school.path(), Services.example("camp-3-weeks"))
                .header("Location");
        try (var visit = new Visit(chromium, server, Eyes.DANISH).as(school.person(Role.PLANNER))) {
            Page page = visit.page();
            page.navigate("/plans/" + NewPlan.id(plan).value() + "/interventions");
            page.evaluate("document.querySelector('main').dataset.mark = 'mine'");

            changeStaff(other, plan);

            page.getByText("Vis det nye").click();
            assertThat(page.locator("main[data-mark]")).hasCount(0);
            assertThat(page.locator("#news")).isEmpty();
        }
    }

    @Test
    void aPlanThatGetsATimetableMeanwhileSaysSoAndLeadsThere() {
        School school = School.in(server);
        Client other = Services.administrator(server);
        String plan = NewPlan.made(other, school.path(), Services.example("camp-3-weeks"))
                .header("Location");
        try (var visit = new Visit(chromium, server, Eyes.DANISH).as(school.person(Role.PLANNER))) {
            Page page = visit.page();
            page.navigate("/plans/" + NewPlan.id(plan).value());
            assertThat(page.locator(".parts").getByText("Fravær")).hasCount(0);

            Planned.give(server, plan, 300, 1);

            assertThat(page.locator(".parts").getByText("Fravær")).hasCount(1);
            assertThat(page.locator("main")).not().containsText("Intet skema endnu");
        }
    }
}

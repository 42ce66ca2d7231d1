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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who looks at a plan sees what others do to it. */
@Tag("full")
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

    private static Visit planner(School school, String plan, String part) {
        Visit visit = new Visit(chromium, server, Eyes.DANISH).as(school.person(Role.PLANNER));
        visit.page().navigate("/plans/" + NewPlan.id(plan).value() + part);
        return visit;
    }

    @Test
    void whatIsLookedAtIsExchangedWhenSomebodyElseChangesThePlan() {
        School school = School.in(server);
        Client other = Services.administrator(server);
        String plan = Planned.plan(other, server, school.path(), Services.example("camp-3-weeks"), 300);
        try (Visit visit = planner(school, plan, "/timetable?of=DAY&date=2026-09-07")) {
            Page page = visit.page();
            assertThat(page.locator("main")).containsText("Bente");

            Locator day = page.locator("nav.days a").nth(2);
            day.focus();
            changeStaff(other, plan);

            assertThat(page.locator("#news")).containsText("Vibeke");
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
        String plan = NewPlan.of(other, school.path());
        try (Visit visit = planner(school, plan, "/interventions")) {
            Page page = visit.page();
            page.evaluate("document.querySelector('main').dataset.mark = 'mine'");

            changeStaff(other, plan);

            page.getByText("Vis det nye").click();
            assertThat(page.locator("main[data-mark]")).hasCount(0);
            assertThat(page.locator("#news")).isEmpty();
        }
    }

    @Test
    void whatSomebodyIsAskedIsNotExchangedUnderTheirHands() {
        School school = School.in(server);
        Client other = Services.administrator(server);
        String plan = Planned.plan(other, server, school.path(), Services.example("camp-3-weeks"), 300);
        other.post(plan + "/scenarios", Map.of("title", "Med Bo"));
        try (Visit visit = planner(school, plan, "/scenarios")) {
            Page page = visit.page();
            Locator asking = page.locator("details.asking").first();
            asking.locator("summary").click();

            changeStaff(other, plan);

            assertThat(page.getByText("Vis det nye")).isVisible();
            assertThat(asking).hasAttribute("open", "");
        }
    }

    @Test
    void whatIsUnfoldedToBeReadStaysSo() {
        School school = School.in(server);
        Client other = Services.administrator(server);
        String plan = Planned.plan(other, server, school.path(), Services.example("camp-too-few-staff"), 100);
        try (Visit visit = planner(school, plan, "/fidelity")) {
            Page page = visit.page();
            Locator why = page.locator("main details").nth(1);
            why.locator("summary").click();
            page.evaluate("document.querySelector('main').firstElementChild.dataset.mark = 'before'");

            other.with("If-Match", other.get(plan).tag()).put(plan + "/staff/ny", Map.of("name", "Vibeke Vind"));

            assertThat(page.locator("#news")).containsText("kommet til");
            assertThat(page.locator("[data-mark]")).hasCount(0);
            assertThat(why).hasAttribute("open", "");
            assertThat(page.locator("main details[open]")).hasCount(1);
        }
    }

    @Test
    void aPlanThatGetsATimetableMeanwhileSaysSoAndLeadsThere() {
        School school = School.in(server);
        Client other = Services.administrator(server);
        String plan = NewPlan.of(other, school.path());
        try (Visit visit = planner(school, plan, "")) {
            Page page = visit.page();
            assertThat(page.locator(".parts").getByText("Fravær")).hasCount(0);

            Planned.give(server, plan, 300, 1);

            assertThat(page.locator(".parts").getByText("Fravær")).hasCount(1);
            assertThat(page.locator("main")).not().containsText("Intet skema endnu");
        }
    }
}

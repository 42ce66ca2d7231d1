package dk.grundskema.api.service.plan;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
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
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Open pages of a plan show the changes of other planners. */
@Tag("browser")
final class ConcurrentPlannersBrowserTest {
    private static Chromium chromium;
    private static Server server;

    @BeforeAll
    static void begin() {
        chromium = Chromium.shared();
        server = TestServices.on(TestDatabase.H2);
    }

    private static void changeStaff(ServiceClient client, String plan) {
        client.withHeader("If-Match", client.get(plan).tag()).put(plan + "/staff/bente", Map.of("name", "Vibeke Vind"));
    }

    private static BrowserVisit planner(TestSchool school, String plan, String part) {
        BrowserVisit visit =
                new BrowserVisit(chromium, server, ViewingMode.DANISH).signInAs(school.addPerson(Role.PLANNER));
        visit.page().navigate("/plans/" + TestPlans.planIdOf(plan).value() + part);
        return visit;
    }

    @Test
    void openPageIsReplacedWhenAnotherPlannerChangesThePlan() {
        TestSchool school = TestSchool.create(server);
        ServiceClient other = ServiceClient.administrator(server);
        String plan = SolvedPlans.createSolvedPlan(
                other, server, school.path(), TestServices.exampleProblem("camp-3-weeks"), 300);
        try (BrowserVisit visit = planner(school, plan, "/timetable?of=DAY&date=2026-09-07")) {
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

            other.withHeader("If-Match", other.get(plan).tag()).post(plan + "/undo", Map.of());
            assertThat(page.locator("main")).containsText("Bente");
        }
    }

    @Test
    void aPageOnWhichSomebodyWorksIsLeftAloneButSaysSo() {
        TestSchool school = TestSchool.create(server);
        ServiceClient other = ServiceClient.administrator(server);
        String plan = TestPlans.createCampPlan(other, school.path());
        try (BrowserVisit visit = planner(school, plan, "/interventions")) {
            Page page = visit.page();
            page.evaluate("document.querySelector('main').dataset.mark = 'mine'");

            changeStaff(other, plan);

            page.getByText("Vis det nye").click();
            assertThat(page.locator("main[data-mark]")).hasCount(0);
            assertThat(page.locator("#news")).isEmpty();
        }
    }

    @Test
    void openQuestionIsNotReplacedWhenAnotherPlannerChangesThePlan() {
        TestSchool school = TestSchool.create(server);
        ServiceClient other = ServiceClient.administrator(server);
        String plan = SolvedPlans.createSolvedPlan(
                other, server, school.path(), TestServices.exampleProblem("camp-3-weeks"), 300);
        other.post(plan + "/scenarios", Map.of("title", "Med Bo"));
        try (BrowserVisit visit = planner(school, plan, "/scenarios")) {
            Page page = visit.page();
            Locator asking = page.locator("details.asking").first();
            asking.locator("summary").click();

            changeStaff(other, plan);

            assertThat(page.getByText("Vis det nye")).isVisible();
            assertThat(asking).hasAttribute("open", "");
        }
    }

    @Test
    void unfoldedDetailsStayOpenWhenThePageIsReplaced() {
        TestSchool school = TestSchool.create(server);
        ServiceClient other = ServiceClient.administrator(server);
        String plan = SolvedPlans.createSolvedPlan(
                other, server, school.path(), TestServices.exampleProblem("camp-too-few-staff"), 100);
        try (BrowserVisit visit = planner(school, plan, "/fidelity")) {
            Page page = visit.page();
            Locator why = page.locator("main details").nth(1);
            why.locator("summary").click();
            page.evaluate("document.querySelector('main').firstElementChild.dataset.mark = 'before'");

            other.withHeader("If-Match", other.get(plan).tag()).put(plan + "/staff/ny", Map.of("name", "Vibeke Vind"));

            assertThat(page.locator("#news")).containsText("kommet til");
            assertThat(page.locator("[data-mark]")).hasCount(0);
            assertThat(why).hasAttribute("open", "");
            assertThat(page.locator("main details[open]")).hasCount(1);
        }
    }

    @Test
    void aPlanThatGetsATimetableMeanwhileSaysSoAndLeadsThere() {
        TestSchool school = TestSchool.create(server);
        ServiceClient other = ServiceClient.administrator(server);
        String plan = TestPlans.createCampPlan(other, school.path());
        try (BrowserVisit visit = planner(school, plan, "")) {
            Page page = visit.page();
            assertThat(page.locator(".parts").getByText("Fravær")).hasCount(0);

            SolvedPlans.giveTimetable(server, plan, 300, 1);

            assertThat(page.locator(".parts").getByText("Fravær")).hasCount(1);
            assertThat(page.locator("main")).not().containsText("Intet skema endnu");
        }
    }
}

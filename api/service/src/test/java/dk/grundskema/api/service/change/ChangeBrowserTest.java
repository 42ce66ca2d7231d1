package dk.grundskema.api.service.change;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import dk.grundskema.api.service.access.Role;
import dk.grundskema.api.service.start.Server;
import dk.grundskema.api.service.testing.BrowserVisit;
import dk.grundskema.api.service.testing.BrowserVisit.ViewingMode;
import dk.grundskema.api.service.testing.Chromium;
import dk.grundskema.api.service.testing.PublishedCampFixture;
import dk.grundskema.api.service.testing.SolvedPlans;
import dk.grundskema.api.service.testing.TestDatabase;
import dk.grundskema.api.service.testing.TestPlans;
import dk.grundskema.api.service.testing.TestSchool;
import dk.grundskema.api.service.testing.TestServices;
import dk.grundskema.domain.people.StaffId;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Changing a plan from a moment, in a real browser. */
@Tag("full")
final class ChangeBrowserTest {
    /** The least change is searched for some seconds, longer on a busy machine. */
    private static final IsVisibleOptions PATIENT = new IsVisibleOptions().setTimeout(120_000);

    private static Chromium chromium;
    private static Server server;

    @BeforeAll
    static void begin() {
        chromium = Chromium.shared();
        server = TestServices.on(TestDatabase.H2);
    }

    private static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }

    @Test
    void changeOfTwoThingsIsWatchedWhileItIsComputedKeptAndUndone() {
        TestSchool school = TestSchool.create(server);
        String place = SolvedPlans.createSolvedPlan(
                TestServices.administratorClient(server),
                server,
                school.path(),
                TestServices.exampleProblem("camp-3-weeks"),
                300);
        PublishedCampFixture camp = PublishedCampFixture.of(server, place);
        StaffId who = camp.busiest();
        LocalDate day = camp.meetingsOf(who).getFirst().time().firstDate();
        try (var visit =
                new BrowserVisit(chromium, server, ViewingMode.DANISH).signInAs(school.addPerson(Role.PLANNER))) {
            Page page = visit.page();
            page.navigate("/plans/" + TestPlans.planIdOf(place).value() + "/changes");
            page.locator("#now").fill(day + "T00:00");
            page.locator("#f-0-staff").selectOption(who.value());
            page.locator("#f-0-from").fill(day.toString());
            page.locator("#f-0-until").fill(day.toString());
            page.locator("#more").selectOption("DAY_CLOSED");
            press(page, "Tilføj");
            assertThat(page.locator("fieldset.change-row")).hasCount(2);
            assertThat(page.locator("#f-0-staff")).hasValue(who.value());
            page.locator("fieldset.change-row")
                    .nth(1)
                    .getByRole(AriaRole.BUTTON)
                    .click();
            assertThat(page.locator("fieldset.change-row")).hasCount(1);

            press(page, "Se, hvad det ændrer");
            Locator keep = page.locator("button[name=which][value=LEAST]");
            assertThat(keep).isVisible(PATIENT);
            assertThat(page.locator("#preview")).containsText(" i stedet for ");
            keep.click();
            assertThat(page.getByText("Planen blev ændret fra")).isVisible();
            press(page, "Fortryd det");
            assertThat(page.getByText("Fortryd det")).hasCount(0);
            assertThat(visit.problems()).isEmpty();
        }
    }
}

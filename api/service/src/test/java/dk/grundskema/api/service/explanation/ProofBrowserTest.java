package dk.grundskema.api.service.explanation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.testing.BrowserVisit;
import dk.grundskema.api.service.testing.BrowserVisit.ViewingMode;
import dk.grundskema.api.service.testing.Chromium;
import dk.grundskema.api.service.testing.FaultyCamps;
import dk.grundskema.api.service.testing.FaultyCamps.Fault;
import dk.grundskema.api.service.testing.TestPlans;
import dk.grundskema.api.service.testing.TestServices;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is proved about seats, on the planning page in a real browser. */
@Tag("browser")
final class ProofBrowserTest {
    /** Proofs take some seconds, longer on a busy machine. */
    private static final IsVisibleOptions PATIENT = new IsVisibleOptions().setTimeout(120_000);

    private static Chromium chromium;
    private static Server server;

    @BeforeAll
    static void begin() {
        chromium = Chromium.shared();
        server = TestServices.on(TestDatabase.H2);
    }

    private static void openPlanningPage(Page page, String place) {
        page.navigate("/plans/" + TestPlans.planIdOf(place).value() + "/plan");
        assertThat(page.locator("#contradictions")).isVisible(PATIENT);
    }

    @Test
    void openSeatsAreExaminedWhenAsked() {
        TestSchool school = TestSchool.create(server);
        String place = FaultyCamps.create(server, school.path(), Fault.OPEN_SEAT);
        try (var visit =
                new BrowserVisit(chromium, server, ViewingMode.DANISH).signInAs(school.addPerson(Role.PLANNER))) {
            Page page = visit.page();
            openPlanningPage(page, place);
            page.getByText("Find ud af, hvad der kan rettes").click();
            Locator proved = page.locator("#open-seats");
            assertThat(proved.getByText("den kan besættes med")).isVisible(PATIENT);
            assertThat(visit.problems()).isEmpty();
        }
    }

    @Test
    void openSeatIsFilledWithOneClickAndUndone() {
        TestSchool school = TestSchool.create(server);
        String place = FaultyCamps.create(server, school.path(), Fault.OPEN_SEAT);
        try (var visit =
                new BrowserVisit(chromium, server, ViewingMode.in("en")).signInAs(school.addPerson(Role.PLANNER))) {
            Page page = visit.page();
            // Contradictions are still looked for; the proofs wait for them.
            page.navigate("/plans/" + TestPlans.planIdOf(place).value() + "/plan");
            page.getByText("Find out what can be mended").click();
            page.locator("#open-seats form button").first().click(new Locator.ClickOptions().setTimeout(120_000));
            assertThat(page.locator(".mended")).isVisible(PATIENT);
            assertThat(page.getByText("Find out what can be mended")).isHidden();
            page.getByText("Undo it").click();
            assertThat(page.getByText("Find out what can be mended")).isVisible(PATIENT);
            assertThat(page.locator(".mended")).isHidden();
            assertThat(visit.problems()).isEmpty();
        }
    }

    @Test
    void contradictionsAreNamedWithoutBeingAskedFor() {
        TestSchool school = TestSchool.create(server);
        String place = Objects.requireNonNull(TestPlans.createPlan(
                        ServiceClient.administrator(server),
                        school.path(),
                        TestServices.exampleProblem("camp-too-few-staff"))
                .header("Location"));
        try (var visit =
                new BrowserVisit(chromium, server, ViewingMode.DANISH).signInAs(school.addPerson(Role.PLANNER))) {
            Page page = visit.page();
            openPlanningPage(page, place);
            // On a busy machine the time may be up before a contradiction is found.
            assertThat(page.locator("#contradictions")
                            .locator(".contradiction, .quiet")
                            .first())
                    .isVisible();
            assertThat(visit.problems()).isEmpty();
        }
    }
}

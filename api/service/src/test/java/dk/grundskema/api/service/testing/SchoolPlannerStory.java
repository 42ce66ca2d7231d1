package dk.grundskema.api.service.testing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.testing.BrowserVisit.ViewingMode;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/** The actions of a school planner from the school's files to a planned, compared and published plan, and when new students arrive. */
public final class SchoolPlannerStory {
    private final Chromium chromium;
    private final Server server;
    private final ViewingMode eyes;
    private final ScreenshotAlbum album;

    public SchoolPlannerStory(Chromium chromium, Server server, ViewingMode eyes, ScreenshotAlbum album) {
        this.chromium = chromium;
        this.server = server;
        this.eyes = eyes;
        this.album = album;
    }

    /** Goes from files to a published plan; returns the counted steps until there were links. */
    public int tellUntilPublished() throws IOException {
        try (BrowserVisit visit = new BrowserVisit(chromium, server, eyes)
                .signInAs(TestSchool.create(server).addPerson(Role.PLANNER))) {
            Page page = visit.page();
            var steps = new StepCounter(page);
            importFiles(page, steps);
            viewExistingTimetable(page, steps);
            fillInterventionForm(page, steps);
            solve(page, steps);
            openPart(page, steps, "Giver planen nok?", "Does it give enough?");
            assertHeading(page, localized("Giver planen nok?", "Does the plan give enough?"));
            assertThat(page.locator("table.asked").first()).isVisible();
            album.take(page, "fidelity");
            openPart(page, steps, "Udgiv", "Publish");
            CampCoordinatorStory.confirmOpenSeats(page);
            steps.press(AriaRole.BUTTON, localized("Udgiv", "Publish"));
            steps.press(AriaRole.LINK, localized("Del links ud", "Hand out the links"));
            assertThat(page.locator(".link[data-kind=STAFF] .address").first()).isVisible();
            int count = steps.count();
            compareScenarios(page);
            return count;
        }
    }

    private String localized(String danish, String english) {
        return eyes.reads(danish, english);
    }

    private void openPart(Page page, StepCounter steps, String danish, String english) {
        steps.countOne();
        openPart(page, danish, english);
    }

    private void openPart(Page page, String danish, String english) {
        page.locator("nav.parts")
                .getByText(localized(danish, english), new Locator.GetByTextOptions().setExact(true))
                .click();
    }

    private static void assertHeading(Page page, String heading) {
        assertThat(page.getByRole(
                                AriaRole.HEADING,
                                new GetByRoleOptions().setName(heading).setExact(true))
                        .first())
                .isVisible();
    }

    private void importFiles(Page page, StepCounter steps) throws IOException {
        steps.press(AriaRole.LINK, localized("Ny skoleplan", "New school plan"));
        steps.select(localized("Skoleår", "School year"), "2026/27");
        steps.drop(SchoolListFiles.files());
        Locator make = page.getByRole(
                AriaRole.BUTTON, new GetByRoleOptions().setName(localized("Lav planen", "Make the plan")));
        assertThat(make).isVisible();
        steps.press(AriaRole.BUTTON, localized("Lav planen", "Make the plan"));
        assertThat(page.locator("h1")).containsText("2026/27");
    }

    private void viewExistingTimetable(Page page, StepCounter steps) {
        openPart(page, steps, "Skema", "Timetable");
        steps.countOne();
        page.locator("input[type=search]").fill("2A");
        page.keyboard().press("Enter");
        assertHeading(page, "2A");
        assertThat(page.locator(".tt td.u").first()).isVisible();
        album.take(page, "timetable-school");
    }

    private void fillInterventionForm(Page page, StepCounter steps) {
        openPart(page, steps, "Indsatser", "Interventions");
        steps.countOne();
        page.locator("ul.planned a").first().click();
        assertThat(page.locator("form.typed")).containsText(Pattern.compile(localized("10,5", "10\\.5")));
        assertThat(page.locator("form.typed")).containsText(localized("Kilde: ", "Source: "));
        album.take(page, "intervention");
        steps.countOne();
        page.getByText(localized("Gem", "Save"), new Page.GetByTextOptions().setExact(true))
                .last()
                .click();

        assertThat(page.getByText(localized("Tilføj en indsats", "Add an intervention")))
                .isVisible();
    }

    private void solve(Page page, StepCounter steps) {
        openPart(page, steps, "Planlæg", "Plan");
        assertHeading(page, localized("Før du går i gang", "Before you begin"));
        steps.press(AriaRole.BUTTON, localized("Planlæg", "Plan"));
        assertThat(page.locator("[data-look]")).isVisible();
        if (album.isOpen()) {
            page.waitForTimeout(10_000); // pictures should show a plan that is good
        }
        steps.press(AriaRole.BUTTON, localized("Stop her", "Stop here"));
        assertHeading(page, localized("Sådan gik det", "How it went"));
    }

    private void compareScenarios(Page page) {
        openPart(page, "Scenarier", "Scenarios");
        page.getByLabel(localized("Hvad prøver du?", "What do you try?"))
                .fill(localized("Uden nogen i musik", "Without anybody in music"));
        page.getByText(localized("Lav kopien", "Make the copy")).click();
        assertHeading(page, localized("Uden nogen i musik", "Without anybody in music"));
        openPart(page, "Scenarier", "Scenarios");
        assertHeading(page, localized("Ved siden af hinanden", "Side by side"));
        assertThat(page.locator("table.beside thead th")).hasCount(2);
        album.take(page, "scenarios");
    }

    /** New students arrive after groups were formed: all else stays, and the differences are shown. */
    public void tellOfNewStudents() {
        TestSchool school = TestSchool.create(server);
        String place = SolvedPlans.createSolvedPlan(
                ServiceClient.administrator(server),
                server,
                school.path(),
                TestServices.exampleProblem("guide-all-five"),
                300);
        try (BrowserVisit visit = new BrowserVisit(chromium, server, eyes).signInAs(school.addPerson(Role.PLANNER))) {
            Page page = visit.page();
            String plan = "/plans/" + TestPlans.planIdOf(place).value();
            page.navigate(plan + "/lists/students");
            page.getByText(localized("Tilføj en række", "Add a row")).click();
            Locator row = page.locator("table tbody tr").last();
            row.locator("input:visible").nth(0).fill("Nora Prøve");
            row.locator("input:visible").nth(2).fill("3B");
            page.getByText(localized("Gem listen", "Save the list")).click();
            assertThat(page.getByText(localized("Listen er gemt", "The list is saved")))
                    .isVisible();
            page.navigate(plan + "/interventions/smaa-grupper");
            page.getByRole(
                            AriaRole.BUTTON,
                            new GetByRoleOptions().setName(localized("Tilføj til: Elever", "Add to: Students")))
                    .first()
                    .click();
            Locator candidates = page.locator("#f-parameters-candidates .one-row");
            assertThat(candidates).hasCount(11);
            Locator fields = candidates.last().locator("input:visible, select");
            assertThat(fields.first()).isFocused();
            fields.first().fill("Nora Prøve");
            List<String> typed = List.of("MAT", "brøker", "25", "9");
            for (int i = 0; i < typed.size(); i++) {
                fields.nth(i + 1).fill(typed.get(i));
            }
            page.getByText(localized("Gem", "Save"), new Page.GetByTextOptions().setExact(true))
                    .last()
                    .click();
            assertThat(page.getByText(localized("Tilføj en indsats", "Add an intervention")))
                    .isVisible();
            openPart(page, "Planlæg", "Plan");
            page.getByText(localized("Lav så lidt om som muligt", "Change as little as possible"))
                    .click();
            page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(localized("Planlæg", "Plan")))
                    .click();
            if (album.isOpen()) {
                page.waitForTimeout(10_000); // so that pictures show what was found
            }
            page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(localized("Stop her", "Stop here")))
                    .click();
            assertHeading(page, localized("Hvad der blev lavet om", "What was changed"));
            page.waitForFunction("() => !document.querySelector('[hx-trigger=load]')");
            album.take(page, "changes");
        }
    }
}

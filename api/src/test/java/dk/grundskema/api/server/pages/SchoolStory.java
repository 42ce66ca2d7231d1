package dk.grundskema.api.server.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import dk.grundskema.api.server.NewPlan;
import dk.grundskema.api.server.Planned;
import dk.grundskema.api.server.Services;
import dk.grundskema.api.server.identity.Role;
import dk.grundskema.api.server.identity.School;
import dk.grundskema.api.server.pages.Visit.Eyes;
import dk.grundskema.api.server.start.Server;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/** What a school planner does from the school's files to what is planned, compared and published, and when new students come. */
final class SchoolStory {
    private final Chromium chromium;
    private final Server server;
    private final Eyes eyes;
    private final Album album;

    SchoolStory(Chromium chromium, Server server, Eyes eyes, Album album) {
        this.chromium = chromium;
        this.server = server;
        this.eyes = eyes;
        this.album = album;
    }

    /** From files to a published plan; gives what she did until there were links, counted. */
    int published() throws IOException {
        try (Visit visit =
                new Visit(chromium, server, eyes).as(School.in(server).person(Role.PLANNER))) {
            Page page = visit.page();
            var steps = new Steps(page);
            filesBecomeAPlan(page, steps);
            theTimetableIsSeenAsItWas(page, steps);
            theFormKnowsWhatTheGuideAsks(page, steps);
            theComputerPlans(page, steps);
            part(page, steps, "Giver planen nok?", "Does it give enough?");
            isHeaded(page, say("Giver planen nok?", "Does the plan give enough?"));
            assertThat(page.locator("table.asked").first()).isVisible();
            album.take(page, "fidelity");
            part(page, steps, "Udgiv", "Publish");
            steps.press(AriaRole.BUTTON, say("Udgiv", "Publish"));
            steps.press(AriaRole.LINK, say("Del links ud", "Hand out the links"));
            assertThat(page.locator(".link[data-kind=STAFF] .address").first()).isVisible();
            int count = steps.count();
            twoScenariosAreCompared(page);
            return count;
        }
    }

    private String say(String danish, String english) {
        return eyes.reads(danish, english);
    }

    private void part(Page page, Steps steps, String danish, String english) {
        steps.counted();
        part(page, danish, english);
    }

    private void part(Page page, String danish, String english) {
        page.locator("nav.parts")
                .getByText(say(danish, english), new Locator.GetByTextOptions().setExact(true))
                .click();
    }

    private static void isHeaded(Page page, String heading) {
        assertThat(page.getByRole(
                                AriaRole.HEADING,
                                new GetByRoleOptions().setName(heading).setExact(true))
                        .first())
                .isVisible();
    }

    private void filesBecomeAPlan(Page page, Steps steps) throws IOException {
        steps.press(AriaRole.LINK, say("Ny skoleplan", "New school plan"));
        steps.select(say("Skoleår", "School year"), "2026/27");
        steps.drop(SchoolLists.all());
        Locator make =
                page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(say("Lav planen", "Make the plan")));
        assertThat(make).isVisible();
        steps.press(AriaRole.BUTTON, say("Lav planen", "Make the plan"));
        assertThat(page.locator("h1")).containsText("2026/27");
    }

    private void theTimetableIsSeenAsItWas(Page page, Steps steps) {
        part(page, steps, "Skema", "Timetable");
        steps.counted();
        page.locator("input[type=search]").fill("2A");
        page.keyboard().press("Enter");
        isHeaded(page, "2A");
        assertThat(page.locator(".tt td.u").first()).isVisible();
        album.take(page, "timetable-school");
    }

    private void theFormKnowsWhatTheGuideAsks(Page page, Steps steps) {
        part(page, steps, "Indsatser", "Interventions");
        steps.counted();
        page.locator("ul.planned a").first().click();
        assertThat(page.locator("form.typed")).containsText(Pattern.compile(say("10,5", "10\\.5")));
        assertThat(page.locator("form.typed")).containsText(say("Kilde: ", "Source: "));
        album.take(page, "intervention");
        steps.counted();
        page.getByText(say("Gem", "Save"), new Page.GetByTextOptions().setExact(true))
                .last()
                .click();

        assertThat(page.getByText(say("Tilføj en indsats", "Add an intervention")))
                .isVisible();
    }

    private void theComputerPlans(Page page, Steps steps) {
        part(page, steps, "Planlæg", "Plan");
        isHeaded(page, say("Før du går i gang", "Before you begin"));
        steps.press(AriaRole.BUTTON, say("Planlæg", "Plan"));
        assertThat(page.locator("[data-look]")).isVisible();
        if (album.isOpen()) {
            page.waitForTimeout(10_000); // pictures should show a plan that is good
        }
        steps.press(AriaRole.BUTTON, say("Stop her", "Stop here"));
        isHeaded(page, say("Sådan gik det", "How it went"));
    }

    private void twoScenariosAreCompared(Page page) {
        part(page, "Scenarier", "Scenarios");
        page.getByLabel(say("Hvad prøver du?", "What do you try?"))
                .fill(say("Uden nogen i musik", "Without anybody in music"));
        page.getByText(say("Lav kopien", "Make the copy")).click();
        isHeaded(page, say("Uden nogen i musik", "Without anybody in music"));
        part(page, "Scenarier", "Scenarios");
        isHeaded(page, say("Ved siden af hinanden", "Side by side"));
        assertThat(page.locator("table.beside thead th")).hasCount(2);
        album.take(page, "scenarios");
    }

    /** New students come when groups have been formed: the rest stays, and what is otherwise is said. */
    void newStudents() {
        School school = School.in(server);
        String place = Planned.plan(
                Services.administrator(server), server, school.path(), Services.example("guide-all-five"), 300);
        try (Visit visit = new Visit(chromium, server, eyes).as(school.person(Role.PLANNER))) {
            Page page = visit.page();
            String plan = "/plans/" + NewPlan.id(place).value();
            page.navigate(plan + "/lists/students");
            page.getByText(say("Tilføj en række", "Add a row")).click();
            Locator row = page.locator("table tbody tr").last();
            row.locator("input:visible").nth(0).fill("Nora Prøve");
            row.locator("input:visible").nth(2).fill("3B");
            page.getByText(say("Gem listen", "Save the list")).click();
            assertThat(page.getByText(say("Listen er gemt", "The list is saved")))
                    .isVisible();
            page.navigate(plan + "/interventions/smaa-grupper");
            page.getByRole(
                            AriaRole.BUTTON,
                            new GetByRoleOptions().setName(say("Tilføj til: Elever", "Add to: Students")))
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
            page.getByText(say("Gem", "Save"), new Page.GetByTextOptions().setExact(true))
                    .last()
                    .click();
            assertThat(page.getByText(say("Tilføj en indsats", "Add an intervention")))
                    .isVisible();
            part(page, "Planlæg", "Plan");
            page.getByText(say("Lav så lidt om som muligt", "Change as little as possible"))
                    .click();
            page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(say("Planlæg", "Plan")))
                    .click();
            if (album.isOpen()) {
                page.waitForTimeout(10_000); // so that pictures show what was found
            }
            page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(say("Stop her", "Stop here")))
                    .click();
            isHeaded(page, say("Hvad der blev lavet om", "What was changed"));
            page.waitForFunction("() => !document.querySelector('[hx-trigger=load]')");
            album.take(page, "changes");
        }
    }
}

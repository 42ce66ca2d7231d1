package dk.grundskema.api.service.timetable;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dk.grundskema.api.service.testing.ModuleGestures.hold;
import static dk.grundskema.api.service.testing.ModuleGestures.statusMessage;
import static org.assertj.core.api.Assertions.assertThat;

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
import dk.grundskema.api.service.testing.PublishedCampFixture;
import dk.grundskema.api.service.testing.SolvedPlans;
import dk.grundskema.api.service.testing.TestPlans;
import dk.grundskema.api.service.testing.TestServices;
import dk.grundskema.domain.timetable.Meeting;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A school's lessons on the editing page: lessons cannot move, and their additional adults can be chosen. */
@Tag("browser")
final class SchoolManualEditingBrowserTest {
    private static final Locator.GetByTextOptions EXACT = new Locator.GetByTextOptions().setExact(true);

    private final Server server = TestServices.on(TestDatabase.H2);
    private final TestSchool school = TestSchool.create(server);
    private final String place = SolvedPlans.createSolvedPlan(
            ServiceClient.administrator(server),
            server,
            school.path(),
            TestServices.exampleProblem("guide-all-five"),
            300);

    /** Opens the week of a class in which the plan adds an adult to a lesson. */
    private String week() {
        Meeting helped = PublishedCampFixture.of(server, place).timetable().meetings().stream()
                .filter(one -> one.kind().equals("lesson") && !one.groupIds().isEmpty())
                .filter(one -> one.seats().stream().anyMatch(seat -> seat.staffId() != null && !seat.locked()))
                .findFirst()
                .orElseThrow();
        return "/plans/%s/timetable?of=TEAM:%s&week=%s"
                .formatted(
                        TestPlans.planIdOf(place).value(),
                        helped.groupIds().getFirst().value(),
                        helped.weeks().first());
    }

    @Test
    void lessonsOfTheSchoolAreNotLockedAndSayWhatCanBeChosen() {
        try (BrowserVisit visit = new BrowserVisit(Chromium.shared(), server, ViewingMode.DANISH)
                .signInAs(school.addPerson(Role.PLANNER))) {
            Page page = visit.page();
            page.navigate(week());
            assertThat(page.locator(".tt")).not().containsText("låst");
            assertThat(page.locator(".legend")).containsText("Skolens eget skema");
            assertThat(page.locator(".tools-by-hand .hint")).containsText("Træk en tolærer");

            Locator lesson = page.locator(".tt td.u[data-meeting]").first();
            lesson.locator(".hold").click();
            Locator panel = page.locator("dialog.panel");
            assertThat(panel).containsText("Fra skolens skema");
            assertThat(panel.getByText("Lås op")).hasCount(0);
            page.keyboard().press("Escape");

            Locator helped = page.locator(".tt td[data-meeting]")
                    .filter(new Locator.FilterOptions().setHas(page.locator(".x .who")))
                    .first();
            hold(page, lesson.locator(".hold"), helped);
            assertThat(page.locator("[data-near]")).containsText("Fra skolens skema");
            page.mouse().up();
            assertThat(statusMessage(page)).containsText("Fra skolens skema");
            assertThat(page.evaluate("String(getSelection())")).isEqualTo("");
            assertThat(page.locator("[data-live]")).containsText("Fra skolens skema");

            helped.locator(".hold").click();
            panel.getByText("Lås", EXACT).click();
            assertThat(helped).containsText("låst");
            assertThat(page.locator(".tt td.u .fixed")).hasCount(0);
            helped.locator(".hold").click();
            assertThat(panel).containsText("Låst: personer");
            panel.getByText("Lås op", EXACT).click();
            assertThat(helped).not().containsText("låst");
        }
    }

    @Test
    void whyADragWasRefusedIsSaidUntilTheNextThingIsBegun() {
        try (BrowserVisit visit = new BrowserVisit(Chromium.shared(), server, ViewingMode.DANISH)
                .signInAs(school.addPerson(Role.PLANNER))) {
            Page page = visit.page();
            page.navigate(week());
            Locator lesson = page.locator(".tt td.u[data-meeting]").first();
            Locator helped = page.locator(".tt td[data-meeting]")
                    .filter(new Locator.FilterOptions().setHas(page.locator(".x .who")))
                    .first();
            List<Runnable> beginnings = List.of(
                    () -> hold(page, helped.locator(".x .who").first(), lesson),
                    () -> page.keyboard().press("Control+Shift+z"), // of which there is none to be done again
                    () -> helped.locator(".hold").click(),
                    () -> page.keyboard().press("Escape"));
            for (Runnable begun : beginnings) {
                hold(page, lesson.locator(".hold"), helped);
                page.mouse().up();
                assertThat(statusMessage(page)).containsText("Fra skolens skema");
                assertThat(page.locator("[data-live]")).containsText("Fra skolens skema");
                page.keyboard().press("Tab");
                assertThat(statusMessage(page)).isVisible(); // to read on is nothing new

                begun.run();
                assertThat(statusMessage(page)).isHidden();
                assertThat(page.locator("[data-live]")).not().containsText("Fra skolens skema");
                page.keyboard().press("Escape");
                page.mouse().up();
            }
        }
    }

    @Test
    void staffMemberOfALessonCanBeDraggedToAnotherLesson() {
        try (BrowserVisit visit = new BrowserVisit(Chromium.shared(), server, ViewingMode.DANISH)
                .signInAs(school.addPerson(Role.PLANNER))) {
            Page page = visit.page();
            page.navigate(week());
            Locator boxes = page.locator(".tt .x .who");
            assertThat(boxes.first()).isVisible();
            Locator others = page.locator(".tt td[data-meeting*='\"staff\"']")
                    .filter(new Locator.FilterOptions()
                            .setHasNotText(boxes.first().textContent().strip()));
            hold(page, boxes.first(), others.first());
            assertThat(page.locator("[data-near][data-sure=sure]"))
                    .containsText(java.util.regex.Pattern.compile("Passer|Noget mangler|Bryder en regel"));
            page.keyboard().press("Escape");
            page.mouse().up();
            assertThat(statusMessage(page)).isHidden();
        }
    }
}

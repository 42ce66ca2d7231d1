package dk.grundskema.api.service.change;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
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
import dk.grundskema.domain.people.StaffId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Changing a plan from a moment, in a real browser. */
@Tag("browser")
final class ChangeBrowserTest {
    /** The least change is searched for some seconds, longer on a busy machine. */
    private static final IsVisibleOptions PATIENT = new IsVisibleOptions().setTimeout(120_000);

    private static final List<String> NEW_KINDS =
            List.of("LESSON_MOVES", "STAFF_JOINS", "ROOM_ADDED", "STUDENT_JOINS", "SUBJECT_DROPPED");

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

    private static void takePicture(Page page, String name) {
        String folder = System.getProperty("grundskema.pictures", "");
        if (!folder.isEmpty()) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(folder, name + ".png"))
                    .setFullPage(true));
        }
    }

    @Test
    void changeOfTwoThingsIsWatchedWhileItIsComputedKeptAndUndone() {
        TestSchool school = TestSchool.create(server);
        String place = SolvedPlans.createSolvedPlan(
                ServiceClient.administrator(server),
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
            page.locator("#f-0-staffId").selectOption(who.value());
            page.locator("#f-0-from").fill(day.toString());
            page.locator("#f-0-until").fill(day.toString());
            page.locator("#more").selectOption("DAY_CLOSED");
            press(page, "Tilføj");
            assertThat(page.locator("fieldset.change-row")).hasCount(2);
            assertThat(page.locator("#f-0-staffId")).hasValue(who.value());
            page.locator("fieldset.change-row")
                    .nth(1)
                    .getByRole(AriaRole.BUTTON)
                    .click();
            assertThat(page.locator("fieldset.change-row")).hasCount(1);

            page.locator("#f-0-fromTime").fill("00:00");
            page.locator("#f-0-untilTime").fill("23:59");
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

    @ParameterizedTest
    @ValueSource(strings = {"da", "en"})
    void lessonThatTheSchoolMovesAndSomebodyNewAreTypedAndPreviewed(String language) {
        TestSchool school = TestSchool.create(server);
        String place = SolvedPlans.createSolvedPlan(
                ServiceClient.administrator(server),
                server,
                school.path(),
                TestServices.exampleProblem("school-12-classes"),
                300);
        try (var visit =
                new BrowserVisit(chromium, server, ViewingMode.in(language)).signInAs(school.addPerson(Role.PLANNER))) {
            Page page = visit.page();
            page.navigate("/plans/" + TestPlans.planIdOf(place).value() + "/changes?now=2026-09-21T06:40");
            page.locator("button[value=remove-0]").click();
            assertThat(page.locator("fieldset.change-row")).hasCount(0);
            for (int row = 0; row < NEW_KINDS.size(); row++) {
                page.locator("#more").selectOption(NEW_KINDS.get(row));
                page.locator("button[value=add]").click();
                assertThat(page.locator("fieldset.change-row")).hasCount(row + 1);
            }
            takePicture(page, "changes-" + language);
            for (int row = NEW_KINDS.size() - 1; row > 1; row--) {
                page.locator("button[value=remove-" + row + "]").click();
                assertThat(page.locator("fieldset.change-row")).hasCount(row);
            }
            page.locator("#f-0-lessonId").selectOption(new SelectOption().setIndex(1));
            page.locator("#f-0-weekday").selectOption("FRIDAY");
            page.locator("#f-0-start").fill("15:00");
            page.locator("#f-1-name").fill("Nina Ny");
            page.locator("[name='1.FRIDAY']").check();
            page.locator(".actions button[value=preview]").click();
            assertThat(page.locator("button[name=which][value=LEAST]")).isVisible(PATIENT);
            takePicture(page, "change-" + language);
            assertThat(visit.problems()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"da", "en"})
    void newTimetableOfTheSchoolIsSentAQuestionAnsweredPreviewedAndKept(String language, @TempDir Path folder)
            throws IOException {
        TestSchool school = TestSchool.create(server);
        String place = SolvedPlans.createSolvedPlan(
                ServiceClient.administrator(server),
                server,
                school.path(),
                TestServices.exampleProblem("school-12-classes"),
                300);
        Path example = Path.of("../../examples/school-12-classes");
        Path timetable = folder.resolve("skema-uge-46.csv");
        Files.writeString(
                timetable,
                Files.readString(example.resolve("skema.csv"))
                        .replace("1A;;MAT;EK;Lokale 1A;Mandag;1", "1A;;MAT;EK;Lokale 1A;Mandag;7")
                        .replace(";MH;", ";Mette Holmm;"));
        try (var visit =
                new BrowserVisit(chromium, server, ViewingMode.in(language)).signInAs(school.addPerson(Role.PLANNER))) {
            Page page = visit.page();
            page.navigate("/plans/" + TestPlans.planIdOf(place).value() + "/changes");
            page.locator("a[href$='/changes/school-timetable']").click();
            page.locator("button[value=read]").click();
            assertThat(page.locator("#read .wrong")).isVisible();
            assertThat(visit.problems()).as("no file was chosen").allMatch(one -> one.contains("status of 422"));
            page.locator("#files").setInputFiles(timetable);
            page.locator("#bells").setInputFiles(example.resolve("ringetider.csv"));
            page.locator("#now").fill("2026-11-02T06:40");
            page.locator("#timetableFrom").fill("2026-11-09");
            page.locator("button[value=read]").click();
            assertThat(page.locator("#question-0")).isVisible();
            takePicture(page, "school-timetable-" + language);
            page.locator("#question-0").selectOption(new SelectOption().setIndex(1));
            page.locator("button[value=read]").click();
            assertThat(page.locator("#question-0")).hasCount(0);
            page.locator("button[name=step][value=preview]").click();
            assertThat(page.locator("button[name=which][value=LEAST]")).isVisible(PATIENT);
            assertThat(page.locator("#preview")).containsText("MAT (1A)");
            takePicture(page, "school-timetable-preview-" + language);
            page.locator("button[name=which][value=LEAST]").click();
            assertThat(page.locator(".kept-now")).isVisible();
            assertThat(visit.problems()).isEmpty();
        }
    }
}

package dk.grundskema.api.service.importing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.testing.BrowserVisit;
import dk.grundskema.api.service.testing.BrowserVisit.ViewingMode;
import dk.grundskema.api.service.testing.CampListFiles;
import dk.grundskema.api.service.testing.Chromium;
import dk.grundskema.api.service.testing.SchoolListFiles;
import dk.grundskema.api.service.testing.StepCounter;
import dk.grundskema.api.service.testing.TestServices;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Collections;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Creates a plan from files in a real browser in few steps. */
@Tag("browser")
final class NewPlanBrowserTest {
    private static Chromium chromium;
    private static Server server;

    @BeforeAll
    static void begin() {
        chromium = Chromium.shared();
        server = TestServices.on(TestDatabase.H2);
    }

    private static BrowserVisit planner() {
        return new BrowserVisit(chromium, server, ViewingMode.DANISH)
                .signInAs(TestSchool.create(server).addPerson(Role.PLANNER));
    }

    private static void isShown(Page page, String heading) {
        assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName(heading))
                        .first())
                .isVisible();
    }

    /** Begins a new camp and enters its dates; returns the counted steps. */
    private static StepCounter newCamp(Page page, String first, String last) {
        var steps = new StepCounter(page);
        steps.press(AriaRole.LINK, "Ny camp");
        steps.type("Første dag", first);
        steps.type("Sidste dag", last);
        return steps;
    }

    @Test
    void aCampTakesFiveStepsFromItsLists() {
        try (BrowserVisit visit = planner()) {
            var steps = newCamp(visit.page(), "2026-09-07", "2026-09-25");
            steps.drop(CampListFiles.files());
            assertThat(visit.page().getByText("Alt er i orden")).isVisible();
            steps.press(AriaRole.BUTTON, "Lav planen");
            isShown(visit.page(), "Camp uge 37–39, 2026");
            assertThat(steps.count()).isLessThanOrEqualTo(5);
        }
    }

    @Test
    void aSchoolTakesThreeStepsFromItsFiles() throws Exception {
        try (BrowserVisit visit = planner()) {
            var steps = new StepCounter(visit.page());
            steps.press(AriaRole.LINK, "Ny skoleplan");
            visit.page().getByLabel("Skoleår").selectOption("2026/27");
            steps.drop(SchoolListFiles.files());
            steps.press(AriaRole.BUTTON, "Lav planen");
            isShown(visit.page(), "2026/27");
            assertThat(steps.count()).isLessThanOrEqualTo(3);
        }
    }

    private static final String PASTED = """
            (one, text) => {
                const data = new DataTransfer();
                data.setData('text/plain', text);
                one.select();
                one.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}));
            }""";

    private static double number(Page page, String cell, String property) {
        return ((Number) page.locator(cell).evaluate("one => one." + property)).doubleValue();
    }

    @Test
    void aLongCellIsReadWholeHoweverNarrowTheScreen() {
        String many = String.join(", ", Collections.nCopies(60, "idræt"));
        String some = "Dansk, matematik, engelsk, historie, kristendom, musik, idræt";
        try (BrowserVisit visit = planner()) {
            Page page = visit.page();
            StepCounter steps = newCamp(page, "2026-09-07", "2026-09-25");
            steps.drop(Map.of(
                    "medarbejdere.csv", "Navn;Fag\nAnna Berg;%s\nBo Holm;%s\nLis Lund;dansk\n".formatted(some, many)));
            for (int width : new int[] {1280, 390}) {
                page.setViewportSize(width, 800);
                assertThat(number(page, "#t0-B2", "scrollHeight"))
                        .as("everything was seen")
                        .isLessThanOrEqualTo(number(page, "#t0-B2", "clientHeight"));
                assertThat(number(page, "#t0-B3", "clientHeight")).isBetween(80.0, 150.0);
                assertThat(number(page, "#t0-B3", "scrollHeight"))
                        .as("scrolled")
                        .isGreaterThan(150.0);
                assertThat(number(page, "#t0-B4", "clientHeight")).isLessThan(50.0);
                assertThat(number(page, "body", "scrollWidth"))
                        .as("no wider than the screen")
                        .isLessThanOrEqualTo(width);
            }
            page.locator("#t0-A1").focus();
            page.locator("#t0-A1").evaluate("one => one.setSelectionRange(0, 0)");
            page.keyboard().press("ArrowDown"); // within one line there is nowhere to go
            assertThat(page.locator("#t0-A2")).isFocused();
            page.locator("#t0-A2").evaluate(PASTED, "Anna Bergmann Sørensen\r\n");
            assertThat(page.locator("#t0-A2")).hasValue("Anna Bergmann Sørensen");
            page.locator("#t0-B2").focus();
            page.locator("#t0-B2").evaluate("one => one.setSelectionRange(0, 0)");
            page.keyboard().press("ArrowDown");
            assertThat(page.locator("#t0-B2")).isFocused();
            page.keyboard().press("Control+End");
            page.keyboard().press("ArrowDown");
            assertThat(page.locator("#t0-B3")).isFocused();
            page.keyboard().press("Enter");
            assertThat(page.locator("#t0-B4")).isFocused();
            assertThat(page.locator("#t0-B3")).hasValue(many);
            visit.problems(); // refused forms are errors to browsers
        }
    }

    @Test
    void aWrongCellIsMendedWhereItIsAndWhatWasTypedStays() {
        try (BrowserVisit visit = planner()) {
            Page page = visit.page();
            var steps = new StepCounter(page);
            steps.press(AriaRole.LINK, "Ny camp");
            steps.choose("Træk filer herhen", CampListFiles.withWrongCell());
            assertThat(page.getByLabel("Første dag")).isFocused();
            assertThat(page.locator("#first-why")).hasText("Skriv campens første dag.");
            steps.type("Planens navn", "Efterårscamp");
            steps.type("Første dag", "2026-09-07");
            steps.type("Sidste dag", "2026-09-25");
            steps.press(AriaRole.BUTTON, "Tjek igen");
            assertThat(page.locator("#t0-C3")).isFocused();
            page.locator("#t0-C3").fill("37");
            page.keyboard().press("Enter");
            assertThat(page.locator("#t0-C4")).isFocused();
            steps.press(AriaRole.BUTTON, "Tjek igen");
            assertThat(page.locator("#t0-C3")).hasValue("37");
            steps.press(AriaRole.BUTTON, "Lav planen");
            isShown(page, "Efterårscamp");
            visit.problems(); // refused forms are errors to browsers
        }
    }

    @Test
    void aFormulaWithoutAResultIsShownAndMendedByClearingIt() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "test", null)) {
            Worksheet sheet = book.newWorksheet("Medarbejdere");
            sheet.value(0, 0, "Navn");
            sheet.value(0, 1, "Timer");
            sheet.value(0, 2, "Løn");
            sheet.value(1, 0, "Bente Kjær");
            sheet.formula(1, 1, "37*1");
            sheet.formula(1, 2, "B2*200");
        }
        try (BrowserVisit visit = planner()) {
            Page page = visit.page();
            var steps = new StepCounter(page);
            steps.press(AriaRole.LINK, "Ny camp");
            steps.choose(page.locator("#files"), new FilePayload("liste.xlsx", "", bytes.toByteArray()));
            assertThat(page.locator("#t0-B2")).hasValue("=37*1");
            assertThat(page.locator("#t0-B2-why")).containsText("uden resultat");
            assertThat(page.locator("#t0-C2-why")).hasCount(0);
            page.locator("#t0-B2").fill("");
            page.locator("#files").dispatchEvent("change"); // as when files are chosen while the page's script begins
            steps.press(AriaRole.BUTTON, "Tjek igen");
            assertThat(page.locator("#t0-B2")).hasAttribute("data-mended", "yes");
            assertThat(page.locator("#t0-B2")).hasValue("");
            assertThat(page.locator("#t0-B2-why")).hasCount(0);
            visit.problems(); // refused forms are errors to browsers
            page.onDialog(one -> one.accept());
        }
    }

    @Test
    void rowsOfFormulasBelowAListAreLeftOutOrMendedThere() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "test", null)) {
            Worksheet sheet = book.newWorksheet("Medarbejdere");
            sheet.value(0, 0, "Navn");
            sheet.value(0, 1, "Timer");
            sheet.value(1, 0, "Bente Kjær");
            sheet.value(1, 1, 37);
            sheet.formula(3, 0, "A2");
            sheet.formula(3, 1, "B2*1");
            sheet.formula(5, 1, "SUM(B2:B4)");
        }
        try (BrowserVisit visit = planner()) {
            Page page = visit.page();
            var steps = newCamp(page, "2026-07-06", "2026-07-17");
            steps.choose(page.locator("#files"), new FilePayload("liste.xlsx", "", bytes.toByteArray()));
            assertThat(page.locator("#t0-B6")).hasValue("=SUM(B2:B4)");
            assertThat(page.locator("#t0-B6-why")).containsText("uden resultat");
            assertThat(page.locator(".notes a[href='#t0-B6']")).isVisible();
            steps.press(AriaRole.BUTTON, "Udelad række 6");
            assertThat(page.locator("#t0-B6-why")).hasCount(0);
            assertThat(page.locator(".notes")).not().containsText("B6");
            assertThat(page.locator("#t0-A4"))
                    .isFocused(); // the next wrong cell; what is typed before that goes astray
            page.locator("#t0-A4").fill("Bo Holm");
            page.locator("#t0-B4").fill("30");
            steps.press(AriaRole.BUTTON, "Tjek igen");
            assertThat(page.locator("#t0-B4")).hasValue("30");
            assertThat(page.locator(".facts dd").first()).hasText("2");
            assertThat(page.locator("[data-leave-out]")).hasCount(0);
            visit.problems(); // refused forms are errors to browsers
            page.onDialog(one -> one.accept());
        }
    }

    @Test
    void aCampIsMadeOfItsTemplateAsItIs() throws IOException {
        try (BrowserVisit visit = planner()) {
            Page page = visit.page();
            var steps = newCamp(page, "2026-07-06", "2026-07-17");
            Download template = page.waitForDownload(
                    () -> page.getByText("Hent skabelonen til Excel").click());
            steps.choose(
                    page.locator("#files"),
                    new FilePayload(template.suggestedFilename(), "", Files.readAllBytes(template.path())));
            assertThat(page.locator("#looked")).containsText("Alt er i orden");
            assertThat(page.locator(".sheet h3 bdi").first()).hasText("Medarbejdere");
            assertThat(page.locator(".sheet")).hasCount(5);
            steps.press(AriaRole.BUTTON, "Lav planen");
            isShown(page, "Camp uge");
        }
    }

    @Test
    void theFileThatWasMendedElsewhereTakesThePlaceOfTheOneOfItsName() {
        try (BrowserVisit visit = planner()) {
            Page page = visit.page();
            var steps = newCamp(page, "2026-09-07", "2026-09-25");
            steps.drop(CampListFiles.withWrongCell());
            page.locator("#t0-C3").fill("stadig forkert");
            steps.drop(Map.of("medarbejdere.csv", CampListFiles.files().get("medarbejdere.csv")));
            assertThat(page.getByText("Alt er i orden")).isVisible();
            assertThat(page.locator("#chosen li")).hasCount(3);
            visit.problems(); // refused forms are errors to browsers
            page.onDialog(one -> one.accept());
        }
    }

    @Test
    void tooMuchIsRefusedBeforeItIsSent() {
        try (BrowserVisit visit = planner()) {
            Page page = visit.page();
            var steps = new StepCounter(page);
            steps.press(AriaRole.LINK, "Ny camp");
            steps.dropMadeFile("stor.csv", 51 * 1024 * 1024);
            assertThat(page.locator("#files-why")).containsText("større end 50 MB");
            steps.press(AriaRole.BUTTON, "Læs listerne");
            assertThat(page.getByLabel("Træk filer herhen")).isFocused();
            steps.press(AriaRole.BUTTON, "Fjern stor.csv");
            assertThat(page.locator("#files-why")).isEmpty();
        }
    }
}

package dk.grundskema.api.service.importing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.start.ServiceSettingKey;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.start.ServiceApplication;
import dk.grundskema.api.service.testing.BrowserVisit;
import dk.grundskema.api.service.testing.BrowserVisit.ViewingMode;
import dk.grundskema.api.service.testing.Chromium;
import dk.grundskema.api.service.testing.StepCounter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A new planner goes from an export of aSc and two lists to a plan, and back to a file for aSc, in a real browser. */
@Tag("browser")
final class AscRoundTripBrowserTest {
    private static final Path SCHOOL = Path.of("../../examples/school-12-classes");
    private static final String PASSWORD = "en god lang adgangskode";

    /** From an empty database to the file for aSc. */
    private static final int MOST_STEPS = 15;

    private static final String NEEDS = "Klasse;Ordning;Lektioner pr. uge\n1A;type 1;10,5\n2B;type 2;14,5\n";
    private static final String POOL = "Medarbejder;Typer;Lektioner om ugen\nKJ;type 1;15\nDM;type 1, type 2;25\n";

    @TempDir
    private Path folder;

    @Test
    void aNewPlannerTakesAnExportOfAscBackWithTheCoTeachers() throws Exception {
        var settings = TestDatabase.H2
                .fresh(folder)
                .with(ServiceSettingKey.ADMIN_TOKEN, "")
                .with(ServiceSettingKey.ADMIN_PASSWORD, "");
        try (Server server = Server.start(ServiceApplication.create(new PluginPlanningFacade()), settings);
                BrowserVisit visit = new BrowserVisit(Chromium.shared(), server, ViewingMode.DANISH)) {
            Page page = visit.page();
            beginAsFirst(page, server.firstAdministratorCode().orElseThrow());
            String exported = exportImported(page);
            assertThat(lessonTeachers(exported, "1A", "KJ")).isZero();

            var steps = new StepCounter(page);
            page.navigate("/");
            steps.press(AriaRole.LINK, "Ny skoleplan");
            assertThat(page.locator("main")).containsText("Medarbejder, Typer, Lektioner om ugen");
            String staff = Files.readString(SCHOOL.resolve("medarbejdere.csv"));
            steps.drop(
                    Map.of("asc.xml", exported, "behov.csv", NEEDS, "medarbejdere.csv", POOL, "personale.csv", staff));
            make(page, steps);
            planAtOnce(page, steps);
            String planned = download(page, steps);
            assertThat(steps.count()).isLessThanOrEqualTo(MOST_STEPS);
            assertThat(lessonTeachers(planned, "1A", "KJ") + lessonTeachers(planned, "1A", "DM"))
                    .as("co-teachers are teachers of lessons of 1A")
                    .isPositive();

            page.navigate("/");
            steps.press(AriaRole.LINK, "Ny skoleplan");
            page.getByLabel("Planens navn").fill("Tilbage");
            steps.drop(Map.of("asc.xml", planned));
            make(page, steps);
            assertThat(meetings(download(page, steps))).isEqualTo(meetings(planned));
            visit.problems(); // warnings are refusals to browsers until they are accepted
        }
    }

    /** Makes the first account, as the console asks for it. */
    private static void beginAsFirst(Page page, String code) {
        page.navigate("/");
        page.getByLabel("Kode", new Page.GetByLabelOptions().setExact(true)).fill(code);
        page.getByLabel("Skole eller organisation").fill("Engskolen");
        page.getByLabel("Dit navn").fill("Kim Holm");
        page.getByLabel("Navn eller adresse").fill("kim");
        page.getByLabel("En adgangskode").fill(PASSWORD);
        page.getByText("Begynd", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.getByText("Ingen planer endnu")).isVisible();
    }

    /** Returns a school's timetable as aSc has it: an example, imported from tables and exported before anything is planned. */
    private static String exportImported(Page page) throws IOException {
        var steps = new StepCounter(page);
        var files = new HashMap<String, String>();
        for (String name : List.of("skema.csv", "medarbejdere.csv", "lokaler.csv", "ringetider.csv")) {
            files.put(name, Files.readString(SCHOOL.resolve(name)));
        }
        steps.press(AriaRole.LINK, "Ny skoleplan");
        steps.drop(files);
        make(page, steps);
        return download(page, steps);
    }

    private static void make(Page page, StepCounter steps) {
        assertThat(page.locator("#looked")).containsText("Det blev læst");
        steps.press(AriaRole.BUTTON, "Lav planen");
        page.waitForURL(Pattern.compile(".*/plans/.*"));
    }

    private static void planAtOnce(Page page, StepCounter steps) {
        steps.press(AriaRole.LINK, "Gå til planlægning");
        steps.press(AriaRole.BUTTON, "Planlæg");
        assertThat(page.locator("[data-look]")).isVisible();
        steps.press(AriaRole.BUTTON, "Stop her");
        assertThat(page.getByText("Sådan gik det")).isVisible();
        page.locator("nav.parts")
                .getByText("Overblik", new Locator.GetByTextOptions().setExact(true))
                .click();
    }

    /** Downloads the plan of the page for aSc. */
    private static String download(Page page, StepCounter steps) throws IOException {
        steps.press(AriaRole.LINK, "Filer til andre programmer");
        Download zip = page.waitForDownload(() -> steps.press(AriaRole.LINK, "Hent aSc Timetables"));
        try (var entries = new ZipInputStream(Files.newInputStream(zip.path()))) {
            assertThat(Objects.requireNonNull(entries.getNextEntry()).getName()).isEqualTo("asc.xml");
            return new String(entries.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Returns how many lessons of a class have a teacher among several. */
    private static long lessonTeachers(String asc, String group, String teacher) throws Exception {
        Document file = parse(asc);
        Map<String, String> classes = shortNames(file, "class");
        Map<String, String> teachers = shortNames(file, "teacher");
        return elements(file, "lesson").stream()
                .filter(lesson -> names(lesson, "classids", classes).equals(List.of(group)))
                .map(lesson -> names(lesson, "teacherids", teachers))
                .filter(those -> those.size() > 1 && those.contains(teacher))
                .count();
    }

    /** Returns all cards of lessons with one class, by names. Lessons of several may be with a course of unknown students, which comes back as a class. */
    private static SortedSet<String> meetings(String asc) throws Exception {
        Document file = parse(asc);
        Map<String, String> classes = shortNames(file, "class");
        Map<String, String> teachers = shortNames(file, "teacher");
        Map<String, String> subjects = shortNames(file, "subject");
        var lessons = new HashMap<String, String>();
        for (Element lesson : elements(file, "lesson")) {
            if (names(lesson, "classids", classes).size() == 1) {
                lessons.put(
                        lesson.getAttribute("id"),
                        "%s %s %s"
                                .formatted(
                                        names(lesson, "classids", classes),
                                        names(lesson, "subjectid", subjects),
                                        names(lesson, "teacherids", teachers)));
            }
        }
        var all = new TreeSet<String>();
        for (Element card : elements(file, "card")) {
            String lesson = lessons.get(card.getAttribute("lessonid"));
            if (lesson != null) {
                all.add("%s %s %s".formatted(lesson, card.getAttribute("days"), card.getAttribute("period")));
            }
        }
        assertThat(all).hasSizeGreaterThan(100);
        return all;
    }

    private static Document parse(String asc) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(asc.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Element> elements(Document file, String tag) {
        var all = new ArrayList<Element>();
        var nodes = file.getElementsByTagName(tag);
        for (int i = 0; i < nodes.getLength(); i++) {
            all.add((Element) nodes.item(i));
        }
        return all;
    }

    private static Map<String, String> shortNames(Document file, String tag) {
        var names = new HashMap<String, String>();
        elements(file, tag).forEach(one -> names.put(one.getAttribute("id"), one.getAttribute("short")));
        return names;
    }

    private static List<String> names(Element lesson, String ids, Map<String, String> names) {
        return Pattern.compile(",")
                .splitAsStream(lesson.getAttribute(ids))
                .map(id -> names.getOrDefault(id, ""))
                .filter(name -> !name.isEmpty())
                .sorted()
                .toList();
    }
}

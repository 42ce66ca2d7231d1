package dk.grundskema.api.service.importing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.testing.BrowserVisit;
import dk.grundskema.api.service.testing.BrowserVisit.ViewingMode;
import dk.grundskema.api.service.testing.Chromium;
import dk.grundskema.api.service.testing.ScreenshotAlbum;
import dk.grundskema.api.service.testing.StepCounter;
import dk.grundskema.api.service.testing.TestServices;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A new planner brings the export of a real school from aSc, Untis or FET, answers a question, sets co-teaching up, plans, and takes the plan back, in a
 * real browser. FET itself reads the plan. The exports of aSc and Untis are read in {@code shared/data} beside the project, that of FET is an example of
 * its own. Each program and each of the two walks comes in both languages.
 */
@Tag("browser")
final class RealExportsBrowserTest {
    /** From the first page to the file in her own program's format. */
    private static final int MOST_STEPS = 22;

    /** The same with a workbook of her lists, which asks for the co-teaching. */
    private static final int MOST_STEPS_WITH_LISTS = 12;

    /** Room for a word in a cell of a timetable, in pixels. */
    private static final int LEGIBLE = 50;

    /** Made-up students of the class. */
    private static final List<String> STUDENTS = List.of("Alma Vester", "Bo Lindegaard", "Clara Juhl");

    /** FET needs about a second. */
    private static final int FET_SECONDS = 120;

    @TempDir
    Path folder;

    /**
     * A real school.
     *
     * @param file    the name of its export
     * @param counts  members of staff, rooms, classes, courses if there are any, and lessons
     * @param format  the program's name on the page of files
     * @param aClass  a class
     * @param adult   the second adult of it
     * @param room    a room without a stated kind
     * @param warning what the preview warns of, in Danish and English
     * @param teacher how the file names a teacher
     */
    private record School(
            String file,
            List<String> counts,
            String format,
            String aClass,
            String adult,
            String room,
            List<String> warning,
            Pattern teacher) {}

    private static final Map<String, School> SCHOOLS = Map.of(
            "aSc",
            new School(
                    "asc-2012-anonymised.xml",
                    List.of("103", "67", "47", "557"),
                    "aSc",
                    "Klasse 1",
                    "Lærer 10",
                    "Lokale 2",
                    List.of("er to steder på én gang", "is in two places at once"),
                    Pattern.compile("<teacher [^>]*? name=\"([^\"]*)\"")),
            "Untis",
            new School(
                    "GPU001-anonymised.TXT",
                    List.of("80", "79", "23", "1401"),
                    "Untis",
                    "07a",
                    "T77",
                    "R02",
                    List.of(
                            "1: 08:00–08:45, 2: 08:45–09:30, 3: 09:50–10:35",
                            "1: 08:00–08:45, 2: 08:45–09:30, 3: 09:50–10:35"),
                    Pattern.compile("\"(T\\d+)\"")),
            "FET",
            new School(
                    "FET-5-official/Spain/4-secondary-and-vocational-school/SPAIN_20-21-locked.fet",
                    List.of("89", "57", "39", "50", "976"),
                    "FET",
                    "1APSD",
                    "PSC1",
                    "Salón actos",
                    List.of("1ª 08:15 - FP08:15 = 08:15-09:15", "1ª 08:15 - FP08:15 = 08:15-09:15"),
                    Pattern.compile("<Teacher>\\s*<Name>(.*?)</Name>")));

    /** A planner at her browser. */
    private record Walk(Page page, StepCounter steps, boolean isDanish, ScreenshotAlbum album) {
        String reads(String danish, String english) {
            return isDanish ? danish : english;
        }

        void press(AriaRole role, String danish, String english) {
            steps.press(role, reads(danish, english));
            page.waitForLoadState();
        }

        void goTo(String danish, String english) {
            steps.press(AriaRole.LINK, reads(danish, english));
            page.waitForLoadState();
        }

        void click(Locator place) {
            steps.countOne();
            place.first().click();
        }

        void goToPart(String danish, String english) {
            click(page.locator("nav.parts")
                    .getByText(reads(danish, english), new Locator.GetByTextOptions().setExact(true)));
        }

        /** Chooses a name from a list, or types it if there are too many. */
        void name(String label, String name) {
            if (page.getByLabel(label)
                    .first()
                    .evaluate("field => field.localName")
                    .equals("select")) {
                steps.select(label, name);
            } else {
                steps.type(label, name);
            }
        }

        void take(String name) {
            album.take(page, name);
        }
    }

    private static Path fetProgram() {
        var found = Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .map(place -> Path.of(place, "fet-cl"))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(found.isPresent(), "FET's command line (fet-cl) is not installed, so it reads no plan.");
        return found.orElseThrow();
    }

    private static FilePayload real(String name) throws IOException {
        Path file = Path.of("../../../shared/data").resolve(name);
        assumeTrue(Files.isRegularFile(file), "The real export " + name + " is not in shared/data beside the project");
        return new FilePayload(name, "application/octet-stream", Files.readAllBytes(file));
    }

    /** Returns an example of FET with the timetable that FET makes of it. */
    private FilePayload solved(Path program, String example) throws Exception {
        Path file = Path.of(System.getenv().getOrDefault("FET_EXAMPLES", "/usr/share/doc/fet-data/examples"))
                .resolve(example);
        assumeTrue(Files.isRegularFile(file), "The examples of FET (package fet-data) are not installed");
        Path output = folder.resolve("example");
        runFet(program, file, output);
        String name = String.valueOf(file.getFileName()).replace(".fet", "");
        String timetable = name + "_data_and_timetable.fet";
        return new FilePayload(
                timetable,
                "application/octet-stream",
                Files.readAllBytes(output.resolve("timetables").resolve(name).resolve(timetable)));
    }

    private static void runFet(Path program, Path file, Path output) throws Exception {
        Files.createDirectories(output);
        Path log = output.resolve("log.txt");
        Process process = new ProcessBuilder(
                        program.toString(), "--inputfile=" + file, "--outputdir=" + output, "--htmllevel=0")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(process.waitFor(FET_SECONDS, TimeUnit.SECONDS))
                    .as("%s is solved within %d s", file, FET_SECONDS)
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).as(Files.readString(log)).isZero();
    }

    private static ScreenshotAlbum album(String language) {
        String folder = System.getProperty("grundskema.pictures", "");
        return folder.isEmpty() ? ScreenshotAlbum.none() : new ScreenshotAlbum(Path.of(folder), language);
    }

    /**
     * Returns her workbook: all members of staff with their hours, some students of the class, and which class is to get which co-teacher.
     *
     * @param export the export of the school's program
     */
    private static FilePayload lists(Walk walk, School school, FilePayload export) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "test", null)) {
            var staff = school.teacher()
                    .matcher(new String(export.buffer, StandardCharsets.UTF_8))
                    .results()
                    .map(found -> found.group(1))
                    .distinct()
                    .sorted()
                    .map(name -> List.of(name, name.equals(school.adult()) ? "30,5" : "37"))
                    .toList();
            fill(
                    book.newWorksheet(walk.reads("Medarbejdere", "Staff")),
                    List.of(walk.reads("Navn", "Name"), walk.reads("Timer om ugen", "Hours a week")),
                    staff);
            fill(
                    book.newWorksheet(walk.reads("Elever", "Students")),
                    List.of(walk.reads("Navn", "Name"), walk.reads("Klasse", "Class")),
                    STUDENTS.stream()
                            .map(name -> List.of(name, school.aClass()))
                            .toList());
            fill(
                    book.newWorksheet(walk.reads("Behov", "Needs")),
                    List.of(walk.reads("Klasse", "Class"), "Type"),
                    List.of(List.of(school.aClass(), "type 1")));
            fill(
                    book.newWorksheet(walk.reads("Tolærere", "Co-teachers")),
                    List.of(
                            walk.reads("Medarbejder", "Staff member"),
                            walk.reads("Typer", "Types"),
                            walk.reads("Lektioner om ugen", "Lessons a week")),
                    List.of(List.of(school.adult(), "type 1", "20")));
        }
        return new FilePayload(walk.reads("lister.xlsx", "lists.xlsx"), "", bytes.toByteArray());
    }

    private static void fill(Worksheet sheet, List<String> headings, List<List<String>> rows) {
        for (int column = 0; column < headings.size(); column++) {
            sheet.value(0, column, headings.get(column));
            for (int row = 0; row < rows.size(); row++) {
                sheet.value(row + 1, column, rows.get(row).get(column));
            }
        }
    }

    private static void importFiles(Walk walk, School school, FilePayload... files) {
        Page page = walk.page();
        page.navigate("/");
        walk.goTo("Ny skoleplan", "New school plan");
        walk.steps().choose(page.locator("#files"), files);
        assertThat(page.locator("#looked")).containsText(walk.reads("Det blev læst", "What was read"));
        assertThat(page.locator("#looked dd").allInnerTexts()).containsAll(school.counts());
        assertThat(page.locator("#looked ul.notes"))
                .containsText(
                        walk.isDanish()
                                ? school.warning().getFirst()
                                : school.warning().getLast());
        walk.click(page.getByText(walk.reads("Hvilke lokaler er til undervisning?", "Which rooms are for teaching?")));
        walk.steps().select(school.room(), walk.reads("gymnastiksal", "gym"));
        walk.take(school.format().toLowerCase(Locale.ROOT) + "-real-1-read");
        walk.press(AriaRole.BUTTON, "Lav planen", "Make the plan");
        page.waitForURL(Pattern.compile("/plans/[^/]+$"));
    }

    private static void addCoTeaching(Walk walk, School school) {
        Page page = walk.page();
        walk.goTo("Vælg, hvad der skal planlægges", "Choose what is to be planned");
        walk.goTo("Tilføj en indsats", "Add an intervention");
        walk.goTo("Tolærerordning", "Co-teaching");
        walk.press(
                AriaRole.BUTTON,
                "Tilføj til: Klasser, der skal have tolærer",
                "Add to: Classes that are to get co-teaching");
        walk.name(walk.reads("Hvilken klasse", "Which class"), school.aClass());
        walk.steps().select(walk.reads("Hvilken slags tolærerordning", "What kind of co-teaching"), "Type 1");
        walk.press(
                AriaRole.BUTTON,
                "Tilføj til: Hvem der kan være den anden voksne",
                "Add to: Who can be the second adult");
        walk.name(walk.reads("Hvem det er", "Who it is"), school.adult());
        walk.steps().type(walk.reads("Budget i lektioner om ugen", "Budget in lessons a week"), "20");
        walk.take(school.format().toLowerCase(Locale.ROOT) + "-real-2-form");
        walk.press(AriaRole.BUTTON, "Tilføj indsatsen", "Add the intervention");
        page.waitForURL(Pattern.compile("/interventions$"));
    }

    private static void plan(Walk walk) {
        Page page = walk.page();
        walk.goToPart("Planlæg", "Plan");
        walk.press(AriaRole.BUTTON, "Planlæg", "Plan");
        assertThat(page.locator("[data-look]")).isVisible();
        walk.press(AriaRole.BUTTON, "Stop her", "Stop here");
        assertThat(page.getByText(walk.reads("Sådan gik det", "How it went"))).isVisible();
        walk.goTo("Se skemaet", "See the timetable");
        walk.take("real-3-planned");
        Object narrowest =
                page.locator(".tt td.b").evaluateAll("cells => Math.min(...cells.map(cell => cell.clientWidth))");
        assertThat((Integer) narrowest).as("the narrowest lesson, in pixels").isGreaterThan(LEGIBLE);
        walk.goToPart("Overblik", "Overview");
        walk.goTo("Filer til andre programmer", "Files for other programs");
    }

    private static Map<String, String> download(Walk walk, String program) throws IOException {
        Download zip = walk.page()
                .waitForDownload(() -> walk.steps().press(AriaRole.LINK, walk.reads("Hent ", "Download ") + program));
        var files = new TreeMap<String, String>();
        try (var entries = new ZipInputStream(Files.newInputStream(zip.path()))) {
            for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                files.put(entry.getName(), new String(entries.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    @ParameterizedTest
    @CsvSource({"aSc, da", "Untis, en", "FET, da"})
    void aRealSchoolIsPlannedAndTakenBack(String program, String language) throws Exception {
        School school = Objects.requireNonNull(SCHOOLS.get(program));
        Path fet = fetProgram();
        FilePayload file = program.equals("FET") ? solved(fet, school.file()) : real(school.file());
        Server server = TestServices.on(TestDatabase.H2);
        try (BrowserVisit visit = new BrowserVisit(Chromium.shared(), server, ViewingMode.in(language))
                .signInAs(TestSchool.create(server).addPerson(Role.PLANNER))) {
            Page page = visit.page();
            var walk = new Walk(page, new StepCounter(page), language.equals("da"), album(language));
            importFiles(walk, school, file);
            assertThat(named(school.room(), "rooms", server, page).get("kind")).isEqualTo("gym");
            addCoTeaching(walk, school);
            plan(walk);
            Map<String, String> own = download(walk, school.format());
            assertThat(walk.steps().count()).isLessThanOrEqualTo(MOST_STEPS);
            assertThat(coTaughtLines(own, school))
                    .as("lessons with the second adult")
                    .isPositive();
            assertReadByFet(fet, program.equals("FET") ? own : download(walk, "FET"), school);
            visit.problems(); // warnings are refusals to browsers until they are accepted
        }
    }

    @ParameterizedTest
    @CsvSource({"aSc, en", "Untis, da", "FET, en"})
    void aRealSchoolAndHerListsArePlannedAndTakenBack(String program, String language) throws Exception {
        School school = Objects.requireNonNull(SCHOOLS.get(program));
        Path fet = fetProgram();
        FilePayload file = program.equals("FET") ? solved(fet, school.file()) : real(school.file());
        Server server = TestServices.on(TestDatabase.H2);
        try (BrowserVisit visit = new BrowserVisit(Chromium.shared(), server, ViewingMode.in(language))
                .signInAs(TestSchool.create(server).addPerson(Role.PLANNER))) {
            Page page = visit.page();
            var walk = new Walk(page, new StepCounter(page), language.equals("da"), album(language));
            importFiles(walk, school, file, lists(walk, school, file));
            assertThat(all("students", server, page)).hasSameSizeAs(STUDENTS);
            assertThat(all("staff", server, page))
                    .hasSize(Integer.parseInt(school.counts().getFirst()));
            assertThat(String.valueOf(named(school.adult(), "staff", server, page)))
                    .contains("30.5");
            plan(walk);
            Map<String, String> own = download(walk, school.format());
            assertThat(walk.steps().count()).isLessThanOrEqualTo(MOST_STEPS_WITH_LISTS);
            assertThat(coTaughtLines(own, school))
                    .as("lessons with the second adult")
                    .isPositive();
            assertReadByFet(fet, program.equals("FET") ? own : download(walk, "FET"), school);
            visit.problems(); // warnings are refusals to browsers until they are accepted
        }
    }

    /** Returns the first member of a list of the plan's problem that has a name; a JSON object. */
    private static Map<?, ?> named(String name, String list, Server server, Page page) {
        return all(list, server, page).stream()
                .filter(one -> name.equals(one.get("name")))
                .findFirst()
                .orElseThrow();
    }

    private static List<Map<?, ?>> all(String list, Server server, Page page) {
        String plan = page.url().replaceFirst(".*/plans/", "");
        var problem = ServiceClient.administrator(server).get("/api/v1/plans/" + plan + "/problem");
        List<?> all = (List<?>) Objects.requireNonNull(problem.at("/" + list));
        return all.stream().<Map<?, ?>>map(one -> (Map<?, ?>) one).toList();
    }

    private static String text(Map<String, String> files, String name) {
        return Objects.requireNonNull(files.get(name));
    }

    private static long coTaughtLines(Map<String, String> files, School school) {
        if (school.format().equals("Untis")) {
            return text(files, "gpu001.txt")
                    .lines()
                    .filter(line -> line.contains("\"" + school.aClass() + "\";\"" + school.adult() + "\""))
                    .count();
        }
        if (school.format().equals("FET")) {
            return Pattern.compile("(?s)<Activity>(.*?)</Activity>")
                    .matcher(text(files, "plan.fet"))
                    .results()
                    .map(activity -> activity.group(1))
                    .filter(activity -> activity.contains("<Teacher>" + school.adult() + "</Teacher>")
                            && activity.contains("<Students>" + school.aClass() + "</Students>"))
                    .count();
        }
        String asc = text(files, "asc.xml");
        String adult = attribute(asc, "teacher", school.adult());
        String aClass = attribute(asc, "class", school.aClass());
        return Pattern.compile("<lesson [^>]*>")
                .matcher(asc)
                .results()
                .map(lesson -> lesson.group())
                .filter(lesson -> lesson.matches(".* classids=\"" + aClass + "\".*")
                        && lesson.matches(".* teacherids=\"[^\"]*\\b" + adult + "\\b[^\"]*\".*"))
                .count();
    }

    /** Returns the id of a teacher or class by its name. */
    private static String attribute(String asc, String element, String name) {
        return Pattern.compile("<" + element + " [^>]*>")
                .matcher(asc)
                .results()
                .map(found -> found.group())
                .filter(found -> found.contains(" name=\"" + name + "\""))
                .map(found -> found.replaceFirst("(?s).* id=\"([^\"]*)\".*", "$1"))
                .findFirst()
                .orElseThrow();
    }

    /** FET places each activity exactly where the file has it. */
    private void assertReadByFet(Path program, Map<String, String> files, School school) throws Exception {
        Path file = Files.writeString(folder.resolve("plan.fet"), text(files, "plan.fet"));
        runFet(program, file, folder);
        String solved = Files.readString(folder.resolve("timetables/plan/plan_activities.xml"));
        Map<String, String> placed = places(solved, "<Id>(\\d+)</Id>\\s*<Day>(.*?)</Day>\\s*<Hour>(.*?)</Hour>");
        assertThat(placed)
                .hasSizeGreaterThan(Integer.parseInt(school.counts().getLast()) / 2)
                .isEqualTo(
                        places(
                                text(files, "plan.fet"),
                                "<Activity_Id>(\\d+)</Activity_Id>\\s*<Preferred_Day>(.*?)</Preferred_Day>\\s*<Preferred_Hour>(.*?)</Preferred_Hour>"));
    }

    private static Map<String, String> places(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2) + " " + found.group(3)));
    }
}

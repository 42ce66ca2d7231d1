package dk.grundskema.api.service.importing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.testing.BrowserVisit;
import dk.grundskema.api.service.testing.BrowserVisit.ViewingMode;
import dk.grundskema.api.service.testing.Chromium;
import dk.grundskema.api.service.testing.ScreenshotAlbum;
import dk.grundskema.api.service.testing.StepCounter;
import dk.grundskema.api.service.testing.TestServices;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A new planner brings the file of Untis or FET, sees her school, plans it, and takes it back in the same format, in a real browser. */
@Tag("browser")
final class ProgramFilesBrowserTest {
    private static final Path SCHOOL = Path.of("../../examples/school-12-classes");
    private static final String NEEDS = "Klasse;Ordning;Lektioner pr. uge\n1A;type 1;10,5\n2B;type 2;14,5\n";
    private static final String POOL = "Medarbejder;Typer;Lektioner om ugen\nKJ;type 1;15\nDM;type 1, type 2;25\n";

    /** From the first page to the file. */
    private static final int MOST_STEPS = 15;

    /**
     * A walk in a language.
     *
     * @param steps counts the steps
     * @param isDanish whether it is in Danish, not in English
     * @param album takes pictures, if they are wanted
     */
    private record Walk(StepCounter steps, Page page, boolean isDanish, ScreenshotAlbum album) {
        String reads(String danish, String english) {
            return isDanish ? danish : english;
        }

        void take(String name) {
            page.waitForLoadState();
            album.take(page, name.toLowerCase(Locale.ROOT));
        }

        void press(AriaRole role, String danish, String english) {
            steps.press(role, reads(danish, english));
        }
    }

    private static ScreenshotAlbum album(String language) {
        String folder = System.getProperty("grundskema.pictures", "");
        return folder.isEmpty() ? ScreenshotAlbum.none() : new ScreenshotAlbum(Path.of(folder), language);
    }

    /** Imports the example's tables and returns them as files of a program, before anything is planned. */
    private static Map<String, String> exportedExample(Walk walk, String program) throws IOException {
        var files = new TreeMap<String, String>();
        for (String name : List.of("skema.csv", "medarbejdere.csv", "lokaler.csv", "ringetider.csv")) {
            files.put(name, Files.readString(SCHOOL.resolve(name)));
        }
        makePlan(walk, files, "tables");
        return download(walk, program);
    }

    private static void makePlan(Walk walk, Map<String, String> files, String picture) {
        walk.page().navigate("/");
        walk.press(AriaRole.LINK, "Ny skoleplan", "New school plan");
        walk.steps().drop(files);
        assertThat(walk.page().locator("#looked")).containsText(walk.reads("Det blev læst", "What was read"));
        walk.take(picture + "-1-read");
        walk.press(AriaRole.BUTTON, "Lav planen", "Make the plan");
        walk.page().waitForURL(Pattern.compile(".*/plans/.*"));
        walk.take(picture + "-2-plan");
        walk.press(AriaRole.LINK, "Se skemaet", "See the timetable");
        assertThat(walk.page().locator("main")).containsText("1A");
        walk.take(picture + "-3-school");
        walk.page().goBack();
    }

    private static void plan(Walk walk) {
        Page page = walk.page();
        walk.press(AriaRole.LINK, "Gå til planlægning", "Go to planning");
        walk.press(AriaRole.BUTTON, "Planlæg", "Plan");
        assertThat(page.locator("[data-look]")).isVisible();
        walk.press(AriaRole.BUTTON, "Stop her", "Stop here");
        assertThat(page.getByText(walk.reads("Sådan gik det", "How it went"))).isVisible();
        page.locator("nav.parts")
                .getByText(walk.reads("Overblik", "Overview"), new Locator.GetByTextOptions().setExact(true))
                .click();
    }

    private static Map<String, String> download(Walk walk, String program) throws IOException {
        walk.press(AriaRole.LINK, "Filer til andre programmer", "Files for other programs");
        walk.take(program + "-4-files");
        Download zip =
                walk.page().waitForDownload(() -> walk.press(AriaRole.LINK, "Hent " + program, "Download " + program));
        var files = new TreeMap<String, String>();
        try (var entries = new ZipInputStream(Files.newInputStream(zip.path()))) {
            for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                files.put(entry.getName(), new String(entries.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        files.remove("report.txt");
        return files;
    }

    /** What goes in and what comes out. */
    private record Trip(Map<String, String> given, Map<String, String> planned) {}

    private static Trip walk(String language, String program) throws IOException {
        var server = TestServices.on(TestDatabase.H2);
        try (BrowserVisit visit = new BrowserVisit(Chromium.shared(), server, ViewingMode.in(language))
                .signInAs(TestSchool.create(server).addPerson(Role.PLANNER))) {
            Page page = visit.page();
            boolean isDanish = language.equals("da");
            Map<String, String> given =
                    exportedExample(new Walk(new StepCounter(page), page, isDanish, ScreenshotAlbum.none()), program);
            var walk = new Walk(new StepCounter(page), page, isDanish, album(language));
            var files = new TreeMap<>(given);
            files.put("behov.csv", NEEDS);
            files.put("tolaerere.csv", POOL);
            files.put("medarbejdere.csv", Files.readString(SCHOOL.resolve("medarbejdere.csv")));
            makePlan(walk, files, program);
            plan(walk);
            Map<String, String> planned = download(walk, program);
            assertThat(walk.steps().count()).isLessThanOrEqualTo(MOST_STEPS);
            visit.problems(); // warnings are refusals to browsers until they are accepted
            return new Trip(given, planned);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"da", "en"})
    void aFileOfUntisGoesInAndComesOutWithTheCoTeachers(String language) throws IOException {
        Trip trip = walk(language, "Untis");

        Set<String> planned = untisLines(trip.planned());
        assertThat(untisLines(trip.given())).hasSizeGreaterThan(100);
        assertThat(planned).containsAll(untisLines(trip.given()));
        assertThat(planned).filteredOn(line -> line.matches("1A;(KJ|DM);.*")).isNotEmpty();
    }

    /** Returns the lines of GPU001 without the numbers of their lessons. */
    private static Set<String> untisLines(Map<String, String> files) {
        return files.getOrDefault("gpu001.txt", "")
                .lines()
                .map(line -> line.replace("\"", "").replaceFirst("^\\d+;", ""))
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"da", "en"})
    void aFileOfFetGoesInAndComesOutWithTheCoTeachers(String language) throws IOException {
        Trip trip = walk(language, "FET");

        Set<String> given = fetMeetings(trip.given(), false);
        assertThat(given).hasSizeGreaterThan(100);
        assertThat(fetMeetings(trip.planned(), false)).containsAll(given);
        assertThat(fetMeetings(trip.planned(), true).size())
                .isGreaterThan(fetMeetings(trip.given(), true).size());
    }

    /**
     * Returns subject, class, day and hour of the activities with one class, and with more than one teacher if {@code isTogether}. Parts of classes
     * come back under other names.
     */
    private static Set<String> fetMeetings(Map<String, String> files, boolean isTogether) {
        String fet = files.getOrDefault("plan.fet", "");
        Map<String, String> places = Pattern.compile(
                        "(?s)<Activity_Id>(\\d+)</Activity_Id>\\s*<Preferred_Day>(.*?)</Preferred_Hour>")
                .matcher(fet)
                .results()
                .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2)));
        return Pattern.compile("(?s)<Activity>(.*?)</Activity>")
                .matcher(fet)
                .results()
                .map(found -> found.group(1))
                .filter(activity -> !isTogether || activity.split("<Teacher>", -1).length > 2)
                .filter(activity -> activity.split("<Students>", -1).length == 2)
                .map(activity -> Pattern.compile("<(Subject|Students)>(.*?)<")
                                .matcher(activity)
                                .results()
                                .map(found -> found.group(2))
                                .toList()
                        + places.getOrDefault(activity.replaceAll("(?s).*<Id>(\\d+)</Id>.*", "$1"), ""))
                .collect(Collectors.toSet());
    }
}

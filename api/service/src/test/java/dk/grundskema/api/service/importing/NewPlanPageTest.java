package dk.grundskema.api.service.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.PageClient;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.testing.CampListFiles;
import dk.grundskema.api.service.testing.SchoolListFiles;
import dk.grundskema.api.service.testing.TestPlans;
import dk.grundskema.api.service.testing.TestServices;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The page on which a plan is created from files. */
final class NewPlanPageTest {
    private static final Map<String, String> CAMP = Map.of("kind", "camp", "first", "2026-09-07", "last", "2026-09-25");

    private final Server server = TestServices.on(TestDatabase.H2);
    private final TestSchool school = TestSchool.create(server);
    private final String page = "/organisations/" + school.id() + "/new";

    private PageClient as(Role role) {
        PageClient surfer = PageClient.signedInAs(school.addPerson(role));
        surfer.get("/");
        return surfer;
    }

    private static Map<String, String> and(Map<String, String> fields, String... more) {
        var all = new HashMap<>(fields);
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }

    private static String plans(PageClient surfer) {
        return surfer.get("/").body();
    }

    @Test
    void goodListsAreACampAndNothingIsKeptBefore() {
        PageClient planner = as(Role.PLANNER);
        HttpResponse<String> looked = planner.submitFiles(page, CAMP, CampListFiles.files());
        assertThat(looked.statusCode()).as(looked.body()).isEqualTo(200);
        assertThat(looked.body()).contains("Medarbejdere", "Bente Kjær", "Lav planen", "value=\"2026-09-07\"");
        assertThat(plans(planner)).contains("Ingen planer endnu");

        HttpResponse<String> made =
                planner.submitFiles(page, and(CAMP, "step", "make", "seen", seen(looked)), CampListFiles.files());

        assertThat(made.statusCode()).as(made.body()).isEqualTo(303);
        assertThat(planner.get(PageClient.redirectTarget(made)).body())
                .contains("Camp uge 37–39, 2026", "7.–25. september 2026", "Gå til planlægning");
    }

    private static String seen(HttpResponse<String> looked) {
        return looked.body().replaceFirst("(?s).*name=\"seen\" value=\"([^\"]*)\".*", "$1");
    }

    @Test
    void aKindOfPlanThatThereIsNotIsNoPageAndMakesNothing() {
        PageClient planner = as(Role.PLANNER);
        assertThat(planner.get(page).body()).contains("name=\"kind\" value=\"camp\"");
        assertThat(planner.get(page + "?kind=school").body()).contains("name=\"kind\" value=\"school\"");
        String template = page.replaceFirst("new$", "template");
        for (String kind : List.of("nonsense", "CAMP")) {
            HttpResponse<String> refused = planner.get(page + "?kind=" + kind);
            assertThat(refused.statusCode()).as(kind).isEqualTo(404);
            assertThat(refused.body()).contains("Det findes ikke").doesNotContain("name=\"files\"");
            var others = List.of(
                    planner.get(template + "?kind=" + kind),
                    planner.submitFiles(page, and(CAMP, "kind", kind), CampListFiles.files()));
            assertThat(others).as(kind).allMatch(one -> one.statusCode() == 404);
        }
    }

    @Test
    void aCampMayBeInHolidays() {
        PageClient planner = as(Role.PLANNER);
        var holiday = Map.of("kind", "camp", "first", "2026-07-06", "last", "2026-07-17", "title", "Sommercamp");
        HttpResponse<String> looked = planner.submitFiles(page, holiday, CampListFiles.files());
        HttpResponse<String> made =
                planner.submitFiles(page, and(holiday, "step", "make", "seen", seen(looked)), CampListFiles.files());
        assertThat(made.statusCode()).as(made.body()).isEqualTo(303);
        assertThat(planner.get(PageClient.redirectTarget(made)).body()).contains("Sommercamp", "6.–17. juli 2026");
    }

    @Test
    void campTakesItsBaseTimetableFromAnEarlierCampOfTheOrganisation() {
        PageClient planner = as(Role.PLANNER);
        assertThat(planner.get(page).body()).doesNotContain("name=\"like\"");
        String earlier = createCamp(school);
        String elsewhere = createCamp(TestSchool.create(server));
        assertThat(planner.get(page).body())
                .contains("De sædvanlige", "Som i Lejr", "value=\"" + earlier)
                .doesNotContain(elsewhere);
        assertThat(planner.get(page + "?kind=school").body()).doesNotContain("name=\"like\"");
        Map<String, String> like = and(CAMP, "like", earlier);

        HttpResponse<String> looked = planner.submitFiles(page, like, CampListFiles.files());
        HttpResponse<String> made =
                planner.submitFiles(page, and(like, "step", "make", "seen", seen(looked)), CampListFiles.files());

        assertThat(looked.body()).contains("overtaget fra", "som jeres lister ikke har: spisesal");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(303);
        assertThat(planner.get(PageClient.redirectTarget(made) + "/camp/days").body())
                .contains("Ankomst og indkvartering");
        assertThat(planner.submitFiles(page, and(CAMP, "like", elsewhere), CampListFiles.files())
                        .statusCode())
                .as("a plan of others")
                .isEqualTo(404);
        assertThat(planner.get(page + "?like=" + elsewhere).body())
                .as("a plan of others")
                .doesNotContain("<option value=\"" + elsewhere);
        ServiceClient administrator = ServiceClient.administrator(server);
        String withoutCamp = TestPlans.planIdOf(TestPlans.createPlan(
                                administrator, school.path(), TestServices.exampleProblem("school-12-classes"))
                        .header("Location"))
                .value();
        HttpResponse<String> refused = planner.submitFiles(page, and(CAMP, "like", withoutCamp), CampListFiles.files());
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Der er ingen camp i planen");
        String plan = "/api/v1/plans/" + earlier;
        administrator
                .withHeader("If-Match", administrator.get(plan).tag())
                .put(plan + "/archived", Map.of("archived", true));
        assertThat(planner.get(page).body()).as("archived").doesNotContain("<option value=\"" + earlier);
        assertThat(planner.get(page + "?like=" + earlier).body())
                .as("archived, but chosen")
                .contains("value=\"" + earlier + "\" selected");
    }

    private String createCamp(TestSchool where) {
        Map<String, Object> problem = TestServices.exampleProblem("camp-autumn-clocks");
        return TestPlans.planIdOf(TestPlans.createPlan(ServiceClient.administrator(server), where.path(), problem)
                        .header("Location"))
                .value();
    }

    @Test
    void errorAboutOneStudentNamesTheStudentForAPlanner() {
        PageClient planner = as(Role.PLANNER);
        Map<String, String> files = Map.of(
                "medarbejdere.csv",
                "Navn;Fag\nAnna Berg;Dansk\n",
                "elever.csv",
                "Navn;Kan ikke\nIda Prøvelund;snart\n");
        assertThat(planner.submitFiles(page, CAMP, files).body())
                .contains("Ida Prøvelund: &quot;snart&quot; er ingen tid", "elever.csv · B2");
    }

    /** Files with other names, column names and order, a heading above, an empty row, dates as text and unknown columns. */
    @Test
    void listsThatDifferFromTheTemplateAreRead() {
        PageClient planner = as(Role.PLANNER);
        String staff = """
                Camp efterår;;;;
                ;;;;
                Efternavn;Fornavn;Underviser i;Fridage;Tlf
                Berg;Anna;Dansk / engelsk;9. september, fre. 18/9;20

                Holm;Bo;Mat;9/9-2026, fredag efter 13;21
                """;
        String students = """
                Elevens navn;Født;Hjemskole
                Per Prøve;01-02-2011;Ådalsskolen
                Ib Prøve;03-04-2011;Ådalsskolen
                """;
        Map<String, String> files = Map.of("Personaleliste camp.csv", staff, "Deltagere.csv", students);
        HttpResponse<String> looked = planner.submitFiles(page, CAMP, files);
        assertThat(looked.statusCode()).as(looked.body()).isEqualTo(200);
        assertThat(looked.body()).contains("Født", "Tlf").doesNotContain("hverken en liste");
        HttpResponse<String> made = planner.submitFiles(page, and(CAMP, "step", "make", "seen", seen(looked)), files);
        assertThat(planner.get(PageClient.redirectTarget(made)).body()).contains("2 medarbejdere", "2 elever");
    }

    @Test
    void aSheetThatIsNoListAndNoTimetableHasNoCountOfRows() {
        PageClient planner = as(Role.PLANNER);
        String menu = "Frokost;Suppe\nAften;Lasagne\nNat;Te\n";
        String students = "Elevens navn;Født\nPer Prøve;01-02-2011\n";

        String looked = planner.submitFiles(page, CAMP, Map.of("Menu.csv", menu, "Deltagere.csv", students))
                .body();

        assertThat(looked)
                .contains("hverken en liste", "én række")
                .containsPattern("Menu\\.csv</bdi> · <span>ikke læst</span>")
                .doesNotContain("3 rækker");
    }

    /** Lists in which each student is in a number of two teams. */
    private static Map<String, String> divided(String teamOfTheLast) {
        String students =
                "Elev;Hold\nPer Prøve;Rød\nIb Prøve;Blå\nLis Prøve;Rød\nBo Prøve;%s\n".formatted(teamOfTheLast);
        return Map.of("medarbejdere.csv", "Navn;Fag\nAnna Berg;Dansk\nBo Holm;Matematik\n", "elever.csv", students);
    }

    @Test
    void teamsThatTheListsDivideAllStudentsIntoAreTheCampsAndNoOthers() {
        PageClient planner = as(Role.PLANNER);
        var holiday = Map.of("kind", "camp", "first", "2026-07-06", "last", "2026-07-17", "title", "Sommercamp");
        ServiceClient client = ServiceClient.administrator(server);
        var given = new ArrayList<String>();
        for (String last : List.of("Blå", "")) {
            HttpResponse<String> looked = planner.submitFiles(page, holiday, divided(last));
            HttpResponse<String> made =
                    planner.submitFiles(page, and(holiday, "step", "make", "seen", seen(looked)), divided(last));
            assertThat(made.statusCode()).as(made.body()).isEqualTo(303);
            given.add(client.get("/api/v1" + PageClient.redirectTarget(made) + "/problem")
                    .body());
        }
        assertThat(given.getFirst()).contains("\"given\": [\"roed\", \"blaa\"]");
        assertThat(given.getLast()).doesNotContain("\"given\": [\"");
    }

    /** A page takes no mapping file. */
    @Test
    void doubtfulDateIsReportedWithARemedyThatThePageOffers() {
        Map<String, String> school = Map.of("kind", "school", "year", "2026/27");
        Map<String, String> files =
                Map.of("medarbejdere.csv", "Initialer;Navn\nAB;Anna Berg\nBH;Bo Holm\n", "7A.ics", """
                BEGIN:VCALENDAR
                VERSION:2.0
                PRODID:-//Prøve//DA
                BEGIN:VEVENT
                UID:1
                DTSTART:20260907T080000
                DTEND:20260907T084500
                SUMMARY:Dansk (ab)
                END:VEVENT
                BEGIN:VEVENT
                UID:2
                DTSTART:20261225T080000
                DTEND:20261225T084500
                SUMMARY:Dansk (AB)
                END:VEVENT
                END:VCALENDAR
                """);
        String looked = as(Role.PLANNER).submitFiles(page, school, files).body();
        assertThat(looked)
                .contains("efter skolekalenderen er fri", "se først efter, om skoleåret er det rigtige")
                .doesNotContain("mapping");
    }

    /** Untis numbers lessons without times; a class has two lessons at once in each of seven lessons. */
    @Test
    void proposedBellTimesAreShownAndRepeatedWarningsAreOneNote() {
        String lines = IntStream.rangeClosed(1, 7)
                .mapToObj(lesson -> "1;\"7A\";\"AB\";\"DAN\";\"12\";1;%d;;\n2;\"7A\";\"BH\";\"MAT\";\"14\";1;%d;;\n"
                        .formatted(lesson, lesson))
                .collect(Collectors.joining());
        String looked = as(Role.PLANNER)
                .submitFiles(page, Map.of("kind", "school", "year", "2026/27"), Map.of("GPU001.TXT", lines))
                .body();
        assertThat(looked)
                .contains("1: 08:00–08:45", "7: 13:30–14:15", "send en fil med ringetider med")
                .contains("7A har to lektioner på én gang", "Og 6 til af samme slags: linje 3", "GPU001.TXT · linje 1");
        assertThat(looked.split("<li class=\"doubtful\"", -1)).hasSize(3);
    }

    @Test
    void errorCountIncludesErrorsThatThePageDoesNotList() {
        var files = new HashMap<>(CampListFiles.files());
        files.put(
                "medarbejdere.csv",
                "Navn;Fag;Timer om ugen\n"
                        + IntStream.range(0, 400)
                                .mapToObj(i -> "Ansat Prøve " + i + ";dansk;fuld tid\n")
                                .collect(Collectors.joining()));
        String looked = as(Role.PLANNER).submitFiles(page, CAMP, files).body();
        Matcher said = Pattern.compile("(\\d+) ting skal rettes").matcher(looked);
        assertThat(said.find()).isTrue();
        assertThat(Integer.parseInt(said.group(1))).isGreaterThanOrEqualTo(400);
        assertThat(looked.split("<li class=\"wrong\"", -1)).hasSize(151);
    }

    @Test
    void aWrongCellIsSaidBesideItAndMendedInPlace() {
        PageClient planner = as(Role.PLANNER);
        HttpResponse<String> wrong = planner.submitFiles(
                page, and(CAMP, "step", "make"), CampListFiles.withWrongCell(), "HX-Request", "true");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body())
                .startsWith("<div id=\"looked\"")
                .contains("href=\"#t0-C3\"", "id=\"t0-C3-why\"", ">fuld tid</textarea>", "aria-invalid=\"true\"");
        String mended = "[{\"file\":\"medarbejdere.csv\",\"where\":\"C3\",\"text\":\"37\"}]";

        HttpResponse<String> again = planner.submitFiles(
                page, and(CAMP, "mended", mended), CampListFiles.withWrongCell(), "HX-Request", "true");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).contains("data-mended=\"yes\"").doesNotContain("aria-invalid", "fuld tid");
        HttpResponse<String> made = planner.submitFiles(
                page,
                and(CAMP, "mended", mended, "step", "make", "seen", seen(again)),
                CampListFiles.withWrongCell(),
                "HX-Request",
                "true");
        assertThat(made.headers().firstValue("HX-Redirect").orElse("")).startsWith("/plans/");
    }

    @Test
    void aWarningThatWasNotShownIsShownBeforeAPlanIsMade() {
        PageClient planner = as(Role.PLANNER);
        Map<String, String> files = CampListFiles.files();
        files.computeIfPresent("lokaler.csv", (name, list) -> list.replace("Lokale;Type", "Lokale;Vinduer"));
        HttpResponse<String> shown = planner.submitFiles(page, and(CAMP, "step", "make"), files);
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body()).contains("Vinduer", "Lav planen alligevel");
        assertThat(plans(planner)).contains("Ingen planer endnu");
        assertThat(planner.submitFiles(page, and(CAMP, "step", "make", "seen", seen(shown)), files)
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void findingAboutOneChildNamesTheChildToThePlanner() {
        var files = Map.of(
                "skema.csv", "Klasse;Fag;Dag;Fra;Til\n4B;DAN;mandag;8.00;8.45\n",
                "elever.csv", "Navn;Klasse\nBo Vig;4B\n",
                "hold.csv", "Hold;Elever\nKor;Bo Vig, Ida Ukendt\n");

        HttpResponse<String> looked =
                as(Role.PLANNER).submitFiles(page, Map.of("kind", "school", "year", "2026/27"), files);

        assertThat(looked.body()).contains("Ida Ukendt fra holdet Kor står ikke i elevlisten");
    }

    @Test
    void yearThatNobodyCanPlanIsSaidBesideBothDays() {
        var far = Map.of("kind", "camp", "first", "2126-09-09", "last", "2126-09-27", "title", "Min camp");
        HttpResponse<String> refused = as(Role.PLANNER).submitFiles(page, far, CampListFiles.files());
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("data-field=\"first\"", "data-field=\"last\"", "2000 til 2099", "value=\"Min camp\"")
                .contains("value=\"2126-09-09\"", "value=\"2126-09-27\"", "Bente Kjær");
    }

    @Test
    void formErrorsAreReportedTogetherAndTheListsAreStillRead() {
        PageClient planner = as(Role.PLANNER);
        var half = Map.of("kind", "camp", "first", "i morgen", "by", "Rektor", "title", "Min camp");
        HttpResponse<String> none = planner.submitFiles(page, half, Map.of());
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(none.body())
                .contains(
                        "data-field=\"files\"", "data-field=\"first\"", "data-field=\"last\"", "data-field=\"reason\"")
                .contains("value=\"Min camp\"");
        HttpResponse<String> read = planner.submitFiles(page, half, CampListFiles.files());
        assertThat(read.statusCode()).isEqualTo(422);
        assertThat(read.body()).contains("data-field=\"first\"", "Bente Kjær").doesNotContain("skoleår");
    }

    /** Students without a school belong to the school with known terms. */
    @Test
    void aCampInTermAsksWhoDecidedIt() {
        PageClient planner = as(Role.PLANNER);
        Map<String, String> files = CampListFiles.files();
        files.computeIfPresent("elever.csv", (name, list) -> list.replaceAll(";.*", ""));
        HttpResponse<String> asked = planner.submitFiles(page, CAMP, files);
        assertThat(asked.statusCode()).isEqualTo(422);
        assertThat(asked.body()).contains("data-field=\"by\"");
        assertThat(planner.submitFiles(page, and(CAMP, "by", "Skolelederen", "reason", "Fagligt løft"), files)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aSchoolIsItsTimetableAndItsLists() throws Exception {
        PageClient planner = as(Role.PLANNER);
        var fields = Map.of("kind", "school", "year", "2026/27");
        HttpResponse<String> looked = planner.submitFiles(page, fields, SchoolListFiles.files());
        assertThat(looked.body()).contains("Lektioner", "350", "og 289 rækker mere");
        HttpResponse<String> made =
                planner.submitFiles(page, and(fields, "step", "make", "seen", seen(looked)), SchoolListFiles.files());
        assertThat(made.statusCode()).isEqualTo(303);
        assertThat(planner.get(PageClient.redirectTarget(made)).body()).contains("2026/27", "Tolærerordning");
    }

    @Test
    void readerIsNeitherOfferedNorAllowedANewPlan() {
        PageClient reader = as(Role.READER);
        assertThat(plans(reader)).doesNotContain("/new?kind");
        assertThat(reader.get(page).statusCode()).isEqualTo(403);
        assertThat(reader.submitFiles(page, CAMP, CampListFiles.files()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void thereIsATemplateForThoseWithoutLists() {
        HttpResponse<String> template = as(Role.PLANNER).get("/organisations/" + school.id() + "/template");
        assertThat(template.headers().firstValue("Content-Disposition").orElse(""))
                .contains("grundskema-lister.xlsx");
        assertThat(template.body()).startsWith("PK");
        assertThat(as(Role.PLANNER).get(page + "?kind=camp").body()).contains("/template?kind=camp\"");
        assertThat(as(Role.PLANNER).get(page + "?kind=school").body()).contains("/template?kind=school\"");
    }
}

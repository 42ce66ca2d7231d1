package dk.grundskema.api.service.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.PageClient;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.ServiceClient.UploadedFile;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.testing.TestPlans;
import dk.grundskema.api.service.testing.TestServices;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** Imports exports of timetable systems over REST, with the same result as from a folder. */
final class SystemImportStoryTest {
    private static final String IMPORTS = "/api/v1/organisations/home/imports?schoolYear=2026/27";
    private static final Path EXAMPLES = Path.of("../../examples");
    private static final Path FILES = Path.of("../imports/src/test/resources/dk/grundskema/api/imports/systems");

    private final Server server;
    private final ServiceClient client;

    SystemImportStoryTest() {
        server = TestServices.on(TestDatabase.H2);
        client = ServiceClient.administrator(server);
    }

    private Answer imported(String options, UploadedFile... files) {
        Answer answer = client.upload(IMPORTS + options, List.of(files));
        assertThat(answer.status()).as(answer.body()).isEqualTo(options.contains("createPlan=true") ? 201 : 200);
        return answer;
    }

    private static UploadedFile file(Path file) {
        return UploadedFile.of("files", file);
    }

    @Test
    void workbooksOfASchoolBecomeAPlan() {
        Path school = EXAMPLES.resolve("school-30-classes");
        Answer made = imported(
                "&createPlan=true&acceptWarnings=true&title=Engvangskolen",
                file(school.resolve("skema.xlsx")),
                file(school.resolve("lister.xlsx")));
        assertThat(made.at("/understood/classes")).isEqualTo(30);
        assertThat((List<?>) client.get(made.header("Location") + "/staff").at("/items"))
                .hasSizeGreaterThan(30);
    }

    @Test
    void fetInputAndFetTimetableAreReadTogether() {
        Path school = EXAMPLES.resolve("school-from-fet");
        Answer looked = imported(
                "", file(school.resolve("bakkeskolen.fet")), file(school.resolve("bakkeskolen_activities.xml")));
        assertThat(looked.at("/understood/classes")).isEqualTo(6);
        assertThat((List<?>) looked.at("/problem/lessons")).hasSizeGreaterThan(50);
    }

    @Test
    void ascExportBecomesAPlan() {
        Answer made = imported("&createPlan=true&acceptWarnings=true", file(FILES.resolve("small-asc.xml")));
        assertThat(made.at("/understood/classes")).isEqualTo(2);
        assertThat(made.at("/understood/lessons"))
                .as("the double lesson stays one over the short break in it")
                .isEqualTo(4);
        String plan = made.header("Location");
        assertThat(client.get(plan + "/staff").body()).contains("Åse Bæk", "Ole Gran");
        assertThat(client.get(plan + "/students").body()).contains("Ida Løv", "Bo Ek");
        assertThat(client.get(plan + "/problem").at("/horizon/firstWeek"))
                .asString()
                .startsWith("2026");
    }

    @Test
    void anImportedTimetableIsExportedBeforeAnythingIsPlanned() throws IOException {
        Answer made = imported("&createPlan=true&acceptWarnings=true", file(FILES.resolve("small-asc.xml")));
        String plan = made.header("Location");

        PageClient planner = PageClient.signedInAs(new TestSchool(server, "home").addPerson(Role.PLANNER));
        Answer again = imported(
                "&acceptWarnings=true",
                new UploadedFile("files", "asc.xml", asc(planner.getBytes(plan + "/exports/asc"))));
        assertThat(again.at("/understood/lessons")).isEqualTo(made.at("/understood/lessons"));
        assertThat(again.at("/understood/classes")).isEqualTo(made.at("/understood/classes"));
        assertThat(client.get(plan + "/exports/json").at("/code"))
                .as("lessons are no timetable of the plan")
                .isEqualTo("plan.no-timetable");

        String page = "/plans/" + TestPlans.planIdOf(plan).value();
        assertThat(planner.get(page).body()).contains("href=\"" + page + "/exports\"");
        assertThat(planner.get(page + "/exports").body())
                .contains("som det er hentet ind", plan + "/exports/untis")
                .doesNotContain(plan + "/exports/json", page + "/sheet");
    }

    private static String asc(HttpResponse<String> zip) throws IOException {
        assertThat(zip.statusCode()).isEqualTo(200);
        byte[] bytes = zip.body().getBytes(StandardCharsets.ISO_8859_1);
        try (var files = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            assertThat(Objects.requireNonNull(files.getNextEntry()).getName()).isEqualTo("asc.xml");
            return new String(files.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    @Test
    void aCalendarBecomesAPlan() {
        Answer made = imported("&createPlan=true&acceptWarnings=true", file(FILES.resolve("small.ics")));
        assertThat(made.at("/understood/classes")).isEqualTo(1);
        assertThat(made.at("/understood/lessons")).isEqualTo(3);
        Answer problem = client.get(made.header("Location") + "/problem");
        assertThat((List<?>) problem.at("/lessons")).hasSize(3);
        assertThat(problem.body()).contains("Lokale 12", "Matematik");
    }

    /** The advice is for clients of REST, not for users of the command line. */
    @Test
    void missingInputIsAskedForWithoutCommandLineOptions() {
        Answer noYear = client.upload(
                "/api/v1/organisations/home/imports", List.of(file(EXAMPLES.resolve("school-12-classes/skema.csv"))));
        assertThat(noYear.status()).as(noYear.body()).isEqualTo(422);
        assertThat(noYear.body())
                .contains(
                        "import.year.unknown",
                        "Say which it is, for example 2026/27.",
                        "send a file of bell times along")
                .doesNotContain("--");
    }

    /** Files of aSc and a calendar with many irregularities; findings use the terms of each format. */
    @Test
    void filesAreKnownByTheirContentWhateverTheyAreCalled() {
        assertKnown("asc.xml", "import.asc.count", 422);
        assertKnown("odd.ics", "import.ical", 200);
    }

    private void assertKnown(String name, String code, int status) {
        UploadedFile file = new UploadedFile(
                "files", "export.dat", file(FILES.resolve(name)).content());
        Answer answer = client.upload(IMPORTS, List.of(file));
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains("\"" + code, "export.dat");
    }

    /** Untis numbers its lessons; their times are in another file, and the meaning of abbreviations is in a mapping. */
    @Test
    void lessonsThatAreNumbersTakeTheirTimesFromTheBells() {
        UploadedFile untis = file(FILES.resolve("GPU001.TXT"));
        Answer without = client.upload(IMPORTS, List.of(untis));
        assertThat(without.status()).as(without.body()).isEqualTo(200);
        assertThat(without.body()).contains("import.bells.proposed", "1: 08:00–08:45");
        UploadedFile bells = UploadedFile.of("bells", EXAMPLES.resolve("school-12-classes/ringetider.csv"));
        Answer with = imported("", untis, bells);
        assertThat((List<?>) with.at("/problem/lessons")).isNotEmpty();
        assertThat(with.body()).doesNotContain("import.bells.proposed");
    }

    @Test
    void aMappingSaysWhatFilesMean() {
        Path school = EXAMPLES.resolve("school-12-classes");
        var files = List.of(
                file(school.resolve("skema.csv")),
                file(school.resolve("medarbejdere.csv")),
                file(school.resolve("lokaler.csv")),
                UploadedFile.of("bells", school.resolve("ringetider.csv")));
        var mapped = new ArrayList<>(files);
        mapped.add(new UploadedFile("mapping", "mapping.json", "{\"version\": 1, \"schoolYear\": \"2027/28\"}"));
        Answer answer = client.upload("/api/v1/organisations/home/imports", mapped);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.at("/problem/horizon/firstWeek")).asString().startsWith("2027");
        mapped.set(4, new UploadedFile("mapping", "mapping.json", "{\"version\": 1, \"schoolYaer\": \"2027/28\"}"));
        Answer wrong = client.upload("/api/v1/organisations/home/imports", mapped);
        assertThat(wrong.status()).as(wrong.body()).isEqualTo(422);
        assertThat(wrong.body()).contains("mapping.json", "schoolYaer");
    }
}

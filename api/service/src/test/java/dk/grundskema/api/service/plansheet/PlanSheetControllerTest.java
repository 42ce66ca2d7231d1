package dk.grundskema.api.service.plansheet;

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
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The REST operations that read a finished plan from spreadsheets. */
final class PlanSheetControllerTest {
    private static final String LAST_YEAR = """
            Uge 37;Mandag 8/9-2025;;;Tirsdag 9/9-2025;;
            ;Hold 1;Hold 2;Hold 3;Hold 1;Hold 2;Hold 3
            8.15-8.45;Morgenmad Lone + Bente;;;Morgenmad MW;;
            9.00-10.30;Dansk BK+LA lok. 1;Matematik RT, JO lokale 2;Matematik TO;Dansk BK+LA lok. 1;Matematik RT;Matematik JO
            """;

    private final Server server = TestServices.on(TestDatabase.H2);
    private final ServiceClient client = ServiceClient.administrator(server);
    private TestSchool school;
    private String place;

    @BeforeEach
    void createPlan() {
        school = TestSchool.create(server);
        place = TestPlans.createPlan(client, school.path(), TestServices.exampleProblem("camp-3-weeks"))
                .header("Location");
    }

    private static List<UploadedFile> files(String name, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        return List.of(new UploadedFile("files", name, new String(bytes, StandardCharsets.ISO_8859_1)));
    }

    private Answer preview(String name, String content) {
        return client.upload(place + "/plan-sheets/preview", files(name, content));
    }

    private Answer keep(String options, String content) {
        return client.withHeader("If-Match", client.get(place).header("ETag"))
                .upload(place + "/plan-sheets" + options, files("plan.csv", content));
    }

    private String export() throws IOException {
        byte[] zip = PageClient.signedInAs(school.addPerson(Role.PLANNER))
                .getBytes(place + "/exports/csv")
                .body()
                .getBytes(StandardCharsets.ISO_8859_1);
        try (var files = new ZipInputStream(new ByteArrayInputStream(zip))) {
            while (!files.getNextEntry().getName().equals("meetings.csv")) {
                files.closeEntry();
            }
            return new String(files.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void previewKeepsNothingAndKeepingMakesThePlanWhatTheSheetsState() throws IOException {
        Answer preview = preview("last-year.csv", LAST_YEAR);
        assertThat(preview.status()).as(preview.body()).isEqualTo(200);
        assertThat(preview.header("ETag")).isEqualTo(client.get(place).header("ETag"));
        assertThat(preview.body()).contains("\"last-year.csv\"", "\"B4\"", "Bente Kjær, Lone Abildgaard");
        assertThat(client.get(place + "/exports/timetable.json").status()).isEqualTo(404);

        Answer warned = keep("", LAST_YEAR);
        assertThat(warned.status()).as(warned.body()).isEqualTo(422);
        assertThat(warned.at("/code")).isEqualTo("import.accept-warnings");
        assertThat(client.get(place + "/exports/timetable.json").status()).isEqualTo(404);

        Answer kept = keep("?acceptWarnings=true", LAST_YEAR);
        assertThat(kept.status()).as(kept.body()).isEqualTo(200);
        assertThat(kept.header("ETag")).isEqualTo(client.get(place).header("ETag"));
        assertThat(export()).contains("Bente Kjær, Lone Abildgaard");

        Answer again = preview("meetings.csv", export());
        assertThat(again.body()).contains("\"changes\": []");
    }

    @Test
    void errorsOldVersionsMissingFilesAndReadersAreRefusedAndKeepNothing() throws IOException {
        keep("?acceptWarnings=true", LAST_YEAR);
        String exported = export();
        String wrong = exported.replaceFirst("Bente Kjær, Lone", "Bente Kjaer, Lona");

        Answer refused = keep("?acceptWarnings=true", wrong);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("plan.csv: ", "Lone Abildgaard");
        assertThat(preview("plan.csv", wrong).status()).isEqualTo(422);
        assertThat(preview("plan.csv", "").at("/code")).isEqualTo("plansheet.no-file");
        assertThat(client.withHeader("If-Match", "\"1\"")
                        .upload(place + "/plan-sheets?acceptWarnings=true", files("plan.csv", LAST_YEAR))
                        .status())
                .isEqualTo(412);
        assertThat(school.addPerson(Role.READER)
                        .browser()
                        .upload(place + "/plan-sheets/preview", files("plan.csv", exported))
                        .status())
                .isEqualTo(403);
        assertThat(export()).isEqualTo(exported);
    }

    @Test
    void whatAChangedCellBreaksIsSaidBesideTheChangeAndLockingLocksIt() throws IOException {
        keep("?acceptWarnings=true", LAST_YEAR);
        String exported = export();
        String lesson = exported.lines()
                .filter(line -> line.contains("Dansk") && line.contains("Bente Kjær, Lone Abildgaard"))
                .findFirst()
                .orElseThrow();
        // Rasmus teaches another team at the same time
        String changed = exported.replace(lesson, lesson.replace("Lone Abildgaard", "Rasmus Thorup"));

        Answer kept = keep("?lock=true&acceptWarnings=true", changed);

        assertThat(kept.status()).as(kept.body()).isEqualTo(200);
        assertThat(kept.at("/changes/0/becomes")).isEqualTo("Bente Kjær, Rasmus Thorup");
        assertThat(String.valueOf(kept.at("/changes/0/broken/0")))
                .as(kept.body())
                .contains("Rasmus Thorup");
        assertThat(String.valueOf(client.get(place + "/problem").at("/locks"))).contains("rasmus", "bente");
    }
}

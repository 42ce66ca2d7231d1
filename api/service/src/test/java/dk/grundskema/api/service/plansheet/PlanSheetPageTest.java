package dk.grundskema.api.service.plansheet;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.PageClient;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.testing.PageFields;
import dk.grundskema.api.service.testing.TestPlans;
import dk.grundskema.api.service.testing.TestServices;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A finished plan that is read from spreadsheets, kept, exported, changed and read again. */
final class PlanSheetPageTest {
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
    private String sheet;

    @BeforeEach
    void createPlan() {
        school = TestSchool.create(server);
        place = TestPlans.createPlan(client, school.path(), TestServices.exampleProblem("camp-3-weeks"))
                .header("Location");
        sheet = "/plans/" + TestPlans.planIdOf(place).value() + "/sheet";
    }

    private HttpResponse<String> upload(PageClient planner, String name, String content) {
        return planner.open(sheet).submitFiles(sheet, Map.of(), Map.of(name, content));
    }

    private static Map<String, String> keptFields(HttpResponse<String> preview, String use) {
        var fields = new LinkedHashMap<String, String>();
        Map<String, String> shown = PageFields.of(preview.body());
        fields.put("version", shown.get("version"));
        fields.put("edits", shown.get("edits").replace("&quot;", "\"").replace("&amp;", "&"));
        fields.put("use", use);
        return fields;
    }

    private String export(PageClient planner) throws IOException {
        byte[] zip = planner.getBytes(place + "/exports/csv").body().getBytes(StandardCharsets.ISO_8859_1);
        try (var files = new ZipInputStream(new ByteArrayInputStream(zip))) {
            while (!files.getNextEntry().getName().equals("meetings.csv")) {
                files.closeEntry();
            }
            return new String(files.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private int meetings() {
        return client.get(place + "/exports/timetable.json").body().split("\"sessionId\"").length - 1;
    }

    @Test
    void planIsPreviewedKeptExportedChangedAndKeptAgainAndUndone() throws IOException {
        PageClient planner = PageClient.signedInAs(school.addPerson(Role.PLANNER));

        HttpResponse<String> preview = upload(planner, "sidste-aar.csv", LAST_YEAR);
        assertThat(preview.statusCode()).as(preview.body()).isEqualTo(200);
        assertThat(preview.body()).contains("sidste-aar.csv B4", "Bente Kjær, Lone Abildgaard", "Behold, og lås");
        assertThat(client.get(place + "/exports/timetable.json").status()).isEqualTo(404);

        HttpResponse<String> kept = planner.submit(sheet + "/keep", keptFields(preview, "CHECK"));
        assertThat(PageClient.redirectTarget(kept)).endsWith("/plan?fault=all");
        assertThat(meetings()).isGreaterThan(200);

        String exported = export(planner);
        assertThat(upload(planner, "meetings.csv", exported).body()).contains("ingen ændringer");

        HttpResponse<String> changed = upload(
                planner,
                "meetings.csv",
                exported.replaceFirst("Bente Kjær, Lone Abildgaard", "Bente Kjær, Gitte Raun"));
        assertThat(changed.body()).contains("1 ændring", "Bente Kjær, Gitte Raun");
        HttpResponse<String> locked = planner.submit(sheet + "/keep", keptFields(changed, "LOCK"));
        assertThat(locked.statusCode()).as(locked.body()).isEqualTo(303);
        assertThat(String.valueOf(client.get(place + "/problem").at("/locks"))).contains("gitte", "bente");
        assertThat(export(planner)).contains("Bente Kjær, Gitte Raun");

        String history = sheet.replace("/sheet", "/history");
        planner.open(history)
                .submit(
                        history + "/undo",
                        Map.of("version", String.valueOf(client.get(place).at("/version"))));
        assertThat(export(planner)).doesNotContain("Bente Kjær, Gitte Raun");
    }

    @Test
    void errorsKeepNothingAndSayWhatToWrite() throws IOException {
        PageClient planner = PageClient.signedInAs(school.addPerson(Role.PLANNER));
        planner.submit(sheet + "/keep", keptFields(upload(planner, "plan.csv", LAST_YEAR), "CHECK"));
        String exported = export(planner);

        HttpResponse<String> wrong =
                upload(planner, "meetings.csv", exported.replaceFirst("Bente Kjær, Lone", "Bente Kjaer, Lona"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("Lone Abildgaard").doesNotContain("Behold, og lås");
        assertThat(upload(planner, "plan.xlsx", "ingen mappe").statusCode()).isEqualTo(422);
        assertThat(upload(planner, "plan.csv", "").statusCode()).isEqualTo(422);
        assertThat(PageClient.signedInAs(school.addPerson(Role.READER))
                        .get(sheet)
                        .statusCode())
                .isEqualTo(403);
    }
}

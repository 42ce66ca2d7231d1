package dk.grundskema.api.service.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.testing.TestServices;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FileImportStoryTest {
    private static final Path SCHOOL = Path.of("../../examples/school-12-classes");
    private static final String IMPORTS = "/api/v1/organisations/home/imports";

    /** The lists of the example. */
    private static Map<String, String> school() throws IOException {
        var files = new LinkedHashMap<String, String>();
        for (String name : List.of("lokaler", "medarbejdere", "ringetider", "skema", "tolaerere", "behov")) {
            files.put(name + ".csv", Files.readString(SCHOOL.resolve(name + ".csv")));
        }
        return files;
    }

    private static Answer sent(
            ServiceClient client, String path, Map<String, String> files, Map<String, String> options) {
        var body = new StringBuilder();
        files.forEach((name, content) -> body.append("--grænse\r\n".replace("æ", "ae"))
                .append("Content-Disposition: form-data; name=\"files\"; filename=\"" + name + "\"\r\n")
                .append("Content-Type: application/octet-stream\r\n\r\n")
                .append(content)
                .append("\r\n"));
        options.forEach((name, value) -> body.append(
                        "--graense\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
        body.append("--graense--\r\n");
        return client.withHeader("Content-Type", "multipart/form-data; boundary=graense")
                .send("POST", path, body.toString());
    }

    @Test
    void importPreviewReportsCountsAndCreatesNoPlan() throws IOException {
        ServiceClient client = ServiceClient.administrator(TestServices.on(TestDatabase.H2));
        Answer answer = sent(client, IMPORTS, school(), Map.of("schoolYear", "2026/27", "acceptWarnings", "true"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.at("/understood/classes")).isEqualTo(12);
        assertThat(answer.at("/problem/staff/0/id")).as(answer.body()).isNotEqualTo("null");
        assertThat(answer.at("/plan")).isEqualTo("null");
    }

    /** School lists contain errors, so the user reads the findings first and accepts the warnings afterwards. */
    @Test
    void anAddressThatMostServersCanNotSendToIsAWarningThatCanBeAccepted() throws IOException {
        ServiceClient client = ServiceClient.administrator(TestServices.on(TestDatabase.H2));
        Map<String, String> files = school();
        files.computeIfPresent(
                "medarbejdere.csv",
                (name, list) -> list.replaceFirst("Initialer;", "Initialer;E-mail;")
                        .replaceAll("\n([A-ZÆØÅ]+);", "\n$1;$1@skole.example;")
                        .replace("MH@skole", "mætte@skole"));
        var options = new LinkedHashMap<>(Map.of("schoolYear", "2026/27", "createPlan", "true"));
        Answer looked = sent(client, IMPORTS, files, options);
        assertThat(looked.status()).isEqualTo(422);
        assertThat(looked.body()).contains("import.accept-warnings", "value.unsendable-email");
        options.put("acceptWarnings", "true");
        Answer made = sent(client, IMPORTS, files, options);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(client.get(made.header("Location") + "/problem").body()).contains("mætte@skole");
    }

    @Test
    void aPlanIsMadeOfASchoolsFiles() throws IOException {
        ServiceClient client = ServiceClient.administrator(TestServices.on(TestDatabase.H2));
        Answer made = sent(
                client,
                IMPORTS,
                school(),
                Map.of(
                        "schoolYear",
                        "2026/27",
                        "acceptWarnings",
                        "true",
                        "createPlan",
                        "true",
                        "title",
                        "Vores skole"));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        Answer plan = client.get(made.header("Location"));
        assertThat(plan.at("/title")).isEqualTo("Vores skole");
        assertThat(plan.at("/revision/code")).isEqualTo("revision.imported");
        Answer again = sent(
                client.withHeader("If-Match", plan.tag()),
                made.header("Location") + "/imports",
                school(),
                Map.of("schoolYear", "2026/27", "acceptWarnings", "true"));
        assertThat(again.status()).as(again.body()).isEqualTo(200);
        assertThat(again.at("/plan/revision/number")).isEqualTo(2);
    }

    @Test
    void faultyFileIsReportedWithItsNameAndNoPlanIsCreated() {
        ServiceClient client = ServiceClient.administrator(TestServices.on(TestDatabase.H2));
        Map<String, String> broken = Map.of("skema.csv", "Klasse;Dag;Lektion;Fag\n1.A;Mandag;x;Dansk\n");
        String before = client.get("/api/v1/organisations/home/plans").body();
        Answer told = sent(client, IMPORTS, broken, Map.of("schoolYear", "2026/27"));
        assertThat(told.status()).as(told.body()).isEqualTo(422);
        assertThat(told.at("/findings/0/pointer")).isEqualTo("skema.csv");
        Answer refused = sent(client, IMPORTS, broken, Map.of("schoolYear", "2026/27", "createPlan", "true"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("/findings")).isEqualTo(told.at("/findings"));
        assertThat(client.get("/api/v1/organisations/home/plans").body()).isEqualTo(before);
    }

    /** A preview is answered for any files; a plan is created only when its warnings are accepted. */
    @Test
    void warningsKeepNothingFromBeingLookedAtButFromBeingKept() throws IOException {
        ServiceClient client = ServiceClient.administrator(TestServices.on(TestDatabase.H2));
        Map<String, String> twice = school();
        twice.merge("skema.csv", "1A;;MUS;HF;Lokale 1A;Mandag;1\r\n", String::concat);
        Answer looked = sent(client, IMPORTS, twice, Map.of("schoolYear", "2026/27"));
        assertThat(looked.status()).as(looked.body()).isEqualTo(200);
        assertThat(looked.body()).contains("\"WARNING\"");
        assertThat(looked.at("/problem/version")).isEqualTo(1);
        Answer refused = sent(client, IMPORTS, twice, Map.of("schoolYear", "2026/27", "createPlan", "true"));
        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.at("/code")).isEqualTo("import.accept-warnings");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "..\\..\\boot.ini", "/tmp/x.csv", "\u0000.csv", ".hidden", ""})
    void aFilesNameLeadsNowhere(String name) {
        assertThat(UploadedFiles.safeName(name))
                .isNotBlank()
                .doesNotContain("/", "\\", "\u0000")
                .doesNotStartWith(".");
    }

    @Test
    void filesAreGoneWhenTheyHaveBeenRead() throws IOException {
        ServiceClient client = ServiceClient.administrator(TestServices.on(TestDatabase.H2));
        sent(client, IMPORTS, Map.of("noget.bin", new String(new byte[40], StandardCharsets.UTF_8)), Map.of());
        try (Stream<Path> left = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            assertThat(left.filter(path -> path.getFileName().toString().startsWith("grundskema-import")))
                    .isEmpty();
        }
        assertThat(client.withHeader("Content-Type", "multipart/form-data; boundary=graense")
                        .send("POST", IMPORTS, "--graense--\r\n")
                        .status())
                .isEqualTo(400);
    }
}

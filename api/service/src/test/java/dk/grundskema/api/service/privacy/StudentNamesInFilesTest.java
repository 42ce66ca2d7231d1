package dk.grundskema.api.service.privacy;

import static dk.grundskema.api.service.privacy.StudentNamesInOperationsTest.STAFF;
import static dk.grundskema.api.service.privacy.StudentNamesInOperationsTest.STUDENT;
import static dk.grundskema.api.service.privacy.StudentNamesInOperationsTest.name;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.start.ServiceSettingKey;
import dk.grundskema.api.platform.testing.CapturedLog;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.ServiceClient.UploadedFile;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.start.ServiceApplication;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files contain unmistakable names: lists, exports of other systems and archives, valid and broken ones, also in file names. */
@Tag("http")
final class StudentNamesInFilesTest {
    private static final Path FILES = Path.of("../imports/src/test/resources/dk/grundskema/api/imports/systems");
    private static final Path FET = Path.of("../../examples/school-from-fet");
    private static final String YEAR = "?schoolYear=2026/27";

    @TempDir
    private Path folder;

    private final List<String> emitted = new ArrayList<>();

    private static String bytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static UploadedFile sent(String part, String name, String text) {
        return new UploadedFile(part, name, bytes(text));
    }

    private static String cell(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }

    private static String xml(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String file(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A timetable, a list of staff and a list of students. */
    private static List<UploadedFile> lists() {
        var students = new StringBuilder("Navn;Klasse\n");
        var staff = new StringBuilder("Initialer;Navn;Timer om ugen\n");
        var lessons = new StringBuilder("Klasse;Fag;Lærer;Lokale;Ugedag;Fra;Til\n");
        for (int i = 0; i < 4; i++) {
            students.append(cell(name(STUDENT, i))).append(";7A\n");
            staff.append("t%d;%s;37\n".formatted(i, cell(name(STAFF, i))));
            lessons.append("7A;DAN;t%d;12;mandag;%d.00;%d.45\n".formatted(i, 8 + i, 8 + i));
        }
        return List.of(
                sent("files", "skema.csv", lessons.toString()),
                sent("files", "medarbejdere.csv", staff.toString()),
                sent("files", "elever.csv", students.toString()));
    }

    private static UploadedFile asc() {
        String marked = file(FILES.resolve("small-asc.xml"))
                .replace("Ida Løv", xml(name(STUDENT, 0)))
                .replace("Bo Ek", xml(name(STUDENT, 2)))
                .replace("Åse Bæk", xml(name(STAFF, 1)))
                .replace("aase@example.org", STAFF + "@example.org");
        assertThat(marked).contains(STUDENT, STAFF);
        return sent("files", "asc.xml", marked);
    }

    /** Texts around lessons may contain any name. */
    private static UploadedFile calendar() {
        return sent(
                "files",
                "7a.ics",
                file(FILES.resolve("small.ics"))
                        .replace(
                                "LOCATION:",
                                "DESCRIPTION:Husk %s\nATTENDEE;CN=%s:mailto:%s@skole.example\nCOMMENT:%s\nLOCATION:"
                                        .formatted(STUDENT, STUDENT, STUDENT, STUDENT)));
    }

    /** The input and the results of FET. */
    private static List<UploadedFile> fet() {
        String name = "bakkeskolen.fet";
        String text = file(FET.resolve(name));
        assertThat(text).contains("<Teachers_List>");
        return List.of(
                sent(
                        "files",
                        name,
                        text.replace("<Teachers_List>", "<Comments>" + STUDENT + "</Comments><Teachers_List>")),
                UploadedFile.of("files", FET.resolve("bakkeskolen_activities.xml")));
    }

    /** Files of the same kinds with an error next to the names. */
    private static List<List<UploadedFile>> broken() {
        UploadedFile asc = asc();
        return List.of(
                List.of(sent("files", "elever.csv", "Navn;Klasse;Hold\n" + cell(name(STUDENT, 0)) + ";;;;\n")),
                List.of(sent("files", "elever.csv", "Navn;Navn;Klasse\n" + cell(name(STUDENT, 2)) + ";7A\n")),
                List.of(sent("files", "elever.csv", "Id;Navn;Klasse\n1;" + STUDENT + ";7A\n1;" + STUDENT + ";7B\n")),
                List.of(new UploadedFile(
                        "files",
                        "asc.xml",
                        asc.content().substring(0, asc.content().length() / 2))),
                List.of(new UploadedFile(
                        "files", "asc.xml", asc.content().replace("classid=\"C1\"", "classid=\"C9\""))),
                List.of(sent(
                        "files", "a.xml", "<!DOCTYPE x [<!ENTITY e '" + STUDENT + "'>]><timetable>&e;</timetable>")),
                List.of(new UploadedFile("files", "7a.ics", calendar().content().replace("DTSTART", "DTSTRAT"))),
                List.of(sent("files", "noget.bin", "\u0001" + STUDENT)));
    }

    private Answer assertNoName(String what, Answer answer) {
        assertThat(answer.status()).as("%s %s", what, answer).isNotEqualTo(500);
        emitted.add(what + " " + answer.response().headers().map());
        return answer;
    }

    /** Findings that are not about one student have no student's name, even for planners. Collects all that a planner gets except the problem itself. */
    private void findings(String what, Answer answer) {
        for (String pointer : List.of("/findings", "/detail", "/title", "/plan", "/understood")) {
            emitted.add(
                    what + pointer + " " + String.valueOf(answer.at(pointer)).replace(STAFF, ""));
        }
    }

    private static UploadedFile renamed(UploadedFile one, String name) {
        return new UploadedFile(one.part(), name, one.content());
    }

    @Test
    void namesInFilesComeOutWithThePlanAndNowhereElse() throws Exception {
        Path data = folder.resolve("data");
        var settings = TestDatabase.H2.fresh(data).with(ServiceSettingKey.LOG_REQUESTS, "true");
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        try (Server server = Server.start(
                        ServiceApplication.create(new PluginPlanningFacade()),
                        settings,
                        Map.of("server.tomcat.basedir", temporary.toString()));
                var log = new CapturedLog()) {
            TestSchool school = TestSchool.create(server);
            ServiceClient planner = school.addPerson(Role.PLANNER).browser();
            for (List<UploadedFile> files : List.of(lists(), List.of(asc()), List.of(calendar()), fet())) {
                importAllWays(planner, school, files);
            }
            for (List<UploadedFile> files : broken()) {
                Answer refused = assertNoName("broken", planner.upload(school.path() + "/imports" + YEAR, files));
                findings("broken " + files.getFirst().name(), refused);
            }
            String row = "Navn;Kan ikke\n" + cell(name(STUDENT, 0)) + ";snart\n";
            Answer named = assertNoName(
                    "error in a student's row",
                    planner.upload(school.path() + "/imports" + YEAR, List.of(sent("files", "elever.csv", row))));
            assertThat(named.body()).contains("import.student.cell", STUDENT);
            var mapped = new ArrayList<>(lists());
            mapped.add(
                    sent("mapping", STUDENT + ".json", "{\"version\": 1, \"" + STUDENT + "\": \"" + STUDENT + "\"}"));
            assertNoName("mapping", planner.upload(school.path() + "/imports" + YEAR, mapped));
            archiveAndReadBack(planner, school);
            assertThat(log.lines()).as("each request has its line").hasSizeGreaterThan(30);
            emitted.addAll(log.lines());
            emitted.add(planner.get("/actuator/prometheus").body());
            server.bean(MeterRegistry.class).getMeters().forEach(meter -> emitted.add("metric " + meter.getId()));
            emitted.addAll(StudentNamesInOperationsTest.rows(server.bean(JdbcClient.class), TestDatabase.H2));
            emitted.addAll(paths(data));
            assertThat(paths(temporary)).as("uploaded files are there").isNotEmpty();
            emitted.addAll(paths(temporary));
        }
        assertThat(emitted).hasSizeGreaterThan(100);
        assertThat(emitted.stream()
                        .filter(StudentNamesInOperationsTest::hasName)
                        .toList())
                .isEmpty();
    }

    /** Previews the files, creates a plan from them and imports them into it; then repeats all with file names that contain a student's name. */
    private void importAllWays(ServiceClient planner, TestSchool school, List<UploadedFile> files)
            throws IOException, InterruptedException {
        String imports = school.path() + "/imports" + YEAR + "&acceptWarnings=true";
        String what = files.getFirst().name();
        Answer looked = assertNoName(what, planner.upload(imports, files));
        assertThat(looked.status()).as(looked.body()).isEqualTo(200);
        findings(what, looked);
        Answer made = assertNoName(
                what, planner.withHeader("Idempotency-Key", what).upload(imports + "&createPlan=true", files));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        findings(what, made);
        String plan = made.header("Location");
        List<UploadedFile> named = files.stream()
                .map(one -> renamed(one, bytes("Åse " + STUDENT + " ") + one.name()))
                .toList();
        Answer again = assertNoName(
                what,
                planner.withHeader("If-Match", made.tag())
                        .upload(plan + "/imports" + YEAR + "&acceptWarnings=true", named));
        assertThat(again.status()).as(again.body()).isEqualTo(200);
        ServiceClient reader = school.addPerson(Role.READER).browser();
        for (String each : List.of("", "/revisions", "/findings", "/staff", "/problem", "/students")) {
            Answer seen = assertNoName(what, reader.get(plan + each));
            emitted.add("reader " + what + each + " " + seen.body().replace(STAFF, ""));
        }
    }

    /** An archive with names goes to another school, whole and broken. */
    private void archiveAndReadBack(ServiceClient planner, TestSchool school) throws IOException, InterruptedException {
        Answer made = assertNoName(
                "plan",
                planner.upload(school.path() + "/imports" + YEAR + "&acceptWarnings=true&createPlan=true", lists()));
        byte[] archive = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(planner.base() + made.header("Location") + "/archive"))
                                .headers(planner.headers().toArray(String[]::new))
                                .build(),
                        BodyHandlers.ofByteArray())
                .body();
        Map<String, String> parts = unzipped(archive);
        assertThat(String.join("", parts.values())).as("names are included").contains(STUDENT, STAFF);
        String archives = school.path() + "/archives";
        Answer read = assertNoName("archive", planner.upload(archives, List.of(zip(parts))));
        assertThat(read.status()).as(read.body()).isEqualTo(201);
        emitted.add("archive " + read.body());
        var foreign = new LinkedHashMap<>(parts);
        foreign.put(STUDENT + ".json", STUDENT);
        var changed = new LinkedHashMap<>(parts);
        changed.replaceAll((name, text) -> text.replaceFirst(STUDENT, STUDENT + STUDENT));
        var cut = new LinkedHashMap<>(parts);
        cut.replaceAll((name, text) ->
                name.startsWith("documents/") ? text.substring(0, text.indexOf(STUDENT) + STUDENT.length()) : text);
        for (Map<String, String> wrong : List.of(foreign, changed, cut)) {
            Answer refused = assertNoName("broken archive", planner.upload(archives, List.of(zip(wrong))));
            assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        }
        String half = new String(archive, 0, archive.length / 2, StandardCharsets.ISO_8859_1);
        assertNoName("half", planner.upload(archives, List.of(new UploadedFile("archive", STUDENT + ".zip", half))));
    }

    private static Map<String, String> unzipped(byte[] archive) throws IOException {
        var parts = new LinkedHashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }

    private static UploadedFile zip(Map<String, String> parts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return new UploadedFile("archive", STUDENT + ".zip", bytes.toString(StandardCharsets.ISO_8859_1));
    }

    private static List<String> paths(Path root) throws IOException {
        if (!Files.exists(root)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(root)) {
            return all.map(path -> "file " + path).toList();
        }
    }
}

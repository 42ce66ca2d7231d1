package dk.grundskema.api.service.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.access.OperationRegistry;
import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.start.ServiceSettingKey;
import dk.grundskema.api.platform.testing.CapturedLog;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.testing.TestServices;
import dk.grundskema.api.service.testing.ValidRequests;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A plan with unmistakable names goes through all operations: solving, edits, locks, repair, publication and invalid requests. */
@Tag("http")
final class StudentNamesStoryTest {
    /** Operations that show staff members which students they meet. */
    private static final Set<String> OWN = Set.of("getMyTimetable", "getMyTimetableInPlan", "showOwnTimetable");

    private static final Set<String> ZIPPED =
            Set.of("getSheets", "getCalendars", "exportPlan", "getArchive", "getLedgerWorkbook");

    @TempDir
    private Path folder;

    private final List<String> emitted = new ArrayList<>();
    private final Set<String> operationsWithNames = new TreeSet<>();
    private final Set<String> unnoted = new TreeSet<>();

    /** On PostgreSQL, whose errors quote the values of rows. */
    @Test
    void namesAreShownOnlyWhereTheyAreNeededAndTheAuditLogNotesIt() throws Exception {
        TestDatabase database = TestDatabase.POSTGRESQL;
        var settings = database.fresh(folder).with(ServiceSettingKey.LOG_REQUESTS, "true");
        try (Server server = TestServices.start(settings);
                var log = new CapturedLog()) {
            TestSchool school = TestSchool.create(server);
            var requests = new ValidRequests(school, StudentNamesInOperationsTest.problem());
            TestSchool.Person planner = school.addPerson(requests.staff().value(), Role.ADMINISTRATOR, Role.STAFF);
            ServiceClient administrator = planner.browser();
            ServiceClient reader = school.addPerson(Role.READER).browser();
            ServiceClient staff =
                    school.addPerson(Role.STAFF, requests.staff().value()).browser();
            for (OperationRegistry.RegisteredOperation operation :
                    server.bean(OperationRegistry.class).all()) {
                if (ValidRequests.NOT_HERE.contains(operation.id())) {
                    continue;
                }
                Answer answer = requests.of(operation).sendAs(administrator);
                assertThat(answer.status()).as("%s %s", operation.id(), answer).isLessThan(300);
                headers(operation.id(), answer);
                assertAudited(server, planner, operation, requests, administrator, answer);
                assertNoStudentNamed(operation, requests.of(operation).sendAs(reader), "reader");
                if (!OWN.contains(operation.id())) {
                    assertNoStudentNamed(operation, requests.of(operation).sendAs(staff), "staff");
                }
                callWronglyWithNames(operation, requests.of(operation), administrator);
            }
            bytes(requests.plan() + "/calendars", server, reader).forEach((name, content) -> {
                emitted.add(withoutStaff(name));
                emitted.add(withoutStaff(content));
            });
            Answer own = staff.get(requests.plan() + "/timetable/mine");
            assertThat(own.status()).as(own.body()).isEqualTo(200);
            emitted.add(administrator.get("/actuator/prometheus").body());
            server.bean(MeterRegistry.class).getMeters().forEach(meter -> emitted.add("metric " + meter.getId()));
            emitted.addAll(StudentNamesInOperationsTest.rows(server.bean(JdbcClient.class), database));
            assertThat(log.lines()).as("each request has its line").hasSizeGreaterThan(300);
            emitted.addAll(log.lines());
        }
        assertThat(operationsWithNames)
                .as("operations that show names")
                .contains(
                        "exportPerson",
                        "exportProblem",
                        "getArchive",
                        "getLedgerWorkbook",
                        "getProblem",
                        "getRevisionProblem",
                        "getSheets",
                        "getStudent",
                        "getTimetableOfStudent",
                        "getTimetableWeeks",
                        "listStudents");
        assertThat(unnoted)
                .as("operations that show names without a note of it")
                .isEmpty();
        assertThat(emitted.stream()
                        .filter(StudentNamesInOperationsTest::hasName)
                        .toList())
                .isEmpty();
    }

    private void headers(String what, Answer answer) {
        emitted.add(what + " " + answer.response().headers().map());
    }

    private static String withoutStaff(String text) {
        return text.toLowerCase(Locale.ROOT).replace(StudentNamesInOperationsTest.STAFF, "");
    }

    /** Every response with a student's name leaves an audit entry. */
    private void assertAudited(
            Server server,
            TestSchool.Person who,
            OperationRegistry.RegisteredOperation operation,
            ValidRequests requests,
            ServiceClient client,
            Answer answer)
            throws IOException, InterruptedException {
        boolean isShown = answer.body().contains(StudentNamesInOperationsTest.STUDENT);
        if (ZIPPED.contains(operation.id())) {
            var path = requests.of(operation).path();
            for (var file : bytes(path, server, client).entrySet()) {
                emitted.add(operation.id() + " " + withoutStaff(file.getKey())); // sheets of staff bear their names
                isShown |= file.getValue().contains(StudentNamesInOperationsTest.STUDENT);
            }
        }
        if (isShown) {
            operationsWithNames.add(operation.id());
            long entries = server.bean(JdbcClient.class)
                    .sql(
                            "SELECT COUNT(*) FROM audit WHERE account = :who AND (action = :operation OR request = :request)")
                    .param("who", who.id())
                    .param("operation", operation.id())
                    .param("request", answer.header("X-Request-Id"))
                    .query(Long.class)
                    .single();
            if (entries == 0) {
                unnoted.add(operation.id());
            }
        }
    }

    /** Returns the responses for a user who may not see students; readers may see staff. */
    private void assertNoStudentNamed(OperationRegistry.RegisteredOperation operation, Answer answer, String who) {
        headers(who + " " + operation.id(), answer);
        emitted.add(who + " " + operation.id() + " " + withoutStaff(answer.body()));
    }

    /** Names in wrong places: query, headers and malformed content. */
    private void callWronglyWithNames(
            OperationRegistry.RegisteredOperation operation, ValidRequests.ValidRequest valid, ServiceClient client) {
        String name = StudentNamesInOperationsTest.name(StudentNamesInOperationsTest.STUDENT, 1);
        String typed = URLEncoder.encode(name, StandardCharsets.UTF_8);
        String path = valid.path().replaceFirst("\\?.*", "");
        if (operation.method().equals("DELETE") || operation.id().equals("removeAccount")) {
            path = path + "-" + typed;
        }
        ServiceClient odd = client.withHeader("X-Request-Id", StudentNamesInOperationsTest.STUDENT)
                .withHeader("Idempotency-Key", StudentNamesInOperationsTest.STUDENT);
        for (String query : List.of("?session=" + typed + "&date=" + typed + "&week=" + typed, "?after=" + typed)) {
            headers("odd " + operation.id(), odd.send(operation.method(), path + query, ""));
        }
        if (!operation.method().equals("GET") && !operation.method().equals("DELETE")) {
            for (String broken : List.of(
                    "{\"name\": \"" + StudentNamesInOperationsTest.STUDENT + "\", ",
                    "{\"" + StudentNamesInOperationsTest.STUDENT + "\": 1}")) {
                headers("broken " + operation.id(), odd.send(operation.method(), path, broken));
            }
        }
    }

    private static Map<String, String> bytes(String path, Server server, ServiceClient client)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
                .headers(client.headers().toArray(String[]::new))
                .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        var files = new HashMap<String, String>();
        Path file = Files.write(Files.createTempFile("marked", ".zip"), answer.body());
        try (var zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                files.put(
                        entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        } finally {
            Files.delete(file);
        }
        assertThat(files).isNotEmpty();
        return files;
    }
}

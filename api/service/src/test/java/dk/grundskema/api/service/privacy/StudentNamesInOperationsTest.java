package dk.grundskema.api.service.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.JsonFormatter;
import dk.grundskema.api.platform.access.OperationRegistry;
import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.CapturedLog;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.testing.TestServices;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Unmistakable names are stored in the service. The test fails if one appears anywhere except in responses that planners requested. */
@Tag("http")
final class StudentNamesInOperationsTest {
    /** In every student's name. */
    static final String STUDENT = "xqzelev";

    /** In every staff member's name and address. */
    static final String STAFF = "xqzstab";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final List<String> emitted = new ArrayList<>();
    private final List<String> failed = new ArrayList<>();

    static String name(String mark, int number) {
        return switch (number % 4) {
            case 0 -> "Åse " + mark + " Sørensen " + number;
            case 1 -> mark + "'); DROP TABLE plan; -- " + number;
            case 2 -> "<script>alert('" + mark + "')</script> " + number;
            default -> "\"" + mark + "\" {0} %s ${x} " + number;
        };
    }

    @SuppressWarnings("unchecked") // a problem's people are objects
    static Map<String, Object> problem() {
        Map<String, Object> problem = TestServices.weekOfCamp();
        for (String part : List.of("students", "staff")) {
            String mark = part.equals("staff") ? STAFF : STUDENT;
            var people = new ArrayList<Map<String, Object>>();
            for (Map<String, Object> each : (List<Map<String, Object>>) problem.get(part)) {
                var one = new HashMap<>(each);
                one.put("name", name(mark, people.size()));
                if (part.equals("staff")) {
                    one.put("email", mark + people.size() + "@skole.example");
                }
                people.add(one);
            }
            problem.put(part, people);
        }
        return problem;
    }

    @Test
    void namesComeOutWherePlannersAskForThemAndNowhereElse() {
        Server server = TestServices.on(TestDatabase.H2);
        try (var log = new CapturedLog()) {
            TestSchool school = TestSchool.create(server);
            ServiceClient planner = school.addPerson(Role.ADMINISTRATOR).browser();
            String plan = assertTold(planner, school);
            for (OperationRegistry.RegisteredOperation operation :
                    server.bean(OperationRegistry.class).all()) {
                callEveryWay(server, operation, planner, school, plan);
            }
            assertTold(planner.get("/actuator/prometheus"));
            server.bean(MeterRegistry.class).getMeters().forEach(meter -> emitted.add("metric " + meter.getId()));
            emitted.addAll(rows(server.bean(JdbcClient.class), TestDatabase.H2));
            emitted.addAll(log.lines());
        }
        assertThat(emitted).hasSizeGreaterThan(200);
        assertThat(failed).as("failed requests").isEmpty();
        assertThat(emitted.stream()
                        .filter(StudentNamesInOperationsTest::hasName)
                        .toList())
                .isEmpty();
    }

    /** If this fails, the other test finds nothing because it looks nowhere. */
    @Test
    void aNameInALogLineIsFound() {
        try (var log = new CapturedLog()) {
            LoggerFactory.getLogger("dk.grundskema.planted").warn("The student {} is ill.", name(STUDENT, 1));
            LoggerFactory.getLogger("dk.grundskema.planted")
                    .warn("Failed.", new IllegalStateException("outer", new IllegalStateException(name(STUDENT, 0))));
            assertThat(log.lines().stream().filter(StudentNamesInOperationsTest::hasName))
                    .hasSize(2);
        }
    }

    static boolean hasName(String text) {
        String small = text.toLowerCase(Locale.ROOT);
        return small.contains(STUDENT) || small.contains(STAFF);
    }

    /** The story of a plan: made, shown, changed, undone. */
    private String assertTold(ServiceClient planner, TestSchool school) {
        Answer made = assertTold(planner.post(school.path() + "/plans", Map.of("title", "Lejr", "problem", problem())));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        String plan = made.header("Location");
        Answer shown = assertTold(planner.get(plan + "/problem"));
        assertThat(shown.body()).as("the planner's answer").contains(STUDENT, STAFF);
        var changed = new HashMap<>(problem());
        changed.put("title", "Anden lejr");
        assertTold(planner.withHeader("If-Match", made.tag()).put(plan + "/problem", Map.of("problem", changed)));
        assertTold(planner.withHeader("If-Match", "\"2\"").post(plan + "/undo", Map.of()));
        assertTold(planner.withHeader("If-Match", "\"1\"").put(plan + "/problem", Map.of("problem", changed)));
        for (String broken : List.of(
                "{\"title\": \"" + STUDENT + "\", \"problem\": ",
                "{\"title\": 7, \"problem\": {\"students\": [{\"id\": \"" + STUDENT + "\", \"nmae\": \"" + STUDENT
                        + "\"}]}}",
                "[\"" + STUDENT + "\"]",
                "\u0000" + STUDENT)) {
            assertTold(planner.send("POST", school.path() + "/plans", broken));
        }
        return plan.substring(plan.lastIndexOf('/') + 1);
    }

    private Answer assertTold(Answer answer) {
        emitted.add(
                "headers " + answer.status() + " " + answer.response().headers().map());
        return answer;
    }

    /**
     * Calls an operation as a planner and as a reader: without content, with names in wrong places, and with names in the address. Only bodies for
     * the planner may contain names, not headers and nothing for the reader.
     */
    private void callEveryWay(
            Server server,
            OperationRegistry.RegisteredOperation operation,
            ServiceClient planner,
            TestSchool school,
            String plan) {
        String path = filled(server, operation, school, plan);
        boolean takesAway =
                operation.method().equals("DELETE") || operation.id().equals("signOut");
        if (!takesAway) {
            emitted.add("planner "
                    + answer(server, operation.method(), path, planner, body())
                            .headers()
                            .map());
        }
        String strange = path.replace("nothing", URLEncoder.encode(name(STUDENT, 0), StandardCharsets.UTF_8));
        emitted.add("planner "
                + answer(server, operation.method(), strange, planner, "")
                        .headers()
                        .map());
        ServiceClient reader = reader(school);
        for (String body : List.of("", body())) {
            HttpResponse<String> answer = answer(server, operation.method(), path, reader, body);
            emitted.add("reader %s %s: %s"
                    .formatted(operation.id(), answer.headers().map(), textWithoutStaff(answer)));
        }
    }

    /** Readers may see who works, not who learns. */
    private static String textWithoutStaff(HttpResponse<String> answer) {
        return answer.body().toLowerCase(Locale.ROOT).replace(STAFF, "");
    }

    private ServiceClient reader(TestSchool school) {
        ServiceClient known = readers.get(school.id());
        if (known == null || known.get("/api/v1/me").status() != 200) {
            known = school.addPerson(Role.READER).browser();
            readers.put(school.id(), known);
        }
        return known;
    }

    private final Map<String, ServiceClient> readers = new HashMap<>();

    private static String body() {
        return JsonFormatter.format(Json.fromJava(
                Map.of("name", name(STUDENT, 0), "title", name(STUDENT, 1), "students", List.of(name(STUDENT, 2)))));
    }

    private static String filled(
            Server server, OperationRegistry.RegisteredOperation operation, TestSchool school, String plan) {
        String path = operation.path().replace("{organisation}", school.id()).replace("{plan}", plan);
        if (path.contains("{revision}")) {
            Object head = ServiceClient.administrator(server)
                    .get("/api/v1/plans/" + plan)
                    .at("/revision/id");
            path = path.replace("{revision}", String.valueOf(head)).replace("{other}", String.valueOf(head));
        }
        return path.replaceAll("\\{[^}]*}", "nothing");
    }

    /** Streams without an end are left after a second. */
    private HttpResponse<String> answer(Server server, String method, String path, ServiceClient client, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
                .timeout(Duration.ofSeconds(60))
                .headers(client.headers().toArray(String[]::new))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        try {
            HttpResponse<String> answer = HTTP.send(
                    request.build(),
                    info -> info.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream")
                            ? HttpResponse.BodySubscribers.mapping(
                                    HttpResponse.BodySubscribers.ofInputStream(),
                                    StudentNamesInOperationsTest::beginning)
                            : BodyHandlers.ofString(StandardCharsets.UTF_8).apply(info));
            if (answer.statusCode() == 500) {
                failed.add(method + " " + path + " " + body);
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String beginning(InputStream stream) {
        try (stream) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns every text in the database except documents, which planners request, and the test's own accounts and sign-ins. */
    static List<String> rows(JdbcClient database, TestDatabase kind) {
        String schema = kind == TestDatabase.H2 ? "PUBLIC" : "public";
        List<String> tables = database.sql(
                        "SELECT table_name FROM information_schema.tables WHERE table_schema = :schema")
                .param("schema", schema)
                .query(String.class)
                .list();
        assertThat(tables.stream().map(each -> each.toLowerCase(Locale.ROOT)))
                .contains("audit", "revision", "plan", "document");
        var rows = new ArrayList<String>();
        for (String table : tables) {
            database.sql("SELECT * FROM \"" + table + "\"")
                    .query()
                    .listOfRows()
                    .forEach(row -> rows.add(table + " " + row));
        }
        return rows;
    }
}

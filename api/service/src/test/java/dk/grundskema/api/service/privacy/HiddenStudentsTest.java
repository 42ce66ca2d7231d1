package dk.grundskema.api.service.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.JsonFormatter;
import dk.grundskema.api.exports.sheet.PdfPages;
import dk.grundskema.api.platform.access.OperationRegistry;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestClock;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.testing.TestServices;
import dk.grundskema.api.service.testing.ValidRequests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Callers without the right to see students get numbers: no answer of any operation has a student's id or name in it. */
@Tag("http")
final class HiddenStudentsTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final AtomicInteger COUNT = new AtomicInteger();

    /** In every student's id. */
    private static final String ID = "xqzid";

    /** In every student's name. */
    private static final String NAME = "xqznavn";

    private static final Pattern MARK = Pattern.compile("(?i).{0,60}(" + ID + "|" + NAME + ").{0,60}");

    /** The operation that returns data about one person, whose id the caller provides. */
    private static final String OF_A_PERSON = "exportPerson";

    private static final Set<Permission> READERS = EnumSet.of(Permission.READ, Permission.NONE, Permission.SIGNED_IN);

    private final List<String> disclosures = new ArrayList<>();
    private int answers;

    @ParameterizedTest
    @CsvSource({"POSTGRESQL, camp-4-weeks-overnight, true", "H2, guide-all-five, false"})
    void noAnswerNamesAStudentToACallerWhoMayNotSeeStudents(TestDatabase database, String example, boolean withToken) {
        Server server = TestServices.on(database);
        TestSchool school = TestSchool.create(server);
        var requests = new ValidRequests(school, problem(example));
        Map<String, ServiceClient> callers = callers(school, withToken);
        Object before = makeHistory(ServiceClient.administrator(server), requests.plan());
        for (OperationRegistry.RegisteredOperation operation :
                server.bean(OperationRegistry.class).all()) {
            if (!ValidRequests.NOT_HERE.contains(operation.id())
                    && !operation.id().equals(OF_A_PERSON)) {
                callers.forEach((name, caller) -> {
                    if (operation.needs() != Permission.READ_STUDENTS
                            && (name.equals("token") || READERS.contains(operation.needs()))) {
                        assertNoStudentNamed(name + " " + operation.id(), requests.of(operation), caller);
                    }
                });
            }
        }
        Object after = ServiceClient.administrator(server).get(requests.plan()).at("/revision/id");
        for (String path : List.of(
                "/api/v1/revisions/" + before + "/comparison/" + after,
                "/api/v1/revisions/" + after + "/comparison/" + before,
                requests.plan().replace("/api/v1", "") + "/history/" + after + "?with=" + before)) {
            callers.forEach((name, caller) ->
                    assertNoStudentNamed(name, new ValidRequests.ValidRequest("GET", path, Map.of(), ""), caller));
        }
        addLinks(server, requests.plan());
        assertThat(answers).isGreaterThan(50);
        assertThat(String.join("\n", disclosures)).isEmpty();
    }

    private static Map<String, ServiceClient> callers(TestSchool school, boolean withToken) {
        var callers = new LinkedHashMap<String, ServiceClient>();
        callers.put("reader", school.addPerson(Role.READER).browser());
        if (!withToken) {
            return callers;
        }
        var scopes = EnumSet.complementOf(EnumSet.of(Permission.NONE, Permission.READ_STUDENTS));
        Answer token = school.addPerson(Role.ADMINISTRATOR)
                .browser()
                .post(
                        "/api/v1/me/tokens",
                        Map.of(
                                "name",
                                "Skript",
                                "scopes",
                                scopes.stream()
                                        .filter(one -> one != Permission.SIGNED_IN)
                                        .map(Enum::name)
                                        .toList(),
                                "expires",
                                TestClock.now().plusSeconds(3600).toString()));
        assertThat(token.status()).as(token.body()).isEqualTo(201);
        callers.put("token", ServiceClient.anonymous(school.server()).withToken((String) token.at("/token")));
        return callers;
    }

    /** A problem in which each student's id and name are marks, and a student is fixed to a group if there is any to fix to. */
    private static Map<String, Object> problem(String example) {
        Map<String, Object> problem = TestServices.exampleProblem(example);
        var ids = new HashMap<String, String>();
        for (Map<String, Object> student : list(problem.get("students"))) {
            ids.put((String) student.get("id"), ID + "-" + ids.size() + "-" + COUNT.incrementAndGet());
        }
        Map<String, Object> marked = map(replaced(problem, ids));
        for (Map<String, Object> student : list(marked.get("students"))) {
            student.put("name", "Ane " + NAME + " " + COUNT.incrementAndGet());
        }
        return marked;
    }

    private static Object replaced(Object json, Map<String, String> ids) {
        return switch (json) {
            case Map<?, ?> map -> {
                var copy = new LinkedHashMap<String, Object>();
                map.forEach((key, value) -> copy.put(
                        ids.getOrDefault((String) key, (String) key), value == null ? null : replaced(value, ids)));
                yield copy;
            }
            case List<?> list ->
                list.stream().map(one -> replaced(one, ids)).collect(Collectors.toCollection(ArrayList::new));
            case String text -> ids.getOrDefault(text, text);
            default -> json;
        };
    }

    @SuppressWarnings("unchecked") // a problem's parts are lists of objects
    private static List<Map<String, Object>> list(Object part) {
        return (List<Map<String, Object>>) part;
    }

    @SuppressWarnings("unchecked") // a problem is an object
    private static Map<String, Object> map(Object json) {
        return (Map<String, Object>) json;
    }

    /**
     * Creates a history in which students were added, changed and removed, a class list and a lock that name them, and a meeting that one missed.
     *
     * @return the revision before all that
     */
    private static Object makeHistory(ServiceClient all, String plan) {
        Object before = all.get(plan).at("/revision/id");
        Answer problem = all.get(plan + "/problem");
        Map<String, Object> student = new HashMap<>(map(problem.at("/students/0")));
        student.put("name", "Bo " + NAME);
        put(all, plan, plan + "/students/" + student.get("id"), student);
        student.put("id", ID + "-new");
        put(all, plan, plan + "/students/" + ID + "-new", student);
        student.put("id", ID + "-gone");
        put(all, plan, plan + "/students/" + ID + "-gone", student);
        Answer removed = all.withHeader("If-Match", all.get(plan).tag()).delete(plan + "/students/" + ID + "-gone");
        assertThat(removed.status()).as(removed.body()).isLessThan(300);
        var alone = list(all.get(plan + "/timetable").at("/meetings")).stream()
                .filter(one -> one.get("studentIds") != null)
                .findFirst();
        alone.ifPresent(meeting -> {
            Answer locked = all.withHeader("If-Match", all.get(plan).tag())
                    .post(plan + "/locks", Map.of("sessionId", meeting.get("sessionId")));
            assertThat(locked.status()).as(locked.body()).isLessThan(300);
        });
        if (!(all.get(plan + "/problem").at("/groups") instanceof List<?>)) {
            assertThat(hasRemovedOneWhoMeetsAlone(all, plan)).isTrue();
        }
        return before;
    }

    /**
     * The student's own meetings stay in the timetable, and their ids identify the student. A student in a class or in the wishes of others cannot be
     * removed.
     */
    private static boolean hasRemovedOneWhoMeetsAlone(ServiceClient all, String plan) {
        return list(all.get(plan + "/timetable").at("/meetings")).stream()
                .filter(one -> one.get("studentIds") instanceof List<?> students && students.size() == 1)
                .map(one -> ((List<?>) one.get("studentIds")).getFirst())
                .distinct()
                .anyMatch(student -> all.withHeader("If-Match", all.get(plan).tag())
                                .delete(plan + "/students/" + student)
                                .status()
                        < 300);
    }

    private static void put(ServiceClient all, String plan, String path, Map<String, Object> body) {
        Answer put = all.withHeader("If-Match", all.get(plan).tag()).put(path, body);
        assertThat(put.status()).as(put.body()).isLessThan(300);
    }

    private void addLinks(Server server, String plan) {
        ServiceClient all = ServiceClient.administrator(server);
        all.withHeader("If-Match", all.get(plan).tag()).post(plan + "/publications", Map.of("confirmOpenSeats", true));
        List<Map<String, Object>> links = list(all.get(plan + "/links").at("/items")).stream()
                .filter(link -> link.get("revoked") == null)
                .toList();
        assertThat(links).isNotEmpty();
        for (Map<String, Object> link : links) {
            for (String part : List.of("page", "calendar")) {
                String path = URI.create((String) link.get(part)).getPath();
                assertNoStudentNamed(
                        "anybody " + part,
                        new ValidRequests.ValidRequest("GET", path, Map.of(), ""),
                        ServiceClient.anonymous(server));
            }
        }
    }

    private void assertNoStudentNamed(String what, ValidRequests.ValidRequest request, ServiceClient client) {
        HttpResponse<byte[]> answer = send(request, client);
        answers++;
        if (answer.statusCode() >= (what.startsWith("token") ? 500 : 400)) {
            disclosures.add(what + " answered " + answer.statusCode());
        }
        var seen = new TreeSet<String>();
        String headers = answer.headers().map().toString();
        for (String text : List.of(headers, text(answer))) {
            Matcher marks = MARK.matcher(text);
            while (marks.find()) {
                seen.add(marks.group());
            }
        }
        if (!seen.isEmpty()) {
            disclosures.add("%s (%s %s, %d): %s"
                    .formatted(
                            what,
                            request.method(),
                            request.path(),
                            answer.statusCode(),
                            seen.stream().limit(4).toList()));
        }
    }

    private static HttpResponse<byte[]> send(ValidRequests.ValidRequest request, ServiceClient client) {
        HttpRequest.Builder asked = HttpRequest.newBuilder(URI.create(client.base() + request.path()))
                .headers(client.headers().toArray(String[]::new))
                .header("Content-Type", "application/json");
        if (!request.ifMatch().isEmpty()) {
            asked.header("If-Match", request.ifMatch());
        }
        boolean hasBody = !List.of("GET", "DELETE").contains(request.method());
        asked.method(
                request.method(),
                hasBody
                        ? BodyPublishers.ofString(JsonFormatter.format(Json.fromJava(request.body())))
                        : BodyPublishers.noBody());
        try {
            return HTTP.send(asked.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String text(HttpResponse<byte[]> answer) {
        String type = answer.headers().firstValue("Content-Type").orElse("");
        byte[] body = answer.body();
        if (type.startsWith("application/pdf")) {
            try {
                return String.join("\n", PdfPages.of(body).texts());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        boolean isZip = body.length > 2 && body[0] == 'P' && body[1] == 'K';
        return isZip ? unzipped(body) : new String(body, StandardCharsets.UTF_8).replace("\r\n ", "");
    }

    private static String unzipped(byte[] zip) {
        var text = new StringBuilder();
        try {
            Path file = Files.createTempFile("answer", ".zip");
            Files.write(file, zip);
            try (var entries = new ZipFile(file.toFile())) {
                for (ZipEntry entry : Collections.list(entries.entries())) {
                    text.append(entry.getName()).append('\n');
                    text.append(new String(entries.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
                }
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}

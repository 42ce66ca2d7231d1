package dk.grundskema.api.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.exports.PdfPages;
import dk.grundskema.api.platform.Json;
import dk.grundskema.api.platform.JsonText;
import dk.grundskema.api.server.Client;
import dk.grundskema.api.server.Client.Answer;
import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.Services;
import dk.grundskema.api.server.start.Server;
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
import java.time.Instant;
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
@Tag("full")
final class HiddenStudentsTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final AtomicInteger COUNT = new AtomicInteger();

    /** In every student's id. */
    private static final String ID = "xqzid";

    /** In every student's name. */
    private static final String NAME = "xqznavn";

    private static final Pattern MARK = Pattern.compile("(?i).{0,60}(" + ID + "|" + NAME + ").{0,60}");

    /** It shows one person, whose id the caller says. */
    private static final String OF_A_PERSON = "exportPerson";

    private static final Set<Permission> READERS = EnumSet.of(Permission.READ, Permission.NONE, Permission.SIGNED_IN);

    private final List<String> found = new ArrayList<>();
    private int answers;

    @ParameterizedTest
    @CsvSource({
        "H2, camp-4-weeks-overnight, true",
        "H2, guide-all-five, false",
        "POSTGRESQL, camp-4-weeks-overnight, false"
    })
    void noAnswerNamesAStudentToACallerWhoMayNotSeeStudents(Database database, String example, boolean withToken) {
        Server server = Services.on(database);
        School school = School.in(server);
        var requests = new ValidRequests(school, problem(example));
        Map<String, Client> callers = callers(school, withToken);
        Object before = changed(Services.administrator(server), requests.plan());
        for (Operations.Known operation : server.part(Operations.class).all()) {
            if (!ValidRequests.NOT_HERE.contains(operation.id())
                    && !operation.id().equals(OF_A_PERSON)) {
                callers.forEach((name, caller) -> {
                    if (operation.needs() != Permission.READ_STUDENTS
                            && (name.equals("token") || READERS.contains(operation.needs()))) {
                        look(name + " " + operation.id(), requests.of(operation), caller);
                    }
                });
            }
        }
        Object after = Services.administrator(server).get(requests.plan()).at("/revision/id");
        for (String path : List.of(
                "/api/v1/revisions/" + before + "/comparison/" + after,
                "/api/v1/revisions/" + after + "/comparison/" + before,
                requests.plan().replace("/api/v1", "") + "/history/" + after + "?with=" + before)) {
            callers.forEach((name, caller) -> look(name, new ValidRequests.Valid("GET", path, Map.of(), ""), caller));
        }
        linked(server, requests.plan());
        assertThat(answers).isGreaterThan(50);
        assertThat(String.join("\n", found)).isEmpty();
    }

    private static Map<String, Client> callers(School school, boolean withToken) {
        var callers = new LinkedHashMap<String, Client>();
        callers.put("reader", school.person(Role.READER).browser());
        if (!withToken) {
            return callers;
        }
        var scopes = EnumSet.complementOf(EnumSet.of(Permission.NONE, Permission.READ_STUDENTS));
        Answer token = school.person(Role.ADMINISTRATOR)
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
                                Instant.now().plusSeconds(3600).toString()));
        assertThat(token.status()).as(token.body()).isEqualTo(201);
        callers.put("token", Services.stranger(school.server()).token((String) token.at("/token")));
        return callers;
    }

    /** A problem in which each student's id and name are marks, and a student is fixed to a group if there is any to fix to. */
    private static Map<String, Object> problem(String example) {
        Map<String, Object> problem = Services.example(example);
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
     * History in which students came, changed and went, a class list and a lock that name them, and a meeting that one missed.
     *
     * @return the revision before all that
     */
    private static Object changed(Client all, String plan) {
        Object before = all.get(plan).at("/revision/id");
        Answer problem = all.get(plan + "/problem");
        Map<String, Object> student = new HashMap<>(map(problem.at("/students/0")));
        student.put("name", "Bo " + NAME);
        put(all, plan, plan + "/students/" + student.get("id"), student);
        student.put("id", ID + "-new");
        put(all, plan, plan + "/students/" + ID + "-new", student);
        student.put("id", ID + "-gone");
        put(all, plan, plan + "/students/" + ID + "-gone", student);
        Answer removed = all.with("If-Match", all.get(plan).tag()).delete(plan + "/students/" + ID + "-gone");
        assertThat(removed.status()).as(removed.body()).isLessThan(300);
        var alone = list(all.get(plan + "/timetable").at("/meetings")).stream()
                .filter(one -> one.get("studentIds") != null)
                .findFirst();
        alone.ifPresent(meeting -> {
            Answer locked = all.with("If-Match", all.get(plan).tag())
                    .post(plan + "/locks", Map.of("sessionId", meeting.get("sessionId")));
            assertThat(locked.status()).as(locked.body()).isLessThan(300);
        });
        if (!(all.get(plan + "/problem").at("/groups") instanceof List<?>)) {
            assertThat(hasRemovedOneWhoMeetsAlone(all, plan)).isTrue();
        }
        return before;
    }

    /** The student's own meetings stay in the timetable: their ids tell who it was. A student in a class, or in the wishes of others, is not removed. */
    private static boolean hasRemovedOneWhoMeetsAlone(Client all, String plan) {
        return list(all.get(plan + "/timetable").at("/meetings")).stream()
                .filter(one -> one.get("studentIds") instanceof List<?> students && students.size() == 1)
                .map(one -> ((List<?>) one.get("studentIds")).getFirst())
                .distinct()
                .anyMatch(student -> all.with("If-Match", all.get(plan).tag())
                                .delete(plan + "/students/" + student)
                                .status()
                        < 300);
    }

    private static void put(Client all, String plan, String path, Map<String, Object> body) {
        Answer put = all.with("If-Match", all.get(plan).tag()).put(path, body);
        assertThat(put.status()).as(put.body()).isLessThan(300);
    }

    private void linked(Server server, String plan) {
        Client all = Services.administrator(server);
        all.with("If-Match", all.get(plan).tag()).post(plan + "/publications", Map.of());
        for (Map<String, Object> link : list(all.get(plan + "/links").at("/items"))) {
            for (String part : List.of("page", "calendar")) {
                String path = URI.create((String) link.get(part)).getPath();
                look("anybody " + part, new ValidRequests.Valid("GET", path, Map.of(), ""), Services.stranger(server));
            }
        }
    }

    private void look(String what, ValidRequests.Valid request, Client client) {
        HttpResponse<byte[]> answer = sent(request, client);
        answers++;
        if (answer.statusCode() >= (what.startsWith("token") ? 500 : 400)) {
            found.add(what + " answered " + answer.statusCode());
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
            found.add("%s (%s %s, %d): %s"
                    .formatted(
                            what,
                            request.method(),
                            request.path(),
                            answer.statusCode(),
                            seen.stream().limit(4).toList()));
        }
    }

    private static HttpResponse<byte[]> sent(ValidRequests.Valid request, Client client) {
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
                        ? BodyPublishers.ofString(JsonText.of(Json.fromJava(request.body())))
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

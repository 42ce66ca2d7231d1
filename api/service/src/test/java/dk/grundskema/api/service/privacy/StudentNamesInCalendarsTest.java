package dk.grundskema.api.service.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.start.ServiceSettingKey;
import dk.grundskema.api.platform.testing.CapturedLog;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.Revision;
import dk.grundskema.api.service.plan.RevisionContent;
import dk.grundskema.api.service.plan.StoredDocument;
import dk.grundskema.api.service.testing.SolvedPlans;
import dk.grundskema.api.service.testing.TestPlans;
import dk.grundskema.api.service.testing.TestServices;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A planner types students' names into every text, and the plan is published. Neither readers of links nor the log get a name. */
@Tag("http")
final class StudentNamesInCalendarsTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final List<String> NAMES = List.of(name(0), name(1), name(2), name(3));
    private static final String ALL = String.join(", ", NAMES);
    private static final String TYPED = URLEncoder.encode(name(0), StandardCharsets.UTF_8);
    private static final List<String> WAYS = List.of(
            ".ics",
            ".ics?alarm=15",
            ".ics?cancelled=drop",
            ".ics?busy",
            ".ics?busy&alarm=30&cancelled=drop",
            ".ics?alarm=" + TYPED,
            ".ics?fbclid=" + TYPED,
            ".ics/" + TYPED,
            "",
            "?" + TYPED,
            "/qr.svg",
            "/" + TYPED);

    @TempDir
    private Path folder;

    private final List<String> emitted = new ArrayList<>();

    private static String name(int number) {
        return StudentNamesInOperationsTest.name(StudentNamesInOperationsTest.STUDENT, number);
    }

    /** The first students of the problem are called that. */
    @SuppressWarnings("unchecked") // a problem's parts are lists of objects
    private static Map<String, Object> problem() {
        var problem = new HashMap<>(StudentNamesInOperationsTest.problem());
        problem.put("title", "Lejr for " + ALL);
        for (String part : List.of("rooms", "sites", "schools")) {
            var named = new ArrayList<Map<String, Object>>();
            for (Map<String, Object> each : (List<Map<String, Object>>) problem.get(part)) {
                var one = new HashMap<>(each);
                one.put("name", each.get("name") + " ved " + NAMES.get(named.size() % NAMES.size()) + "s plads");
                named.add(one);
            }
            problem.put(part, named);
        }
        var camp = new HashMap<>(((List<Map<String, Object>>) problem.get("interventions")).getFirst());
        camp.put("title", "Lejr: " + ALL);
        problem.put("interventions", List.of(camp));
        return problem;
    }

    @Test
    void calendarsPagesAndLogsContainNoStudentNames() throws Exception {
        var settings = TestDatabase.H2.fresh(folder).with(ServiceSettingKey.LOG_REQUESTS, "true");
        try (Server server = TestServices.start(settings);
                var log = new CapturedLog()) {
            TestSchool school = TestSchool.create(server);
            ServiceClient planner = school.addPerson(Role.ADMINISTRATOR).browser();
            ServiceClient reader = school.addPerson(Role.READER).browser();
            String plan =
                    TestPlans.createPlan(planner, school.path(), problem()).header("Location");
            planner.withHeader("If-Match", planner.get(plan).tag())
                    .put(plan + "/title", Map.of("title", "Plan: " + ALL));
            SolvedPlans.giveTimetable(server, plan, 20, 1);
            name(server, plan, ALL);
            publishes(planner, reader, plan);
            Answer year = planner.post(school.path() + "/year-links", Map.of("language", "DA"));
            String wheel = URI.create(String.valueOf(year.at("/page"))).getPath();
            followed(server, links(planner, plan), wheel);
            name(server, plan, "Ændret for " + ALL);
            publishes(planner, reader, plan);
            followed(server, links(planner, plan), wheel);
            Answer sheet = planner.get(plan + "/links/sheet");
            assertThat(sheet.body()).contains("<svg");
            emitted.add(withoutStaff("sheet " + sheet.response().headers().map() + sheet.body()));
            emitted.add(text(answer(server, "GET", "/actuator/prometheus", "da")));
            server.bean(MeterRegistry.class).getMeters().forEach(meter -> emitted.add("metric " + meter.getId()));
            assertThat(log.lines()).anyMatch(line -> line.contains("GET /c/{token}.ics 200"));
            emitted.addAll(log.lines());
        }
        assertThat(emitted.stream()
                        .filter(StudentNamesInOperationsTest::hasName)
                        .toList())
                .isEmpty();
    }

    /** Titles, forms and subjects name students, and every second meeting has a single student. */
    private static void name(Server server, String place, String text) {
        var plans = server.bean(PlanStore.class);
        var documents = server.bean(DocumentStore.class);
        Plan plan = plans.get(TestPlans.planIdOf(place));
        Revision head = plans.revision(plan.head());
        StoredDocument.StoredProblem problem = documents.problem(head.problem());
        Timetable was =
                documents.timetable(Objects.requireNonNull(head.timetable())).value();
        List<StudentId> students = problem.value().students().stream()
                .map(one -> one.id())
                .limit(NAMES.size())
                .toList();
        var meetings = new ArrayList<Meeting>();
        for (Meeting one : was.meetings()) {
            int which = meetings.size() % (2 * NAMES.size());
            boolean isAlone = which < NAMES.size();
            meetings.add(
                    isAlone
                            ? naming(one, alone(which), List.of(students.get(which)))
                            : naming(one, text, one.studentIds()));
        }
        var named = new Timetable(
                was.version(),
                was.problem(),
                was.zone(),
                was.seed(),
                was.score(),
                was.rules(),
                was.groups(),
                meetings,
                was.tasks());
        plans.change(
                plan.id(),
                plan.version(),
                new RevisionContent("revision.created", List.of(), problem, documents.store(named)),
                new AccountId("tests"));
    }

    /** In a meeting with one student, each word of the name counts. */
    private static String alone(int which) {
        return which % 2 == 0 ? "Samtale med " + StudentNamesInOperationsTest.STUDENT : "Om " + name(which);
    }

    private static Meeting naming(Meeting one, String text, List<StudentId> students) {
        return new Meeting(
                one.sessionId(),
                one.originId(),
                one.demandedWeeks(),
                one.interventionId(),
                text,
                text,
                text,
                text,
                one.weeks(),
                one.weekday(),
                one.start(),
                one.end(),
                one.roomId(),
                one.extraRoomIds(),
                students.equals(one.studentIds()) ? one.groupIds() : List.of(),
                students,
                one.excusedStudentIds(),
                one.within(),
                one.seats(),
                one.workload(),
                one.locked());
    }

    /** Responses to planners may contain names in texts that they typed; responses to readers may not. */
    private void publishes(ServiceClient planner, ServiceClient reader, String plan) {
        ServiceClient based = planner.withHeader("If-Match", planner.get(plan).tag());
        for (Map<String, ?> body : List.of(
                Map.of("note", ALL, "heldBack", List.of(name(1))),
                Map.of("note", ALL, name(1), ALL),
                Map.of("revision", name(2)))) {
            Answer refused = based.post(plan + "/publications", body);
            assertThat(refused.status()).isBetween(400, 499);
            emitted.add("refused " + refused.response().headers().map());
        }
        Answer preview = planner.get(plan + "/publications/preview");
        assertThat(preview.at("/isNew")).isEqualTo(true);
        Answer made = based.post(plan + "/publications", Map.of("confirmOpenSeats", true, "note", "Til alle: " + ALL));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        String publication = made.header("Location");
        for (Answer one : List.of(
                preview,
                made,
                planner.get(publication),
                reader.get(publication),
                reader.get(plan + "/publications"),
                reader.get(plan + "/publications/preview"),
                planner.get(plan + "/publications/affected"),
                planner.get(plan + "/links"))) {
            emitted.add(withoutStaff(one.response().headers().map() + one.body()));
        }
    }

    /** Returns the paths of the first two links of each kind, one of them in English. */
    private static Set<String> links(ServiceClient planner, String plan) {
        var paths = new TreeSet<String>();
        var kinds = new TreeMap<String, Integer>();
        for (Object each : (List<?>) planner.get(plan + "/links").at("/items")) {
            var link = (Map<?, ?>) each;
            int count = kinds.merge(String.valueOf(link.get("kind")), 1, Integer::sum);
            if (count <= 2) {
                paths.add(URI.create(String.valueOf(link.get("page"))).getPath());
            }
            if (count == 1) {
                Answer spoken = planner.put(plan + "/links/" + link.get("id"), Map.of("language", "EN"));
                assertThat(spoken.status()).as(spoken.body()).isEqualTo(200);
            }
        }
        assertThat(kinds).containsOnlyKeys("BUSY", "GROUP", "INTERVENTION", "ROOM", "STAFF");
        return paths;
    }

    private void followed(Server server, Set<String> calendars, String wheel) throws IOException, InterruptedException {
        assertThat(text(answer(server, "GET", wheel + ".ics", "da"))).contains("Lejr: Elev ");
        var pages = new TreeSet<>(calendars);
        pages.add(wheel);
        int events = 0;
        for (String page : pages) {
            for (String way : WAYS) {
                HttpResponse<String> answer = answer(server, "GET", page + way, "da");
                assertThat(answer.statusCode()).as(way).isIn(200, 400, 404, 429);
                events += text(answer).contains("BEGIN:VEVENT") ? 1 : 0;
                emitted.add(withoutStaff(text(answer)));
            }
            for (String seen : List.of("/seen?until=" + TYPED, "/seen?" + TYPED, "/" + TYPED + "/seen")) {
                emitted.add(withoutStaff(text(answer(server, "POST", page + seen, "en"))));
            }
            emitted.add(text(answer(server, "PUT", page, "en")));
        }
        assertThat(events).isGreaterThan(pages.size());
        emitted.add(text(answer(server, "GET", "/c/" + TYPED, "en")));
    }

    private static HttpResponse<String> answer(Server server, String method, String path, String language)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
                .header("Accept-Language", language)
                .header("X-Request-Id", StudentNamesInOperationsTest.STUDENT)
                .header("If-None-Match", "\"" + StudentNamesInOperationsTest.STUDENT + "\"")
                .method(method, method.equals("POST") ? BodyPublishers.ofString(ALL) : BodyPublishers.noBody())
                .build();
        return HTTP.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    /** Returns the whole response with unfolded lines. */
    private static String text(HttpResponse<String> answer) {
        return "%d %s %s"
                .formatted(
                        answer.statusCode(),
                        answer.headers().map(),
                        answer.body().replace("\r\n ", ""));
    }

    /** Staff are named in calendars. */
    private static String withoutStaff(String text) {
        return text.toLowerCase(Locale.ROOT).replace(StudentNamesInOperationsTest.STAFF, "");
    }
}

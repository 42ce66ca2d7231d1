package dk.grundskema.api.service;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.service.access.Role;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.start.Server;
import dk.grundskema.api.service.testing.CacheClearer;
import dk.grundskema.api.service.testing.DatabaseSource;
import dk.grundskema.api.service.testing.LongListsFixture;
import dk.grundskema.api.service.testing.PageClient;
import dk.grundskema.api.service.testing.PageFields;
import dk.grundskema.api.service.testing.ServiceClient;
import dk.grundskema.api.service.testing.ServiceClient.Answer;
import dk.grundskema.api.service.testing.SolvedPlans;
import dk.grundskema.api.service.testing.StatementRecorder;
import dk.grundskema.api.service.testing.TableFields;
import dk.grundskema.api.service.testing.TestDatabase;
import dk.grundskema.api.service.testing.TestPlans;
import dk.grundskema.api.service.testing.TestSchool;
import dk.grundskema.api.service.testing.TestServices;
import dk.grundskema.domain.timetable.Meeting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * Counts the SQL statements of one request on all threads at the data source, with empty caches. Authentication, authorisation and audit log are
 * included. A person's first request of a minute also records the last use of the session: each count comes after such a request.
 */
@Tag("full")
final class RequestStatementCountTest {
    private static final int MOST_OF_A_READ = 6;
    private static final int MOST_OF_A_SAVE = 12;

    /** The archive copies every table of a plan into a file. */
    private static final String ARCHIVE = "/archive";

    @TempDir
    Path folder;

    private final Map<String, List<String>> exceeded = new TreeMap<>();
    private final Map<String, Integer> counts = new TreeMap<>();

    /** A service that records its statements, with a planned camp that another account made. */
    private record RecordedService(
            Server server, TestSchool.Person person, ServiceClient client, String place, CacheClearer caches) {
        static RecordedService start(TestDatabase database, Path folder) {
            Server server = StatementRecorder.startServer(database, folder);
            TestSchool school = TestSchool.create(server);
            ServiceClient creator = TestServices.administratorClient(server);
            String place = TestPlans.createCampPlan(creator, school.path());
            SolvedPlans.giveTimetable(server, place, 20, 1);
            creator.withHeader("If-Match", creator.get(place).tag()).post(place + "/publications", Map.of());
            TestSchool.Person person = school.addPerson(Role.ADMINISTRATOR, Role.PLANNER);
            StatementRecorder.awaitSilence();
            return new RecordedService(server, person, person.browser(), place, new CacheClearer(server));
        }

        String page() {
            return "/plans/" + TestPlans.planIdOf(place).value();
        }

        ServiceClient versioned() {
            return client.withHeader("If-Match", client.get(place).tag());
        }
    }

    private void count(RecordedService service, String what, int most, Supplier<Integer> request) {
        service.client().get("/api/v1/me");
        service.caches().clear();
        StatementRecorder.clear();
        int status = request.get();
        List<String> statements = StatementRecorder.statements();
        assertThat(status).as(what).isBetween(200, 399);
        assertThat(statements).as(what).isNotEmpty();
        counts.put(what, statements.size());
        if (statements.size() > most) {
            exceeded.put(what, statements);
        }
    }

    @ParameterizedTest
    @DatabaseSource
    void readingTakesFewStatements(TestDatabase database) {
        RecordedService service = RecordedService.start(database, folder);
        try (Server server = service.server()) {
            for (String path : readPaths(service)) {
                count(
                        service,
                        path,
                        MOST_OF_A_READ,
                        () -> service.client().withoutContractCheck().get(path).status());
            }
            assertThat(server.port()).isPositive();
        }
        assertThat(counts).hasSizeGreaterThan(60);
        assertThat(exceeded).isEmpty();
    }

    private static List<String> readPaths(RecordedService service) {
        var paths = new ArrayList<String>();
        String plan = TestPlans.planIdOf(service.place()).value();
        LongListsFixture.operations(service.server()).keySet().stream()
                .filter(one -> one.getMethodsCondition().getMethods().toString().equals("[GET]"))
                .flatMap(one -> one.getPatternValues().stream())
                .filter(path -> !path.endsWith(ARCHIVE))
                .map(path -> path.replace(
                                "{organisation}", service.person().school().id())
                        .replace("{plan}", plan)
                        .replace("{list}", "staff"))
                .filter(path -> !path.contains("{") && !path.contains("actuator"))
                .forEach(paths::add);
        String staff =
                String.valueOf(service.client().get(service.place() + "/staff").at("/items/0/id"));
        String week = String.valueOf(
                service.client().get(service.place() + "/timetable/weeks").at("/weeks/0"));
        paths.add(service.place() + "/timetable/staff/" + staff);
        paths.add(service.place() + "/timetable/weeks/" + week);
        paths.add(service.place() + "/staff/" + staff);
        paths.add(service.page() + "/lists/students");
        paths.add(service.page() + "/lists/rooms");
        // They need arguments or another role, and refuse these requests before they read anything.
        paths.removeIf(path ->
                path.matches(".*(/mine|/mine/students|/person|/candidates|/room-choices|/targets|/looks|/own/.*)"));
        return paths.stream().distinct().sorted().toList();
    }

    @ParameterizedTest
    @DatabaseSource
    void savingTakesFewStatements(TestDatabase database) {
        RecordedService service = RecordedService.start(database, folder);
        try (Server server = service.server()) {
            ServiceClient client = service.client();
            String place = service.place();
            Map<String, Object> staff = element(client.get(place + "/staff"), "/items/0");
            staff.put("name", "Nyt Navn");
            countSave(service, "a staff row", one -> one.put(place + "/staff/" + staff.get("id"), staff));
            Map<String, Object> student = element(client.get(place + "/students"), "/items/0");
            student.put("name", "Nyt Navn");
            countSave(service, "a student", one -> one.put(place + "/students/" + student.get("id"), student));
            Map<String, Object> camp = element(client.get(place + "/interventions"), "/items/0");
            camp.put("title", "Ny titel");
            countSave(service, "an intervention", one -> one.put(place + "/interventions/" + camp.get("id"), camp));
            Meeting meeting = meeting(server, place);
            countSave(service, "an edit by hand", one -> one.post(place + "/edits", edit(meeting, staff)));
            countSave(service, "undo", one -> one.post(place + "/undo", Map.of()));
            countForms(service);
        }
        assertThat(counts).hasSize(8);
        assertThat(exceeded).isEmpty();
    }

    private void countForms(RecordedService service) {
        PageClient planner = PageClient.signedIn(service.server(), service.person());
        String lists = service.page() + "/lists/staff";
        TableFields table = TableFields.of(planner.get(lists).body()).with(0, "c1", "dansk, engelsk");
        count(
                service,
                "the staff page",
                MOST_OF_A_SAVE,
                () -> planner.submit(lists, table.toFormFields()).statusCode());
        String guide = service.page() + "/camp/days";
        Map<String, String> days = PageFields.of(planner.get(guide).body());
        count(
                service,
                "a step of the camp guide",
                MOST_OF_A_SAVE,
                () -> planner.submit(guide, days).statusCode());
        planner.get(service.page() + "/plan");
        String title = service.page() + "/title";
        String version = service.client().get(service.place()).tag().replace("\"", "");
        count(
                service,
                "the title",
                MOST_OF_A_SAVE,
                () -> planner.submit(title, Map.of("title", "Sommerlejr", "version", version))
                        .statusCode());
    }

    private interface Save {
        Answer by(ServiceClient client);
    }

    private void countSave(RecordedService service, String what, Save save) {
        ServiceClient client = service.versioned();
        count(service, what, MOST_OF_A_SAVE, () -> {
            Answer answer = save.by(client);
            assertThat(answer.status()).as(answer.body()).isLessThan(300);
            return answer.status();
        });
    }

    @SuppressWarnings("unchecked") // an element is an object
    private static Map<String, Object> element(Answer answer, String at) {
        return new HashMap<>((Map<String, Object>) answer.at(at));
    }

    private static Meeting meeting(Server server, String place) {
        var plans = server.bean(PlanStore.class);
        String hash =
                plans.revision(plans.get(TestPlans.planIdOf(place)).head()).timetable();
        return server.bean(DocumentStore.class).timetable(hash).value().meetings().stream()
                .filter(one -> one.seats().stream().anyMatch(seat -> seat.staffId() != null))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Object> edit(Meeting meeting, Map<String, Object> staff) {
        return Map.of(
                "changes",
                List.of(Map.of(
                        "what",
                        "SEAT",
                        "sessionId",
                        meeting.sessionId().value(),
                        "position",
                        0,
                        "staffId",
                        staff.get("id"))));
    }
}

package dk.grundskema.api.service;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.PageClient;
import dk.grundskema.api.platform.testing.Polling;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.RevisionId;
import dk.grundskema.api.service.plan.history.PlanStatusReader;
import dk.grundskema.api.service.testing.LongListsFixture;
import dk.grundskema.api.service.testing.PageCatalogue;
import dk.grundskema.api.service.testing.PageFields;
import dk.grundskema.api.service.testing.RecordedService;
import dk.grundskema.api.service.testing.SolvedPlans;
import dk.grundskema.api.service.testing.StatementRecorder;
import dk.grundskema.api.service.testing.TableFields;
import dk.grundskema.api.service.testing.TestPlans;
import dk.grundskema.api.service.testing.TestServices;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Limits the SQL statements of one request, counted by {@link RecordedService} on the database of production; the embedded one gets the same. */
@Tag("http")
final class RequestStatementCountTest {
    private static final int MOST_OF_A_READ = 6;
    private static final int MOST_OF_A_SAVE = 12;

    /**
     * Pages that show the status of a plan in use compare it with the other plans in use and with absences. They take one statement for each, and
     * one for documents of the other plans that are not cached.
     */
    private static final int MOST_OF_A_STATUS_IN_USE = MOST_OF_A_READ + 3;

    /** Requests that may take more, with the reason. */
    private static final Map<String, Integer> EXCEPTIONS = Map.of(
            // A copy of all that is stored about the plan: sign-in, plan, revisions, problems of timetables, documents
            // (one statement for each 50), absences, attendance, students' numbers, audit.
            "the archive", 9,
            // It tells of absences and publications, too, and says with the documents what an edit changed.
            "history", 7,
            "history-returned", 7,
            // They show the status of a plan with an absence: the absences, and the timetable if it is not cached.
            "plan", 8,
            // A preview that is not cached reads who is absent; each reads the attendance that was entered, also after
            // it was made.
            "change", 8,
            "publish-first", 7,
            // It says whether the plan was edited since it was planned: the problem of then.
            "publish-open-seats", 7,
            "scenarios-none", 8);

    private static Server server;

    private final List<String> plansInUse = new ArrayList<>();

    @BeforeAll
    static void start(@TempDir Path folder) {
        server = StatementRecorder.startServer(TestDatabase.POSTGRESQL, folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static void countRead(RecordedService service, String path) {
        countRead(service, service.client(), path, path);
    }

    private static void countRead(RecordedService service, ServiceClient client, String what, String path) {
        service.count(
                what,
                EXCEPTIONS.getOrDefault(what, MOST_OF_A_READ),
                () -> client.withoutContractCheck().get(path).status());
    }

    @Test
    void readingTakesFewStatements() {
        RecordedService service = RecordedService.create(server);
        readPaths(service).forEach(path -> countRead(service, path));
        assertThat(service.counts()).hasSizeGreaterThan(60);
        assertThat(service.exceeded()).isEmpty();
    }

    @Test
    void ownTimetableTakesFewStatementsWithSeveralPlans() {
        RecordedService service = RecordedService.create(server);
        var places = new ArrayList<>(List.of(service.place()));
        putInUse(service, service.place());
        countOwnTimetable(service, "with one plan");
        for (int seed = 2; seed <= 5; seed++) {
            String place = TestPlans.createCampPlan(
                    service.creator(), service.person().school().path());
            SolvedPlans.giveTimetable(service.server(), place, 20, seed);
            putInUse(service, place);
            places.add(place);
        }
        StatementRecorder.awaitSilence();
        countOwnTimetable(service, "with five plans");
        places.forEach(place -> replaceProblem(service, place));
        StatementRecorder.awaitSilence();
        countOwnTimetable(service, "with five plans whose problems were replaced");
        assertThat(service.counts())
                .containsEntry("own timetable with five plans", service.counts().get("own timetable with one plan"))
                .containsEntry(
                        "page of the own timetable with five plans",
                        service.counts().get("page of the own timetable with one plan"));
        assertThat(service.counts()).hasSize(6);
        assertThat(service.exceeded()).isEmpty();
    }

    private static void countOwnTimetable(RecordedService service, String plans) {
        countRead(service, service.client(), "own timetable " + plans, "/api/v1/me/timetable");
        countRead(service, service.client(), "page of the own timetable " + plans, "/me/timetable");
    }

    private void putInUse(RecordedService service, String place) {
        plansInUse.add(place);
        setInUse(service.creator(), place, true);
    }

    private static void setInUse(ServiceClient client, String place, boolean inUse) {
        Answer used =
                client.withHeader("If-Match", client.get(place).tag()).put(place + "/in-use", Map.of("inUse", inUse));
        assertThat(used.status()).as(used.body()).isEqualTo(200);
    }

    /** With plans in use, the other tests would take more statements. */
    @AfterEach
    void takePlansOutOfUse() {
        plansInUse.forEach(place -> setInUse(ServiceClient.administrator(server), place, false));
    }

    /** Replaces the problem of a plan by one that its timetable does not fit. */
    private static void replaceProblem(RecordedService service, String place) {
        Map<String, Object> other = TestServices.exampleProblem("camp-4-weeks-overnight");
        Answer replaced = service.creator()
                .withHeader("If-Match", service.creator().get(place).tag())
                .put(place + "/problem", Map.of("problem", other));
        assertThat(replaced.status()).as(replaced.body()).isEqualTo(200);
    }

    private static List<String> readPaths(RecordedService service) {
        var paths = new ArrayList<String>();
        String plan = TestPlans.planIdOf(service.place()).value();
        LongListsFixture.operations(service.server()).keySet().stream()
                .filter(one -> one.getMethodsCondition().getMethods().toString().equals("[GET]"))
                .flatMap(one -> one.getPatternValues().stream())
                .filter(path -> !path.endsWith("/archive")) // counted with the parts
                .map(path -> path.replace(
                                "{organisation}", service.person().school().id())
                        .replace("{plan}", plan)
                        .replace("{format}", "asc")
                        .replace("{list}", "staff"))
                .filter(path -> !path.contains("{") && !path.contains("actuator"))
                .forEach(paths::add);
        String week = String.valueOf(
                service.client().get(service.place() + "/timetable/weeks").at("/weeks/0"));
        paths.add(service.place() + "/timetable/staff/" + RecordedService.STAFF);
        paths.add(service.place() + "/timetable/weeks/" + week);
        paths.add(service.place() + "/staff/" + RecordedService.STAFF);
        paths.add(service.page() + "/lists/students");
        paths.add(service.page() + "/lists/rooms");
        // They need arguments, and refuse these requests before they read anything; students are counted with the
        // parts.
        paths.removeIf(path -> path.matches(
                ".*(/mine/students|/person|/candidates|/explanation|/why|/room-choices|/targets|/looks|/own/.*)"));
        return paths.stream().distinct().sorted().toList();
    }

    @Test
    void readingPartsTakesFewStatements() {
        RecordedService service = RecordedService.create(server);
        String place = service.place();
        ServiceClient client = service.client();
        String absence = createAbsence(service);
        String now = monday(service);
        String solve = createSolve(service);
        List<?> revisions = (List<?>)
                Objects.requireNonNull(client.get(place + "/revisions").at("/items"));
        StatementRecorder.awaitSilence();
        countRead(service, client, "an intervention", place + "/interventions/camp");
        countRead(service, client, "an absence", absence);
        countRead(service, client, "candidates of an absence", absence + "/candidates?now=" + now);
        countRead(service, client, "a solve", solve);
        countRead(service, client, "changes of a solve", solve + "/changes");
        countRead(service, client, "the timetable of a solve", solve + "/timetable");
        String last = "/api/v1/revisions/" + id(revisions.getFirst());
        countRead(service, client, "a revision", last);
        String session = String.valueOf(client.get(place + "/timetable").at("/meetings/0/sessionId"));
        StatementRecorder.awaitSilence();
        countRead(
                service,
                client,
                "an explanation",
                place + "/explanation?session=" + URLEncoder.encode(session, StandardCharsets.UTF_8));
        countRead(service, client, "the problem of a revision", last + "/problem");
        countRead(service, client, "the timetable of a revision", last + "/timetable");
        countRead(service, client, "a comparison", last + "/comparison/" + id(revisions.getLast()));
        countRead(service, client, "a publication", place + "/publications/1");
        countRead(service, client, "the mails of a publication", place + "/publications/1/notices");
        countRead(service, client, "an account", service.person().path());
        countRead(service, client, "students in the own calendar", place + "/links/mine/students");
        String link = String.valueOf(client.get(place + "/links").at("/items/0/page"));
        String feed = URI.create(link).getPath();
        ServiceClient anybody = ServiceClient.anonymous(service.server());
        countRead(service, anybody, "the page of a link", feed);
        countRead(service, anybody, "a feed", feed + ".ics");
        for (int seed = 2; seed <= 4; seed++) {
            SolvedPlans.giveTimetable(service.server(), place, 20, seed);
        }
        StatementRecorder.awaitSilence();
        countRead(service, client, "the archive", place + "/archive");
        assertThat(service.counts()).hasSize(18);
        assertThat(service.exceeded()).isEmpty();
    }

    @Test
    void pagesTakeFewStatements() {
        RecordedService service = RecordedService.create(server);
        PageCatalogue pages = PageCatalogue.create(service.server());
        ServiceClient planner = pages.planner().browser();
        countStatuses(service.server());
        StatementRecorder.awaitSilence();
        pages.all().stream()
                .filter(page -> !page.isForGuests() && !page.isTrouble())
                .forEach(page -> {
                    planner.get("/api/v1/me");
                    countRead(service, planner, page.name(), page.path());
                });
        assertThat(service.counts()).hasSizeGreaterThan(50);
        assertThat(service.exceeded()).isEmpty();
    }

    /** Counts the status of all revisions, which is done once for each of them, so that pages read what is stored. */
    private static void countStatuses(Server server) {
        var plans = server.bean(PlanStore.class);
        server.bean(PlanStatusReader.class)
                .findAll(
                        server.bean(JdbcClient.class).sql("SELECT id FROM revision").query(String.class).list().stream()
                                .map(id -> plans.revision(new RevisionId(id)))
                                .toList());
    }

    @Test
    void statusOfAPlanInUseTakesAtMostThreeStatementsMore() {
        RecordedService service = RecordedService.create(server);
        String other = TestPlans.createCampPlan(
                service.creator(), service.person().school().path());
        SolvedPlans.giveTimetable(service.server(), other, 20, 2);
        putInUse(service, other);
        putInUse(service, service.place());
        createAbsence(service);
        countStatuses(service.server());
        StatementRecorder.awaitSilence();
        for (String page : List.of("", "/plan", "/fidelity", "/history", "/publish")) {
            service.count(
                    "page" + page,
                    MOST_OF_A_STATUS_IN_USE,
                    () -> service.client()
                            .withoutContractCheck()
                            .get(service.page() + page)
                            .status());
        }
        countRead(service, service.place() + "/status");
        assertThat(service.counts()).hasSize(6);
        assertThat(service.exceeded()).isEmpty();
    }

    @Test
    void savingTakesFewStatements() {
        RecordedService service = RecordedService.create(server);
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
        Meeting meeting = meeting(service);
        countSave(service, "an edit by hand", one -> one.post(place + "/edits", edit(meeting, staff)));
        countSave(service, "undo", one -> one.post(place + "/undo", Map.of()));
        countSave(service, "redo", one -> one.post(place + "/redo", Map.of()));
        Map<String, Object> locks = Map.of("staffId", RecordedService.STAFF, "what", List.of("TIME"));
        countSave(service, "a lock", one -> one.post(place + "/locks", locks));
        countSave(service, "releasing a lock", one -> one.post(place + "/locks/release", locks));
        countSave(service, "a scenario", one -> one.post(place + "/scenarios", Map.of("title", "En anden")));
        countSave(service, "attendance", one -> one.put(delivery(place, meeting), Map.of("held", false)));
        String links = place + "/links/";
        String link = String.valueOf(client.get(place + "/links").at("/items/0/id"));
        countSave(service, "renewing a link", one -> one.post(links + link + "/renew", Map.of()));
        countSave(service, "revoking a link", one -> one.post(links + link + "/revoke", Map.of()));
        countSave(service, "choices about mails", one -> one.put("/api/v1/me/notices", Map.of("wanted", false)));
        countSave(service, "publishing", one -> one.post(place + "/publications", Map.of("confirmOpenSeats", true)));
        countAbsence(service); // last, because a preview goes on after its answer
        assertThat(service.counts()).hasSize(16);
        assertThat(service.exceeded()).isEmpty();
    }

    private static void countAbsence(RecordedService service) {
        Map<String, Object> away = absence(service);
        countSave(service, "an absence", one -> one.post(service.place() + "/absences", away));
        String absence = createAbsence(service);
        Map<String, Object> now = Map.of("steps", 50, "freshSeconds", 0, "now", monday(service));
        countSave(service, "a change around an absence", one -> one.post(absence + "/repair", now));
    }

    @Test
    void savingPagesTakesFewStatements() {
        RecordedService service = RecordedService.create(server);
        PageClient planner = PageClient.signedIn(service.server(), service.person());
        String lists = service.page() + "/lists/";
        countTable(service, planner, "the staff page", lists + "staff", "dansk, engelsk");
        countTable(service, planner, "the page of rooms", lists + "rooms", "Et andet lokale");
        String school = TestPlans.createPlan(
                        service.creator(),
                        service.person().school().path(),
                        TestServices.exampleProblem("school-12-classes"))
                .header("Location");
        String needs = "/plans/" + TestPlans.planIdOf(school).value() + "/lists/needs?of=co-teaching&rows=classes";
        TableFields table = TableFields.of(planner.get(needs).body()).with(0, "c5", "10");
        countForm(service, planner, "needs", needs, table.toFormFields());
        for (String step : List.of("dates", "days", "teams", "subjects", "rules")) {
            String guide = service.page() + "/camp/" + step;
            countForm(
                    service,
                    planner,
                    "the step " + step,
                    guide,
                    PageFields.of(planner.get(guide).body()));
        }
        String intervention = service.page() + "/interventions/camp";
        Map<String, String> form = PageFields.of(planner.get(intervention).body());
        form.put("/title", "En anden camp");
        countForm(service, planner, "the form of an intervention", intervention, form);
        planner.get(service.page() + "/plan");
        String version = service.client().get(service.place()).tag().replace("\"", "");
        Map<String, String> title = Map.of("title", "Sommerlejr", "version", version);
        countForm(service, planner, "the title", service.page() + "/title", title);
        countRole(service, planner);
        assertThat(service.counts()).hasSize(11);
        assertThat(service.exceeded()).isEmpty();
    }

    private static void countRole(RecordedService service, PageClient planner) {
        TestSchool.Person reader = service.person().school().addPerson(Role.READER);
        String page = "/organisations/" + reader.school().id() + "/people/" + reader.id();
        planner.get(page);
        String version = String.valueOf(service.client().get(reader.path()).at("/version"));
        countForm(
                service,
                planner,
                "the role of an account",
                page + "/roles",
                Map.of("version", version, "role", "COORDINATOR"));
    }

    private static void countTable(RecordedService service, PageClient planner, String what, String path, String text) {
        TableFields table = TableFields.of(planner.get(path).body()).with(0, "c1", text);
        countForm(service, planner, what, path, table.toFormFields());
    }

    private static void countForm(
            RecordedService service, PageClient planner, String what, String path, Map<String, String> fields) {
        service.count(what, EXCEPTIONS.getOrDefault(what, MOST_OF_A_SAVE), () -> {
            var answer = planner.submit(path, fields);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
            return answer.statusCode();
        });
    }

    private interface Save {
        Answer by(ServiceClient client);
    }

    private static void countSave(RecordedService service, String what, Save save) {
        ServiceClient client = service.versioned(service.place());
        service.count(what, EXCEPTIONS.getOrDefault(what, MOST_OF_A_SAVE), () -> {
            Answer answer = save.by(client);
            assertThat(answer.status()).as(answer.body()).isLessThan(300);
            return answer.status();
        });
    }

    @SuppressWarnings("unchecked") // an element is an object
    private static Map<String, Object> element(Answer answer, String at) {
        return new HashMap<>((Map<String, Object>) answer.at(at));
    }

    private static String id(Object element) {
        return String.valueOf(((Map<?, ?>) element).get("id"));
    }

    /** A meeting of the person. */
    private static Meeting meeting(RecordedService service) {
        var plans = service.server().bean(PlanStore.class);
        String hash = plans.revision(
                        plans.get(TestPlans.planIdOf(service.place())).head())
                .timetable();
        return service.server().bean(DocumentStore.class).timetable(hash).value().meetings().stream()
                .filter(one -> one.seats().stream()
                        .map(MeetingSeat::staffId)
                        .anyMatch(new StaffId(RecordedService.STAFF)::equals))
                .findFirst()
                .orElseThrow();
    }

    /** The begin of the day of the meeting. */
    private static String monday(RecordedService service) {
        return meeting(service).time().firstDate() + "T00:00";
    }

    private static Map<String, Object> absence(RecordedService service) {
        LocalDate day = meeting(service).time().firstDate();
        return Map.of("staffId", RecordedService.STAFF, "from", day + "T00:00", "until", day.plusDays(1) + "T00:00");
    }

    private static String createAbsence(RecordedService service) {
        return service.creator()
                .post(service.place() + "/absences", absence(service))
                .header("Location");
    }

    private static String createSolve(RecordedService service) {
        Answer asked = service.creator().post(service.place() + "/solves", Map.of("steps", 5));
        String solve = "/api/v1/solves/" + asked.at("/id");
        Polling.until(() -> service.creator().get(solve), Polling::hasEnded);
        // After the end, the worker proves how good the result is, and stores that with its status.
        Polling.until(
                "the task of the solve is gone",
                () -> service.server()
                                .bean(JdbcClient.class)
                                .sql("SELECT COUNT(*) FROM scheduled_tasks WHERE task_name = 'solve'")
                                .query(Integer.class)
                                .single()
                        == 0);
        return solve;
    }

    private static String delivery(String place, Meeting meeting) {
        return place + "/deliveries?session="
                + URLEncoder.encode(meeting.sessionId().value(), StandardCharsets.UTF_8) + "&date="
                + meeting.time().firstDate();
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

package dk.grundskema.api.service.plan.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.DatabaseSource;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.TestClock;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.plan.DocumentRepository;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.Revision;
import dk.grundskema.api.service.plan.RevisionId;
import dk.grundskema.api.service.plan.StoredDocument;
import dk.grundskema.api.service.plan.UnusedDocumentCollector;
import dk.grundskema.api.service.testing.SolvedPlans;
import dk.grundskema.api.service.testing.TestPlans;
import dk.grundskema.api.service.testing.TestServices;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Availability;
import dk.grundskema.domain.timetable.Meeting;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

final class CommitmentResolverTest {
    /** Services of this test alone: plans in use anywhere in the organisation that all tests share would bind the same staff. */
    private static final Map<TestDatabase, Server> SERVICES = new EnumMap<>(TestDatabase.class);

    @TempDir
    static Path folder;

    private static StoredDocument.StoredProblem busy(Server server, String place) {
        var plan = server.bean(PlanStore.class).get(TestPlans.planIdOf(place));
        var problem = server.bean(DocumentStore.class)
                .problem(server.bean(PlanStore.class).revision(plan.head()).problem());
        return server.bean(CommitmentResolver.class).withCommitments(plan, problem);
    }

    private static StoredDocument.StoredProblem asked(Server server, String place) {
        var plans = server.bean(PlanStore.class);
        var plan = plans.get(TestPlans.planIdOf(place));
        return server.bean(DocumentStore.class)
                .problem(plans.revision(plan.head()).problem());
    }

    private static Server serviceOn(TestDatabase database) {
        return SERVICES.computeIfAbsent(database, fresh -> TestServices.start(fresh, folder.resolve(fresh.toString())));
    }

    @AfterAll
    static void close() {
        SERVICES.values().forEach(Server::close);
        SERVICES.clear();
    }

    @ParameterizedTest
    @DatabaseSource
    void aPlanInUseBindsItsPeopleInOthersWithoutAWordOfWhy(TestDatabase database) {
        Server server = serviceOn(database);
        ServiceClient client = ServiceClient.administrator(server);
        String one = SolvedPlans.createSolvedPlan(client, server, "camp-3-weeks", 20);
        String other = SolvedPlans.createSolvedPlan(client, server, "camp-3-weeks", 20);
        String scenario =
                client.post(one + "/scenarios", Map.of("title", "Variant")).header("Location");
        try {
            client.withHeader("If-Match", client.get(one).tag()).put(one + "/in-use", Map.of("inUse", true));
            assertThat(busy(server, one)).isEqualTo(asked(server, one));
            assertThat(busy(server, scenario)).isEqualTo(asked(server, scenario));
            StoredDocument.StoredProblem bound = busy(server, other);
            assertThat(bound.hash()).isNotEqualTo(asked(server, other).hash());
            var seat = server
                    .bean(DocumentStore.class)
                    .timetable(Objects.requireNonNull(server.bean(PlanStore.class)
                            .revision(new RevisionId((String) client.get(one).at("/revision/id")))
                            .timetable()))
                    .value()
                    .meetings()
                    .stream()
                    .filter(meeting -> meeting.seats().stream().anyMatch(held -> held.staffId() != null))
                    .findFirst()
                    .orElseThrow();
            StaffId who = seat.seats().stream()
                    .flatMap(held -> Stream.ofNullable(held.staffId()))
                    .findFirst()
                    .orElseThrow();
            StaffMember person = bound.value().staffMember(who).orElseThrow();
            var interval = seat.time()
                    .interval(seat.weeks().first(), bound.value().horizon().zone());
            assertThat(person.availability().elsewhereIntervals(bound.value().horizon()))
                    .anyMatch(gone -> gone.overlapMinutes(interval) == interval.minutes());
            assertThat(server.bean(DocumentStore.class).text(bound.hash())).doesNotContain("in-use");
        } finally {
            client.withHeader("If-Match", client.get(one).tag()).put(one + "/in-use", Map.of("inUse", false));
        }
        assertThat(busy(server, other)).isEqualTo(asked(server, other));
    }

    private static Map<String, Object> camp() {
        return TestPlans.withEmails(TestServices.exampleProblem("camp-3-weeks"));
    }

    /** The camp of another organisation, with unique names. */
    @SuppressWarnings("unchecked") // a problem's students and interventions are objects
    private static Map<String, Object> secretive() {
        var problem = new HashMap<>(camp());
        problem.put("title", "Hemmelig lejr");
        for (String list : List.of("students", "interventions")) {
            problem.put(
                    list,
                    ((List<Map<String, Object>>) problem.get(list))
                            .stream()
                                    .map(each -> {
                                        var one = new HashMap<>(each);
                                        one.put(
                                                list.equals("students") ? "name" : "title",
                                                "Hemmeligt " + each.get("id"));
                                        return one;
                                    })
                                    .toList());
        }
        return problem;
    }

    private static String plan(Server server, String organisation, Map<String, Object> problem) {
        String place = TestPlans.createPlan(ServiceClient.administrator(server), organisation, problem)
                .header("Location");
        SolvedPlans.giveTimetable(server, place, 20, 1);
        return place;
    }

    private static Meeting any(Server server, String place, Predicate<Meeting> which) {
        var plans = server.bean(PlanStore.class);
        Revision head = plans.revision(plans.get(TestPlans.planIdOf(place)).head());
        return server
                .bean(DocumentStore.class)
                .timetable(Objects.requireNonNull(head.timetable()))
                .value()
                .meetings()
                .stream()
                .filter(which)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isBusy(Problem problem, Availability availability, Meeting meeting) {
        var interval = meeting.time()
                .interval(meeting.weeks().first(), problem.horizon().zone());
        return availability.unavailableIntervals(problem.horizon()).stream()
                .anyMatch(gone -> gone.overlapMinutes(interval) == interval.minutes());
    }

    private static Availability staff(Problem problem, StaffId who) {
        return problem.staffMember(who).orElseThrow().availability();
    }

    private static void use(ServiceClient client, String plan, boolean isUsed) {
        ServiceClient.Answer answer =
                client.withHeader("If-Match", client.get(plan).tag()).put(plan + "/in-use", Map.of("inUse", isUsed));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private static boolean hasSomebody(Meeting meeting) {
        return meeting.seats().stream().anyMatch(held -> held.staffId() != null);
    }

    private static StaffId somebody(Meeting meeting) {
        return meeting.seats().stream()
                .flatMap(held -> Stream.ofNullable(held.staffId()))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @DatabaseSource
    void roomsAndStudentsAreBoundInTheOwnHouseAndStaffInTheWholeMunicipality(TestDatabase database) {
        Server server = serviceOn(database);
        ServiceClient client = ServiceClient.administrator(server);
        TestSchool school = TestSchool.create(server);
        TestSchool sister = TestSchool.create(server);
        String one = plan(server, school.path(), secretive());
        String beside = plan(server, school.path(), camp());
        String elsewhere = plan(server, sister.path(), camp());
        String above = plan(server, "/api/v1/organisations/home", camp());
        String stranger = plan(server, sister.path(), TestServices.exampleProblem("camp-3-weeks"));
        use(client, one, true);
        Meeting held = any(server, one, meeting -> hasSomebody(meeting) && meeting.roomId() != null);
        for (String other : List.of(beside, elsewhere, above)) {
            StoredDocument.StoredProblem bound = busy(server, other);
            assertThat(isBusy(bound.value(), staff(bound.value(), somebody(held)), held))
                    .isTrue();
            assertThat(server.bean(DocumentStore.class).text(bound.hash()))
                    .as("not a word of what for")
                    .doesNotContain("Hemmelig");
            var room = bound.value().rooms().stream()
                    .filter(each -> each.id().equals(held.roomId()))
                    .findFirst()
                    .orElseThrow();
            assertThat(isBusy(bound.value(), room.availability(), held))
                    .as("another site has other rooms, regardless of their names")
                    .isEqualTo(other.equals(beside));
            assertThat(bound.value().students().stream()
                            .anyMatch(each -> isBusy(bound.value(), each.availability(), held)))
                    .as("and other students")
                    .isEqualTo(other.equals(beside));
        }
        assertThat(busy(server, stranger))
                .as("the same ids at another school, without mail addresses")
                .isEqualTo(asked(server, stranger));
        client.withHeader("If-Match", client.get(one).tag()).delete(one);
        for (String other : List.of(beside, elsewhere, above)) {
            assertThat(busy(server, other))
                    .as("a plan that was taken away binds nobody")
                    .isEqualTo(asked(server, other));
        }
        client.send("POST", one + "/restore", "");
        assertThat(busy(server, beside)).as("until it is used again").isEqualTo(asked(server, beside));
    }

    @ParameterizedTest
    @DatabaseSource
    void changeToAPlanInUseBindsOtherPlansAtOnce(TestDatabase database) {
        Server server = serviceOn(database);
        ServiceClient client = ServiceClient.administrator(server);
        TestSchool school = TestSchool.create(server);
        String one = plan(server, school.path(), secretive());
        String other = plan(server, TestSchool.create(server).path(), camp());
        use(client, one, true);
        Meeting meeting = any(server, one, CommitmentResolverTest::hasSomebody);
        StaffId who = somebody(meeting);
        int position =
                meeting.seats().stream().map(seat -> seat.staffId()).toList().indexOf(who);
        Problem before = busy(server, other).value();
        assertThat(isBusy(before, staff(before, who), meeting)).isTrue();
        StaffId instead = before.staff().stream()
                .map(person -> person.id())
                .filter(person -> !isBusy(before, staff(before, person), meeting))
                .findFirst()
                .orElseThrow();
        ServiceClient.Answer edited = client.withHeader(
                        "If-Match", client.get(one).tag())
                .post(
                        one + "/edits",
                        Map.of(
                                "changes",
                                List.of(Map.of(
                                        "what",
                                        "SEAT",
                                        "sessionId",
                                        meeting.sessionId().value(),
                                        "position",
                                        position,
                                        "staffId",
                                        instead.value()))));
        assertThat(edited.status()).as(edited.body()).isEqualTo(200);
        Problem after = busy(server, other).value();
        assertThat(isBusy(after, staff(after, instead), meeting)).isTrue();
        ServiceClient.Answer undone =
                client.withHeader("If-Match", edited.tag()).post(one + "/undo", Map.of());
        assertThat(undone.status()).isEqualTo(200);
        Problem again = busy(server, other).value();
        assertThat(isBusy(again, staff(again, instead), meeting)).isFalse();
        use(client, one, false);
    }

    @ParameterizedTest
    @DatabaseSource
    void unreferencedBoundProblemStaysForTheGracePeriod(TestDatabase database) {
        Server server = serviceOn(database);
        ServiceClient client = ServiceClient.administrator(server);
        TestSchool school = TestSchool.create(server);
        String one = plan(server, school.path(), secretive());
        String other = plan(server, school.path(), TestServices.exampleProblem("camp-3-weeks"));
        use(client, one, true);
        var documents = server.bean(DocumentStore.class);
        for (String when : List.of("freshly made", "made before")) {
            StoredDocument.StoredProblem bound = busy(server, other);
            documents.releaseIfUnused(bound.hash()); // a plan with the same problem goes just now
            server.bean(UnusedDocumentCollector.class)
                    .deleteReleased(TestClock.now().plus(DocumentRepository.GRACE_PERIOD.dividedBy(3)));
            assertThat(documents.exists(bound.hash())).as(when).isTrue();
        }
        StoredDocument.StoredProblem bound = busy(server, other);
        server.bean(UnusedDocumentCollector.class)
                .deleteReleased(TestClock.now().plus(DocumentRepository.GRACE_PERIOD.multipliedBy(2)));
        assertThat(documents.exists(bound.hash())).as("nobody referred to it").isFalse();
        assertThat(busy(server, other)).isEqualTo(bound);
        assertThat(documents.exists(bound.hash())).as("made once more").isTrue();
        use(client, one, false);
    }
}

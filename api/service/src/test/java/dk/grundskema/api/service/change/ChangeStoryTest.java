package dk.grundskema.api.service.change;

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
import dk.grundskema.api.service.testing.PlannedCampFixture;
import dk.grundskema.api.service.testing.SolvedPlans;
import dk.grundskema.api.service.testing.TestPlans;
import dk.grundskema.api.service.testing.TestServices;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Timetable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Changes of plans in use at a moment, over REST. */
final class ChangeStoryTest {
    private static final LocalDate END_OF_WEEK_47 = LocalDate.of(2026, 11, 23);

    /** A change of a few steps without comparison. */
    private static Map<String, Object> body(String now, List<Map<String, ?>> changes) {
        return new HashMap<>(Map.of("now", now, "steps", 300, "freshSeconds", 0, "changes", changes));
    }

    private static Map<String, Object> away(StaffId who, LocalDate day) {
        return Map.of(
                "kind",
                "STAFF_AWAY",
                "staffId",
                who.value(),
                "from",
                day + "T00:00",
                "until",
                day.plusDays(1) + "T00:00");
    }

    /** Asks for a preview and waits for it. */
    private static Answer preview(ServiceClient client, String plan, Map<String, Object> body) {
        Answer asked = client.post(plan + "/changes", body);
        assertThat(asked.status()).as(asked.body()).isEqualTo(202);
        Answer done = Polling.until(() -> client.get(asked.header("Location")), Polling::hasEnded);
        assertThat(done.at("/state")).as(done.body()).isEqualTo("DONE");
        return done;
    }

    private static Answer keep(ServiceClient client, String plan, Answer preview, String which) {
        return client.withHeader("If-Match", client.get(plan).tag())
                .post(plan + "/changes/" + preview.at("/id") + "/keep", Map.of("which", which));
    }

    private static Timetable timetable(Server server, String plan) {
        var plans = server.bean(PlanStore.class);
        String hash = plans.revision(plans.get(TestPlans.planIdOf(plan)).head()).timetable();
        return server.bean(DocumentStore.class)
                .timetable(Objects.requireNonNull(hash))
                .value();
    }

    private static Problem problem(Server server, String plan) {
        var plans = server.bean(PlanStore.class);
        return server.bean(DocumentStore.class)
                .problem(plans.revision(plans.get(TestPlans.planIdOf(plan)).head())
                        .problem())
                .value();
    }

    /** Returns what was held before a moment: meetings with their people and rooms, date by date. */
    private static List<String> heldBefore(Timetable timetable, LocalDateTime now) {
        return timetable.meetings().stream()
                .flatMap(meeting -> meeting.time().dates().stream()
                        .filter(date -> date.atTime(meeting.start()).isBefore(now))
                        .map(date -> date + " " + meeting.start() + "-" + meeting.end() + " " + meeting.title() + " "
                                + Objects.requireNonNullElse(meeting.originId(), meeting.sessionId()) + " "
                                + meeting.seats().stream()
                                        .map(MeetingSeat::staffId)
                                        .toList()
                                + " " + meeting.roomId()))
                .sorted()
                .toList();
    }

    private static boolean isThere(Timetable timetable, StaffId who, LocalDate day) {
        return timetable.meetings().stream()
                .filter(one -> one.time().dates().contains(day))
                .flatMap(one -> one.seats().stream())
                .anyMatch(seat -> who.equals(seat.staffId()));
    }

    private static StaffId person(Meeting meeting) {
        return meeting.seats().stream()
                .map(MeetingSeat::staffId)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    /** A module in the middle of the camp. */
    private static Meeting lateModule(PlannedCampFixture camp) {
        return camp.currentTimetable().meetings().stream()
                .filter(one ->
                        one.kind().equals("module") && one.seats().stream().anyMatch(s -> s.staffId() != null))
                .filter(one -> one.time()
                        .firstDate()
                        .isAfter(camp.plannedProblem().horizon().firstDay().plusDays(8)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void sickDayIsPreviewedKeptAsOneStepAndUndone() {
        PlannedCampFixture camp = PlannedCampFixture.start(TestDatabase.H2);
        Meeting meeting = lateModule(camp);
        StaffId who = person(meeting);
        LocalDate day = meeting.time().firstDate();
        Timetable before = camp.currentTimetable();

        Answer preview = preview(camp.client(), camp.path(), body(day + "T00:00", List.of(away(who, day))));

        assertThat(camp.currentTimetable()).as("a preview changes nothing").isEqualTo(before);
        assertThat((Integer) preview.at("/least/dates")).isPositive();
        assertThat(preview.at("/least/sections").toString())
                .contains("MEETINGS", "DAYS_ABSENT", "COST", " instead of ");
        assertThat(preview.at("/outdated")).isEqualTo(false);
        Answer kept = keep(camp.client(), camp.path(), preview, "LEAST");
        assertThat(kept.status()).as(kept.body()).isEqualTo(200);
        assertThat(kept.body())
                .contains(
                        "revision.changed-from",
                        "The plan was changed from "
                                + day.format(DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH)));
        assertThat(isThere(camp.currentTimetable(), who, day)).isFalse();
        LocalDateTime now = day.atStartOfDay();
        assertThat(heldBefore(camp.currentTimetable(), now))
                .isEqualTo(heldBefore(before, now))
                .isNotEmpty();
        assertThat(camp.client()
                        .get(camp.path() + "/changes/" + preview.at("/id"))
                        .status())
                .isEqualTo(404);
        assertThat(camp.client().get(camp.path() + "/status").status()).isEqualTo(200);
        camp.versionedClient().post(camp.path() + "/undo", Map.of());
        assertThat(camp.currentProblem()).isEqualTo(camp.plannedProblem());
        assertThat(camp.currentTimetable()).isEqualTo(before);
    }

    @Test
    void nobodyWhoIsRecordedAsAbsentTakesOver() {
        PlannedCampFixture camp = PlannedCampFixture.start(TestDatabase.H2);
        Meeting meeting = lateModule(camp);
        StaffId who = person(meeting);
        LocalDate day = meeting.time().firstDate();
        Timetable before = camp.currentTimetable();
        Map<String, Object> change = body(day + "T00:00", List.of(away(who, day)));
        keep(camp.client(), camp.path(), preview(camp.client(), camp.path(), change), "LEAST");
        StaffId standIn = camp.currentTimetable().meetings().stream()
                .filter(one -> one.time().dates().contains(day))
                .flatMap(one -> one.seats().stream())
                .map(MeetingSeat::staffId)
                .filter(Objects::nonNull)
                .filter(one -> !heldOn(before, one, day).containsAll(heldOn(camp.currentTimetable(), one, day)))
                .findFirst()
                .orElseThrow();
        camp.versionedClient().post(camp.path() + "/undo", Map.of());
        assertThat(camp.currentTimetable()).isEqualTo(before);
        Answer early = preview(camp.client(), camp.path(), change);
        Answer entered = camp.client()
                .post(
                        camp.path() + "/absences",
                        Map.of(
                                "staffId", standIn.value(),
                                "from", day + "T00:00",
                                "until", day.plusDays(1) + "T00:00"));
        assertThat(entered.status()).as(entered.body()).isEqualTo(201);
        Answer refused = keep(camp.client(), camp.path(), early, "LEAST");
        assertThat(refused.status()).as(refused.body()).isEqualTo(409);
        assertThat(refused.at("/code")).isEqualTo("plan-change.absent-since");
        assertThat(camp.currentTimetable()).isEqualTo(before);
        Answer kept = keep(camp.client(), camp.path(), preview(camp.client(), camp.path(), change), "LEAST");
        assertThat(kept.status()).as(kept.body()).isEqualTo(200);
        assertThat(isThere(camp.currentTimetable(), who, day)).isFalse();
        assertThat(heldOn(before, standIn, day)).containsAll(heldOn(camp.currentTimetable(), standIn, day));
    }

    private static List<String> heldOn(Timetable timetable, StaffId who, LocalDate day) {
        return timetable.meetings().stream()
                .filter(one -> one.time().dates().contains(day))
                .filter(one -> one.seats().stream().anyMatch(seat -> who.equals(seat.staffId())))
                .map(one -> one.sessionId().value())
                .toList();
    }

    @Test
    void moduleThatWasNotHeldIsCountedAsCancelledAlsoIfThatIsEnteredAfterThePreview() {
        PlannedCampFixture camp = PlannedCampFixture.start(TestDatabase.H2);
        Meeting meeting = lateModule(camp);
        LocalDate day = meeting.time().firstDate();
        Meeting past = camp.currentTimetable().meetings().stream()
                .filter(one -> one.kind().equals("module")
                        && one.groupIds().equals(meeting.groupIds())
                        && one.time().firstDate().isBefore(day))
                .findFirst()
                .orElseThrow();

        Answer preview = preview(camp.client(), camp.path(), body(day + "T00:00", List.of(away(person(meeting), day))));
        assertThat(preview.at("/least/sections").toString())
                .contains("SUPPORT", " held")
                .doesNotContain("1 cancelled");

        Answer entered = camp.client()
                .put(
                        camp.path() + "/deliveries?session=" + past.sessionId() + "&date="
                                + past.time().firstDate(),
                        Map.of("held", false));
        assertThat(entered.status()).as(entered.body()).isEqualTo(200);
        assertThat(camp.client()
                        .get(camp.path() + "/changes/" + preview.at("/id"))
                        .at("/least/sections")
                        .toString())
                .contains(", 1 cancelled, ");
    }

    @Test
    @Tag("http")
    void everyKindOfChangeIsPreviewedAtOnceAndThePastStays() {
        PlannedCampFixture camp = PlannedCampFixture.start(TestDatabase.H2);
        Meeting meeting = lateModule(camp);
        LocalDate day = meeting.time().firstDate();
        LocalDateTime now = day.atTime(meeting.start());
        Timetable before = camp.currentTimetable();
        String room = before.meetings().stream()
                .filter(one -> one.roomId() != null
                        && one.time().firstDate().isAfter(day)
                        && one.kind().equals("module"))
                .map(one -> Objects.requireNonNull(one.roomId()).value())
                .findFirst()
                .orElseThrow();
        List<Map<String, ?>> changes = List.of(
                away(person(meeting), day.plusDays(1)),
                Map.of("kind", "ROOM_GONE", "roomId", room, "until", day.plusDays(2) + "T00:00"),
                Map.of("kind", "DAY_CLOSED", "day", day.plusDays(2).toString()),
                Map.of("kind", "STAFF_HOURS", "staffId", person(meeting).value(), "hours", 20));

        Answer preview = preview(camp.client(), camp.path(), body(now.toString(), changes));
        Answer kept = keep(camp.client(), camp.path(), preview, "LEAST");

        assertThat(kept.status()).as(kept.body()).isEqualTo(200);
        assertThat(kept.body()).contains("4 changes");
        assertThat(heldBefore(camp.currentTimetable(), now)).isEqualTo(heldBefore(before, now));
        assertThat(camp.currentProblem().horizon().closedDays()).contains(day.plusDays(2));
        assertThat(camp.currentProblem()
                        .staffMember(person(meeting))
                        .orElseThrow()
                        .contractHours())
                .isEqualTo(20);
        Map<String, Object> opened =
                Map.of("kind", "DAY_OPENED", "day", day.plusDays(2).toString());
        Answer again = preview(camp.client(), camp.path(), body(now.toString(), List.of(opened)));
        assertThat(keep(camp.client(), camp.path(), again, "LEAST").status()).isEqualTo(200);
        assertThat(camp.currentProblem().horizon().closedDays()).doesNotContain(day.plusDays(2));
        assertThat(heldBefore(camp.currentTimetable(), now)).isEqualTo(heldBefore(before, now));
    }

    @Test
    @Tag("http")
    void studentChangesClassAndLeavesByWholeWeeks() {
        Server server = TestServices.on(TestDatabase.H2);
        ServiceClient client = ServiceClient.administrator(server);
        TestSchool school = TestSchool.create(server);
        Map<String, Object> withStudents = TestServices.exampleProblem("guide-all-five");
        List<?> interventions = (List<?>) Objects.requireNonNull(withStudents.get("interventions"));
        withStudents.put("interventions", interventions.subList(0, 1));
        String plan = SolvedPlans.createSolvedPlan(client, server, school.path(), withStudents, 20);
        Problem problem = problem(server, plan);
        List<Group> classes = problem.groups().stream()
                .filter(one -> one.kind() == Group.Kind.CLASS)
                .toList();
        IsoWeek week = problem.horizon().allWeeks().get(2);
        String monday = week.date(DayOfWeek.MONDAY).toString();
        String moving = classes.getFirst().members().getFirst().studentId().value();
        String leaving = classes.getFirst().members().get(1).studentId().value();
        LocalDateTime now = week.date(DayOfWeek.MONDAY).minusDays(2).atStartOfDay();
        Timetable before = timetable(server, plan);

        Answer preview = preview(
                client,
                plan,
                body(
                        now.toString(),
                        List.of(
                                Map.of(
                                        "kind",
                                        "STUDENT_MOVES",
                                        "studentId",
                                        moving,
                                        "groupId",
                                        classes.getLast().id().value(),
                                        "day",
                                        monday),
                                Map.of("kind", "STUDENT_LEAVES", "studentId", leaving, "day", monday))));
        Answer kept = keep(client, plan, preview, "LEAST");

        assertThat(kept.status()).as(kept.body()).isEqualTo(200);
        Problem changed = problem(server, plan);
        assertThat(changed.group(classes.getLast().id()).orElseThrow().members())
                .anyMatch(one -> one.studentId().value().equals(moving)
                        && one.weeks().first().equals(week));
        assertThat(changed.groups().stream().flatMap(one -> one.members().stream()))
                .filteredOn(one -> one.studentId().value().equals(leaving))
                .allSatisfy(one -> assertThat(one.weeks()).isNotEmpty().allMatch(held -> held.compareTo(week) < 0));
        assertThat(heldBefore(timetable(server, plan), now)).isEqualTo(heldBefore(before, now));
    }

    @Test
    @Tag("http")
    void weeklySeriesIsSplitAndPlanStaysUsable() {
        Server server = TestServices.on(TestDatabase.H2);
        ServiceClient client = ServiceClient.administrator(server);
        TestSchool school = TestSchool.create(server);
        String plan = SolvedPlans.createSolvedPlan(
                client, server, school.path(), TestServices.exampleProblem("school-12-classes"), 300);
        Timetable before = timetable(server, plan);
        Meeting series = before.meetings().stream()
                .filter(one -> one.weeks().size() > 4 && one.seats().stream().anyMatch(seat -> seat.staffId() != null))
                .findFirst()
                .orElseThrow();
        LocalDate day = series.time().dates().get(3);
        StaffId who = Objects.requireNonNull(series.seats().getLast().staffId());
        LocalDateTime now = day.minusDays(1).atTime(7, 0);

        Answer preview = preview(client, plan, body(now.toString(), List.of(away(who, day))));
        Answer kept = keep(client, plan, preview, "LEAST");

        assertThat(kept.status()).as(kept.body()).isEqualTo(200);
        assertThat(heldBefore(timetable(server, plan), now)).isEqualTo(heldBefore(before, now));
        assertThat(timetable(server, plan).meetings()).anyMatch(one -> one.originId() != null);
        for (String path : List.of("/status", "/timetable", "/timetable/weeks", "/fidelity", "/ledger")) {
            assertThat(client.get(plan + path).status()).as(path).isEqualTo(200);
        }
        Answer trial = client.post(
                plan + "/what-if",
                Map.of(
                        "changes",
                        List.of(Map.of(
                                "what", "SEAT", "sessionId", series.sessionId().value(), "position", 1))));
        assertThat(trial.status()).as(trial.body()).isEqualTo(200);
    }

    @Test
    @Tag("http")
    void schoolMovesALessonDropsASubjectAndGetsANewPersonRoomAndStudent() {
        Server server = TestServices.on(TestDatabase.H2);
        ServiceClient client = ServiceClient.administrator(server);
        TestSchool school = TestSchool.create(server);
        String plan = SolvedPlans.createSolvedPlan(
                client, server, school.path(), TestServices.exampleProblem("school-12-classes"), 300);
        Timetable before = timetable(server, plan);
        Problem problem = problem(server, plan);
        LocalDate monday = LocalDate.of(2026, 9, 21);
        LocalDateTime now = monday.atTime(6, 40);
        Meeting coTaught = before.meetings().stream()
                .filter(one -> one.time().dates().contains(monday) && one.kind().equals("lesson"))
                .filter(one -> one.seats().stream().allMatch(seat -> seat.staffId() != null))
                .findFirst()
                .orElseThrow();
        Lesson lesson = problem.lessons().stream()
                .filter(one -> one.time().weekday() == coTaught.weekday()
                        && one.time().start().equals(coTaught.start())
                        && one.groupIds().equals(coTaught.groupIds()))
                .findFirst()
                .orElseThrow();
        Group group = problem.group(lesson.groupIds().getFirst()).orElseThrow();
        String subject = problem.lessons().stream()
                .filter(one ->
                        one.groupIds().contains(group.id()) && !one.subject().equals(lesson.subject()))
                .map(Lesson::subject)
                .findFirst()
                .orElseThrow();

        Answer preview = preview(
                client,
                plan,
                body(
                        now.toString(),
                        List.of(
                                Map.of(
                                        "kind",
                                        "LESSON_MOVES",
                                        "lessonId",
                                        lesson.id().value(),
                                        "day",
                                        monday.toString(),
                                        "weekday",
                                        "FRIDAY",
                                        "start",
                                        "15:00"),
                                Map.of(
                                        "kind",
                                        "SUBJECT_DROPPED",
                                        "subject",
                                        subject,
                                        "groupId",
                                        group.id().value(),
                                        "day",
                                        monday.plusDays(7).toString()),
                                Map.of(
                                        "kind",
                                        "STAFF_JOINS",
                                        "name",
                                        "Nina Ny",
                                        "hours",
                                        20.5,
                                        "skills",
                                        List.of(subject),
                                        "weekdays",
                                        List.of("MONDAY", "TUESDAY")),
                                Map.of(
                                        "kind",
                                        "ROOM_ADDED",
                                        "name",
                                        "Pavillon",
                                        "capacity",
                                        24,
                                        "roomKind",
                                        "grupperum"),
                                Map.of(
                                        "kind",
                                        "STUDENT_JOINS",
                                        "name",
                                        "Per Holm",
                                        "groupId",
                                        group.id().value(),
                                        "day",
                                        monday.plusDays(7).toString()))));
        Answer kept = keep(client, plan, preview, "LEAST");

        assertThat(kept.status()).as(kept.body()).isEqualTo(200);
        Problem changed = problem(server, plan);
        assertThat(changed.lesson(lesson.id()).orElseThrow().time().dates())
                .isNotEmpty()
                .allMatch(date -> date.isBefore(monday));
        assertThat(changed.lessons())
                .filteredOn(one ->
                        one.title().equals(lesson.title()) && one.time().start().equals(LocalTime.of(15, 0)))
                .singleElement()
                .satisfies(one -> assertThat(one.time().firstDate()).isEqualTo(monday.plusDays(4)));
        assertThat(changed.lessons())
                .filteredOn(
                        one -> one.subject().equals(subject) && one.groupIds().contains(group.id()))
                .allSatisfy(one -> assertThat(one.time().dates()).allMatch(date -> date.isBefore(monday.plusDays(7))));
        assertThat(changed.staffMember(new StaffId("nina-ny")).orElseThrow().skills())
                .containsExactly(subject);
        assertThat(changed.room(new RoomId("pavillon")).orElseThrow().kind()).isEqualTo("small-room");
        assertThat(changed.students().getLast().classGroup()).isEqualTo(group.id());
        assertThat(changed.students().getLast().id().value()).doesNotContain("per");
        assertThat(heldBefore(timetable(server, plan), now)).isEqualTo(heldBefore(before, now));
        Timetable after = timetable(server, plan);
        assertThat(after.meetings())
                .as("the lesson is co-taught at its new time")
                .anyMatch(one ->
                        one.title().equals(coTaught.title()) && one.start().equals(LocalTime.of(15, 0)));
    }

    @Test
    void everythingAgainstAChangeIsSaidAtOnceWithItsPlace() {
        PlannedCampFixture camp = PlannedCampFixture.start(TestDatabase.H2);
        Meeting meeting = lateModule(camp);
        LocalDate day = meeting.time().firstDate();
        LocalDate first = camp.plannedProblem().horizon().firstDay();

        Answer refused = camp.client()
                .post(
                        camp.path() + "/changes",
                        body(
                                day + "T00:00",
                                List.of(
                                        away(person(meeting), first),
                                        Map.of("kind", "STAFF_AWAY", "staffId", "nobody"),
                                        Map.of("kind", "ROOM_GONE", "roomId", "nowhere"),
                                        Map.of("kind", "DAY_CLOSED"),
                                        Map.of("kind", "DAY_OPENED", "day", day.toString(), "hours", 3),
                                        Map.of("kind", "STUDENT_LEAVES", "studentId", "noone", "day", day.toString()),
                                        Map.of("kind", "DAY_CLOSED", "day", first.toString()),
                                        Map.of("kind", "STAFF_JOINS", "name", " ", "hours", 90),
                                        Map.of("kind", "STAFF_JOINS", "name", "Ny", "hours", 90, "start", "08:00"),
                                        Map.of(
                                                "kind",
                                                "ROOM_ADDED",
                                                "name",
                                                "Ny",
                                                "capacity",
                                                9,
                                                "siteId",
                                                "nowhere",
                                                "day",
                                                day.toString()),
                                        Map.of(
                                                "kind",
                                                "STUDENT_JOINS",
                                                "name",
                                                "Ny",
                                                "groupId",
                                                "nowhere",
                                                "day",
                                                day.toString()),
                                        Map.of(
                                                "kind",
                                                "LESSON_MOVES",
                                                "lessonId",
                                                "nothing",
                                                "day",
                                                day.toString(),
                                                "weekday",
                                                "MONDAY",
                                                "start",
                                                "08:00"),
                                        Map.of("kind", "SUBJECT_DROPPED", "subject", "latin", "day", day.toString()))));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains(
                        "The past is a fact",
                        "/changes/0\"",
                        "/changes/1/staffId",
                        "/changes/2/roomId",
                        "/changes/3/day",
                        "/changes/4/hours",
                        "/changes/5/studentId",
                        "/changes/6\"",
                        "/changes/7/name",
                        "/changes/7/hours",
                        "/changes/8/start",
                        "/changes/9/siteId",
                        "/changes/10/groupId",
                        "/changes/11/lessonId",
                        "/changes/12/subject");
        Map<String, Object> outside = body(first.minusDays(1) + "T12:00", List.of(away(person(meeting), day)));
        assertThat(camp.client().post(camp.path() + "/changes", outside).body()).contains("/now", "is not within");
        Answer nothing = camp.client().post(camp.path() + "/changes", body(day + "T00:00", List.of()));
        assertThat(nothing.body()).contains("plan-change.no-changes");
    }

    @Test
    void changeOfSomebodyWhoHasLeftIsRefusedAtTheirField() {
        PlannedCampFixture camp = PlannedCampFixture.start(TestDatabase.H2);
        Meeting meeting = lateModule(camp);
        LocalDate day = meeting.time().firstDate();
        StaffId who = person(meeting);
        Map<String, Object> leaves = Map.of("kind", "STAFF_AWAY", "staffId", who.value(), "from", day + "T00:00");

        Answer refused =
                camp.client().post(camp.path() + "/changes", body(day + "T00:00", List.of(leaves, away(who, day))));

        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.at("/findings/0/code")).isEqualTo("change.staff-has-left");
        assertThat(refused.at("/findings/0/pointer")).isEqualTo("/changes/1/staffId");
    }

    @Test
    void changeAgainstALockNamesBoth() {
        PlannedCampFixture camp = PlannedCampFixture.start(TestDatabase.H2);
        Meeting meeting = lateModule(camp);
        LocalDate day = meeting.time().firstDate();
        int position = meeting.seats()
                .indexOf(meeting.seats().stream()
                        .filter(seat -> seat.staffId() != null)
                        .findFirst()
                        .orElseThrow());
        camp.edit(Map.of(
                "what",
                "SEAT",
                "sessionId",
                meeting.sessionId().value(),
                "position",
                position,
                "staffId",
                person(meeting).value()));

        Answer refused =
                camp.client().post(camp.path() + "/changes", body(day + "T00:00", List.of(away(person(meeting), day))));

        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.body()).contains("change.contradicts-seat-lock", meeting.title(), "/changes");
    }

    @Test
    void changeMadeMeanwhileIsNotOverwritten() {
        PlannedCampFixture camp = PlannedCampFixture.start(TestDatabase.H2);
        Meeting meeting = lateModule(camp);
        LocalDate day = meeting.time().firstDate();
        Answer preview = preview(camp.client(), camp.path(), body(day + "T00:00", List.of(away(person(meeting), day))));
        ServiceClient early = camp.versionedClient();
        camp.versionedClient().put(camp.path() + "/title", Map.of("title", "Efterårslejr"));
        String keep = camp.path() + "/changes/" + preview.at("/id") + "/keep";
        Timetable before = camp.currentTimetable();

        assertThat(early.post(keep, Map.of()).status()).isEqualTo(412);
        Answer late = camp.versionedClient().post(keep, Map.of());

        assertThat(late.status())
                .as("the preview starts from an earlier version")
                .isEqualTo(412);
        assertThat(camp.client().post(keep, Map.of()).status()).isEqualTo(428);
        assertThat(camp.currentTimetable()).isEqualTo(before);
        assertThat(camp.client()
                        .get(camp.path() + "/changes/" + preview.at("/id"))
                        .at("/outdated"))
                .isEqualTo(true);
        assertThat(camp.client()
                        .delete(camp.path() + "/changes/" + preview.at("/id"))
                        .status())
                .isEqualTo(204);
        assertThat(camp.versionedClient().post(keep, Map.of()).status()).isEqualTo(404);
    }

    @Test
    void planMadeAfreshIsComparedAndCanBeKept() {
        PlannedCampFixture camp = PlannedCampFixture.start(TestDatabase.H2);
        Meeting meeting = lateModule(camp);
        LocalDate day = meeting.time().firstDate();
        Timetable before = camp.currentTimetable();
        Map<String, Object> asked = body(day + "T00:00", List.of(away(person(meeting), day)));
        asked.put("freshSeconds", 1);

        Answer preview = preview(camp.client(), camp.path(), asked);

        assertThat((List<?>) preview.at("/fresh/lines")).hasSize(4);
        assertThat((Integer) preview.at("/fresh/personDays")).isPositive();
        Answer kept = keep(camp.client(), camp.path(), preview, "FRESH");
        assertThat(kept.status()).as(kept.body()).isEqualTo(200);
        LocalDateTime now = day.atStartOfDay();
        assertThat(heldBefore(camp.currentTimetable(), now)).isEqualTo(heldBefore(before, now));
    }

    @Test
    void previewOfAnEndedProcessIsSaidToHaveEnded() {
        PlannedCampFixture camp = PlannedCampFixture.start(TestDatabase.H2);
        Meeting meeting = lateModule(camp);
        LocalDate day = meeting.time().firstDate();
        Answer preview = preview(camp.client(), camp.path(), body(day + "T00:00", List.of(away(person(meeting), day))));
        camp.server()
                .bean(JdbcClient.class)
                .sql("UPDATE change_preview SET state = 'SEARCHING', least = NULL, alive = '2026-01-01 00:00:00+00'"
                        + " WHERE id = :id")
                .param("id", preview.at("/id"))
                .update();

        Answer ended = camp.client().get(camp.path() + "/changes/" + preview.at("/id"));

        assertThat(ended.at("/state")).isEqualTo("FAILED");
        assertThat(ended.body()).contains("plan-change.ended");
        assertThat(keep(camp.client(), camp.path(), preview, "LEAST").status()).isEqualTo(409);
    }

    @Test
    @Tag("http")
    void whatWasEditedSinceThePlanWasMadeIsAChangeOfItsOwnAndThePastStays() {
        Server server = TestServices.on(TestDatabase.H2);
        ServiceClient client = ServiceClient.administrator(server);
        TestSchool school = TestSchool.create(server);
        String plan = SolvedPlans.createSolvedPlan(
                client, server, school.path(), TestServices.exampleProblem("school-12-classes"), 300);
        Timetable before = timetable(server, plan);
        LocalDateTime now = LocalDate.of(2026, 10, 26).atTime(6, 40);
        Answer nothing = client.post(plan + "/changes", body(now.toString(), List.of()));
        endCoTeachingWithWeek47(client, plan);
        PageClient planner = PageClient.signedInAs(school.addPerson(Role.PLANNER));
        String form = planner.get("/plans/" + TestPlans.planIdOf(plan).value() + "/changes")
                .body();

        Answer lock = client.withHeader("If-Match", client.get(plan).tag())
                .post(
                        plan + "/locks",
                        Map.of(
                                "sessionId",
                                before.meetings().getFirst().sessionId().value(),
                                "what",
                                List.of("SEATS")));
        Answer preview = preview(client, plan, body(now.toString(), List.of()));
        Answer kept = keep(client, plan, preview, "LEAST");

        assertThat(nothing.body()).contains("plan-change.no-changes");
        assertThat(lock.status())
                .as("what was edited is still to be planned: " + lock.body())
                .isEqualTo(200);
        assertThat(form).contains("Planen er ændret, siden skemaet blev lagt", "Ingen ændring er tilføjet");
        assertThat(kept.status()).as(kept.body()).isEqualTo(200);
        Timetable after = timetable(server, plan);
        assertThat(heldBefore(after, now)).isEqualTo(heldBefore(before, now));
        assertThat(after.meetings())
                .allSatisfy(one -> assertThat(one.time().dates()).allMatch(date -> date.isBefore(END_OF_WEEK_47)));
        assertThat(before.meetings())
                .anyMatch(one -> one.time().dates().getLast().isAfter(END_OF_WEEK_47));
        assertThat(planner.get("/plans/" + TestPlans.planIdOf(plan).value() + "/changes")
                        .body())
                .doesNotContain("Planen er ændret, siden");
    }

    @SuppressWarnings("unchecked") // objects of JSON
    private static void endCoTeachingWithWeek47(ServiceClient client, String plan) {
        Map<String, Object> problem = new HashMap<>(TestServices.exampleProblem("school-12-classes"));
        Map<String, Object> intervention = new HashMap<>(
                (Map<String, Object>) ((List<?>) Objects.requireNonNull(problem.get("interventions"))).getFirst());
        Map<String, Object> parameters =
                new HashMap<>((Map<String, Object>) Objects.requireNonNull(intervention.get("parameters")));
        parameters.put("lastWeek", "2026-W47");
        intervention.put("parameters", parameters);
        problem.put("interventions", List.of(intervention));
        Answer edited = client.withHeader("If-Match", client.get(plan).tag())
                .put(plan + "/problem", Map.of("problem", problem));
        assertThat(edited.status()).as(edited.body()).isEqualTo(200);
    }

    @Test
    void newPersonComesByAChangedProblem() {
        PlannedCampFixture camp = PlannedCampFixture.start(TestDatabase.H2);
        Meeting meeting = lateModule(camp);
        LocalDate day = meeting.time().firstDate();
        Map<String, Object> problem = new HashMap<>(TestServices.exampleProblem("camp-3-weeks"));
        var staff = new ArrayList<Object>((List<?>) Objects.requireNonNull(problem.get("staff")));
        staff.add(Map.of("id", "ny", "name", "Ny Kollega"));
        problem.put("staff", staff);
        Map<String, Object> asked = body(day + "T00:00", List.of(away(person(meeting), day)));
        asked.put("problem", problem);

        Answer kept = keep(camp.client(), camp.path(), preview(camp.client(), camp.path(), asked), "LEAST");

        assertThat(kept.status()).as(kept.body()).isEqualTo(200);
        assertThat(camp.currentProblem().staffMember(new StaffId("ny"))).isPresent();
        problem.put("staff", List.of(Map.of("id", "ny")));
        assertThat(camp.client().post(camp.path() + "/changes", asked).body()).contains("/problem/staff/0/name");
    }

    @Test
    void onlyThoseWhoMayEditSeeAndMakeChanges() {
        Server server = TestServices.on(TestDatabase.H2);
        TestSchool school = TestSchool.create(server);
        ServiceClient client = ServiceClient.administrator(server);
        String plan = SolvedPlans.createSolvedPlan(client, server, school.path(), TestServices.weekOfCamp(), 100);
        LocalDate day = problem(server, plan).horizon().firstDay();
        Map<String, Object> asked = body(day + "T00:00", List.of(Map.of("kind", "DAY_CLOSED", "day", day.toString())));
        ServiceClient reader = school.addPerson(Role.READER).browser();
        assertThat(reader.post(plan + "/changes", asked).status()).isEqualTo(403);
        Answer preview = preview(client, plan, asked);
        assertThat(reader.get(plan + "/changes/" + preview.at("/id")).status()).isEqualTo(403);
        assertThat(keep(reader, plan, preview, "LEAST").status()).isEqualTo(403);
        assertThat(reader.delete(plan + "/changes/" + preview.at("/id")).status())
                .isEqualTo(403);
    }
}

package dk.grundskema.api.service.absence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.edit.MeetingParticipants;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.testing.PlannedCampFixture;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.timetable.Delivery;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Timetable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Permissions to enter attendance, and the audit entries about it. */
final class AttendanceStoryTest {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String PASSWORD = "en god lang adgangskode";

    private final List<Runnable> grants = new ArrayList<>();

    /** The database is shared: in other tests these accounts would be addresses of the staff. */
    @AfterEach
    void removeGrants() {
        grants.forEach(Runnable::run);
    }

    private static List<Meeting> withStudents(PlannedCampFixture camp) {
        return camp.currentTimetable().meetings().stream()
                .filter(one -> one.kind().equals("module") && !one.subject().isEmpty())
                .filter(one -> one.seats().stream().anyMatch(seat -> seat.staffId() != null))
                .toList();
    }

    private static String delivery(PlannedCampFixture camp, String which, Meeting meeting) {
        return camp.path() + which + "?session="
                + URLEncoder.encode(meeting.sessionId().value(), StandardCharsets.UTF_8) + "&date="
                + meeting.time().firstDate();
    }

    private static Set<String> taking(PlannedCampFixture camp, Meeting meeting) {
        return taking(camp, meeting, camp.currentTimetable());
    }

    private static Set<String> taking(PlannedCampFixture camp, Meeting meeting, Timetable timetable) {
        return MeetingParticipants.of(camp.plannedProblem(), timetable, meeting).stream()
                .map(StudentId::value)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> staff(Meeting meeting) {
        return meeting.seats().stream()
                .map(MeetingSeat::staffId)
                .filter(Objects::nonNull)
                .map(one -> one.value())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A user who is only a staff member of plans. */
    private ServiceClient colleague(PlannedCampFixture camp, String staff) {
        String name = "colleague-" + COUNT.incrementAndGet() + "@skole.example";
        Answer made = camp.client()
                .post(
                        "/api/v1/organisations/home/accounts",
                        Map.of(
                                "name",
                                "En Kollega",
                                "signInName",
                                name,
                                "password",
                                PASSWORD,
                                "roles",
                                List.of(Map.of("role", "STAFF", "staff", staff))));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        grants.add(() -> camp.server()
                .bean(JdbcClient.class)
                .sql("DELETE FROM role_grant WHERE account = (SELECT id FROM account WHERE sign_in_name = :name)")
                .param("name", name)
                .update());
        Answer in = ServiceClient.anonymous(camp.server())
                .post("/api/v1/sign-in", Map.of("signInName", name, "password", PASSWORD));
        assertThat(in.status()).as(in.body()).isEqualTo(200);
        return ServiceClient.anonymous(camp.server())
                .withHeader("Cookie", TestSchool.cookies(in))
                .withHeader("X-CSRF-Token", (String) in.at("/csrfToken"));
    }

    private static List<Map<?, ?>> audit(PlannedCampFixture camp, String action) {
        return ((List<?>) camp.client()
                        .get("/api/v1/organisations/home/audit?plan=" + camp.id())
                        .at("/items"))
                .stream()
                        .<Map<?, ?>>map(one -> (Map<?, ?>) one)
                        .filter(one -> action.equals(one.get("action")))
                        .toList();
    }

    private static Set<String> people(List<Map<?, ?>> entries) {
        return entries.stream()
                .map(one -> String.valueOf(one.get("person")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void auditRecordsTheAuthorOfEachAttendanceEntry() {
        PlannedCampFixture camp = PlannedCampFixture.start(TestDatabase.H2);
        Meeting meeting = withStudents(camp).getFirst();
        ServiceClient teacher = colleague(camp, staff(meeting).iterator().next());
        String own = delivery(camp, "/own/deliveries", meeting);
        assertThat(teacher.put(own, Map.of()).status()).isEqualTo(200);
        List<Map<?, ?>> entered = audit(camp, "audit.attendance-entered");
        assertThat(people(entered))
                .as("attendance of every student was entered")
                .isEqualTo(taking(camp, meeting));
        assertThat(entered).allSatisfy(one -> {
            assertThat(one.get("kind")).isEqualTo("CHANGED");
            assertThat(one.get("text")).isEqualTo("Entered attendance, or took it back");
            assertThat(one.get("account")).isEqualTo(teacher.get("/api/v1/me").at("/account"));
        });
        String student = taking(camp, meeting).iterator().next();
        int before = entered.size();
        Map<String, ?> absent = Map.of("absent", List.of(student));
        assertThat(teacher.put(own, absent).status()).isEqualTo(200);
        assertThat(teacher.put(own, absent).status()).isEqualTo(200);
        assertThat(camp.client().get(camp.path() + "/exports/timetable.json").at("/deliveries/0/absent"))
                .isEqualTo(List.of(student));
        List<Map<?, ?>> corrected = audit(camp, "audit.attendance-entered");
        assertThat(corrected.subList(0, corrected.size() - before))
                .as("one student changed, and then none")
                .singleElement()
                .satisfies(one -> assertThat(one.get("person")).isEqualTo(student));
        assertThat(camp.client().delete(delivery(camp, "/deliveries", meeting)).status())
                .isEqualTo(204);
        assertThat(audit(camp, "audit.attendance-entered")).hasSize(corrected.size() + before);
    }

    @Test
    void attendanceIsKeptWhenThePlanChangesAfterItsTargetIsFound() {
        PlannedCampFixture camp = PlannedCampFixture.start(TestDatabase.H2);
        Meeting meeting = withStudents(camp).getFirst();
        var attendance = camp.server().bean(AttendanceRegister.class);
        var somebody = new Caller(new AccountId("tests"), List.of(), Set.of());
        var plan = new PlanId(camp.id());
        LocalDate date = meeting.time().firstDate();
        AttendanceRegister.AttendanceTarget sought =
                attendance.findTarget(plan, meeting.sessionId(), date, false, somebody);
        camp.removeMembers();
        var delivery = new Delivery(meeting.sessionId(), date, true, "", new TreeSet<>(sought.participants()));

        assertThatThrownBy(() -> attendance.record(plan, delivery, false, somebody))
                .as("of the meeting as it is now")
                .isInstanceOf(RefusalException.class);
        attendance.record(sought, delivery, somebody);
        assertThat(camp.client().get(camp.path() + "/deliveries").at("/items/0/absent"))
                .isEqualTo(List.copyOf(taking(camp, meeting, camp.timetable())));
    }

    @Test
    void auditRecordsEachReadOfAnAbsenceReason() {
        PlannedCampFixture camp = PlannedCampFixture.start(TestDatabase.H2);
        Meeting meeting = withStudents(camp).getFirst();
        String who = staff(meeting).iterator().next();
        String day = meeting.time().firstDate().toString();
        String absence = camp.client()
                .post(
                        camp.path() + "/absences",
                        Map.of("staffId", who, "from", day + "T08:00", "until", day + "T12:00", "reason", "Influenza"))
                .header("Location");
        assertThat(people(audit(camp, "audit.absence-entered"))).containsExactly(who);
        assertThat(audit(camp, "audit.absence-seen")).isEmpty();
        camp.client().get(absence);
        camp.client().get(camp.path() + "/absences");
        assertThat(audit(camp, "audit.absence-seen")).hasSize(2);
        camp.client().delete(absence);
        assertThat(people(audit(camp, "audit.absence-removed"))).containsExactly(who);
        assertThat(camp.client()
                        .get("/api/v1/organisations/home/audit?plan=" + camp.id())
                        .body())
                .doesNotContain("Influenza");
    }

    @Test
    void auditRecordsAnAbsenceOnItsPageEachTimeAndStudentsNamesOncePerHour() {
        PlannedCampFixture camp = PlannedCampFixture.start(TestDatabase.H2);
        Meeting meeting = withStudents(camp).getFirst();
        String who = staff(meeting).iterator().next();
        String day = meeting.time().firstDate().toString();
        String absence = camp.client()
                .post(
                        camp.path() + "/absences",
                        Map.of("staffId", who, "from", day + "T00:00", "until", day + "T23:00"))
                .header("Location");
        String page = absence.replace("/api/v1", "") + "?now=" + day + "T00:00";
        for (int seen = 1; seen <= 2; seen++) {
            Answer shown = camp.client().withoutContractCheck().get(page);
            assertThat(shown.status()).as(shown.body()).isEqualTo(200);
            assertThat(audit(camp, "audit.absence-seen")).hasSize(seen);
            assertThat(audit(camp, "showAbsence")).hasSize(1);
        }
    }

    @Test
    void staffMemberEntersAttendanceOfOwnMeetingsAlone() {
        PlannedCampFixture camp = PlannedCampFixture.start(TestDatabase.H2);
        Meeting own = withStudents(camp).getFirst();
        String who = staff(own).iterator().next();
        Meeting foreign = withStudents(camp).stream()
                .filter(one -> !staff(one).contains(who))
                .findFirst()
                .orElseThrow();
        ServiceClient teacher = colleague(camp, who);
        assertThat(teacher.put(delivery(camp, "/own/deliveries", own), Map.of("absent", List.copyOf(taking(camp, own))))
                        .status())
                .isEqualTo(200);
        assertThat(teacher.put(delivery(camp, "/own/deliveries", foreign), Map.of())
                        .status())
                .as("as if it did not exist")
                .isEqualTo(404);
        assertThat(teacher.delete(delivery(camp, "/own/deliveries", foreign)).status())
                .isEqualTo(404);
        assertThat(teacher.put(delivery(camp, "/deliveries", own), Map.of()).status())
                .as("what planners use")
                .isEqualTo(403);
        assertThat(teacher.get(camp.path() + "/deliveries").status()).isEqualTo(403);
        assertThat(teacher.delete(delivery(camp, "/own/deliveries", own)).status())
                .isEqualTo(204);
        assertThat(camp.client().get(camp.path() + "/deliveries").at("/items")).isEqualTo(List.of());
    }
}

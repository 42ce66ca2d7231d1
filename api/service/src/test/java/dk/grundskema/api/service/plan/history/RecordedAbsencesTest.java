package dk.grundskema.api.service.plan.history;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.demand.Workload;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.problem.SeatLock;
import dk.grundskema.domain.problem.SessionLock;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingLock;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Score;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.change.Absence;
import dk.grundskema.solver.testkit.SchoolBuilder;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RecordedAbsencesTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");
    private static final LocalDate MONDAY = LocalDate.of(2026, 9, 14);
    private static final StaffId BO = new StaffId("bo");
    private static final Absence AWAY =
            new Absence(BO, LocalDateTime.parse("2026-09-14T08:00"), LocalDateTime.parse("2026-09-14T16:00"));
    private static final Problem SCHOOL =
            SchoolBuilder.school(2).teacher("bo", "danish").build();
    private static final Timetable BEFORE = timetable(module("danish", "09:00", "10:30", "bo"));

    private static Timetable timetable(Meeting... meetings) {
        return new Timetable(
                Timetable.VERSION,
                "abc",
                ZONE,
                1,
                new Score(0, 0, 0),
                List.of(),
                List.of(),
                List.of(meetings),
                List.of());
    }

    private static Meeting module(String session, String start, String end, String... staff) {
        return meeting("module", session, start, end, false, List.of(IsoWeek.of(MONDAY)), staff);
    }

    /** Returns a module on two Mondays. */
    private static Meeting series(String session, String start, String end, String... staff) {
        List<IsoWeek> weeks = List.of(IsoWeek.of(MONDAY.minusWeeks(1)), IsoWeek.of(MONDAY));
        return meeting("module", session, start, end, false, weeks, staff);
    }

    private static Meeting meeting(
            String kind,
            String session,
            String start,
            String end,
            boolean locked,
            List<IsoWeek> weeks,
            String... staff) {
        return new Meeting(
                new SessionId(session),
                null,
                new TreeSet<>(),
                new InterventionId("camp"),
                kind,
                "",
                "Something",
                "",
                new TreeSet<>(weeks),
                MONDAY.getDayOfWeek(),
                LocalTime.parse(start),
                LocalTime.parse(end),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Arrays.stream(staff)
                        .map(who -> new MeetingSeat("teacher", new StaffId(who), true, locked))
                        .toList(),
                Workload.defaults(),
                MeetingLock.NONE);
    }

    /** Returns session and date of the duties that are new for the absent person. */
    private static Stream<String> newDuties(Meeting... after) {
        return RecordedAbsences.newDuties(List.of(AWAY), BEFORE, timetable(after), ZONE).stream()
                .map(duty -> duty.staff() + " " + duty.meeting().sessionId() + " " + duty.date());
    }

    @Test
    void seatInAnotherSessionAtTheTimeOfTheOldOneIsNew() {
        assertThat(newDuties(module("danish", "09:00", "10:30", "ida"), module("maths", "09:00", "10:30", "bo")))
                .containsExactly("bo maths 2026-09-14");
    }

    @Test
    void meetingThatIsMovedIntoTheAbsenceIsNewAndOneWithinItIsNot() {
        assertThat(newDuties(module("danish", "15:00", "16:30", "bo"))).isEmpty();
        Timetable early = timetable(module("danish", "07:00", "08:00", "bo"));
        Timetable later = timetable(module("danish", "07:00", "08:30", "bo"));
        assertThat(RecordedAbsences.newDuties(List.of(AWAY), early, later, ZONE))
                .hasSize(1);
    }

    @Test
    void dutiesThatAreKeptGivenUpOrOutsideTheAbsenceAreNotNew() {
        assertThat(newDuties(module("danish", "09:00", "10:30", "bo", "ida"))).isEmpty();
        assertThat(newDuties(module("danish", "09:00", "10:30", "ida"))).isEmpty();
        assertThat(newDuties(module("danish", "09:00", "10:30", "bo"), module("maths", "16:00", "17:00", "bo")))
                .isEmpty();
    }

    @Test
    void teacherOfALessonOfTheSchoolThatTheSchoolMovesGetsNoNewDuty() {
        assertThat(newDuties(meeting("lesson", "maths", "13:00", "14:00", true, List.of(IsoWeek.of(MONDAY)), "bo")))
                .isEmpty();
    }

    private static List<Absence> toCome(String clock) {
        return new RecordedAbsences(
                        plan -> List.of(AWAY),
                        () -> LocalDateTime.parse(clock).atZone(ZONE).toInstant())
                .toCome(new PlanId("plan"), SCHOOL.horizon());
    }

    @Test
    void absenceCountsUntilItsEndAndAgainOnceThePlanIsOver() {
        assertThat(toCome("2026-09-14T15:59")).containsExactly(AWAY);
        assertThat(toCome("2026-09-14T16:00")).isEmpty();
        assertThat(toCome("2026-09-20T23:59")).isEmpty();
        assertThat(toCome("2026-09-21T00:00")).containsExactly(AWAY);
    }

    private static List<Absence> covered(Meeting held, String now) {
        Problem locked = SCHOOL.withLocks(
                List.of(new SessionLock(held.sessionId(), null, null, null, List.of(new SeatLock(0, BO)))), List.of());
        return Objects.requireNonNull(
                RecordedAbsences.splitByLocks(locked, timetable(held), List.of(AWAY), LocalDateTime.parse(now))
                        .get(true));
    }

    @Test
    void lockOnASeriesKeepsAnAbsenceFromBeingCoveredAndOneOnASingleDateDoesNot() {
        assertThat(covered(series("danish", "09:00", "10:30", "bo"), "2026-09-01T00:00"))
                .isEmpty();
        assertThat(covered(series("danish", "16:00", "17:00", "bo"), "2026-09-01T00:00"))
                .containsExactly(AWAY);
        assertThat(covered(module("danish", "09:00", "10:30", "bo"), "2026-09-01T00:00"))
                .containsExactly(AWAY);
    }

    private static List<String> unavailable(Problem problem) {
        return problem.staffMember(BO).orElseThrow().availability().unavailableIntervals(problem.horizon()).stream()
                .map(away -> Interval.toLocalDateTime(away.start(), ZONE) + "–"
                        + Interval.toLocalDateTime(away.end(), ZONE).toLocalTime())
                .toList();
    }

    @Test
    void solveLeavesOutSeriesAndChangeAllThatIsHeld() {
        Timetable held = timetable(series("danish", "09:00", "10:30", "bo"), module("maths", "12:00", "13:00", "bo"));
        assertThat(unavailable(RecordedAbsences.withoutAllButSeries(SCHOOL, held, List.of(AWAY))))
                .containsExactly("2026-09-14T08:00–09:00", "2026-09-14T10:30–16:00");
        assertThat(unavailable(RecordedAbsences.withoutNew(SCHOOL, held, List.of(AWAY))))
                .containsExactly("2026-09-14T08:00–09:00", "2026-09-14T10:30–12:00", "2026-09-14T13:00–16:00");
        assertThat(unavailable(RecordedAbsences.withoutAllButSeries(SCHOOL, null, List.of(AWAY))))
                .containsExactly("2026-09-14T08:00–16:00");
    }

    private static Meeting open(Meeting meeting) {
        return meeting.withSeats(
                Stream.concat(meeting.seats().stream(), Stream.of(new MeetingSeat("teacher", null, true, false)))
                        .toList());
    }

    @Test
    void reasonsOfOpenSeatsLeaveOutWhatIsHeldAndOpenSeriesThatGoOn() {
        Timetable open = timetable(
                open(series("danish", "09:00", "10:30", "bo")),
                open(module("maths", "11:00", "12:00", "ida")),
                series("english", "12:00", "13:00", "ida"),
                module("art", "13:00", "14:00", "bo"));
        assertThat(unavailable(RecordedAbsences.withoutOpenSeats(SCHOOL, open, List.of(AWAY))))
                .containsExactly("2026-09-14T08:00–09:00", "2026-09-14T10:30–13:00", "2026-09-14T14:00–16:00");
    }

    @Test
    void absenceOnAllDatesOfAnOpenSeriesIsAReason() {
        Timetable open = timetable(open(series("danish", "09:00", "10:30", "ida")));
        Absence fortnight =
                new Absence(BO, LocalDateTime.parse("2026-09-07T08:00"), LocalDateTime.parse("2026-09-14T16:00"));
        assertThat(unavailable(RecordedAbsences.withoutOpenSeats(SCHOOL, open, List.of(fortnight))))
                .last()
                .isEqualTo("2026-09-07T08:00–16:00");
        assertThat(unavailable(RecordedAbsences.withoutOpenSeats(SCHOOL, open, List.of(AWAY))))
                .containsExactly("2026-09-14T08:00–09:00", "2026-09-14T10:30–16:00");
    }
}

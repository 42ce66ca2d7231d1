package dk.grundskema.api.service.plan.history;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.demand.Workload;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingLock;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Score;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.change.Absence;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RecordedAbsencesTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");
    private static final LocalDate MONDAY = LocalDate.of(2026, 9, 14);
    private static final StaffId BO = new StaffId("bo");
    private static final Absence AWAY =
            new Absence(BO, LocalDateTime.parse("2026-09-14T08:00"), LocalDateTime.parse("2026-09-14T16:00"));
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
        return meeting("module", session, start, end, false, staff);
    }

    private static Meeting meeting(
            String kind, String session, String start, String end, boolean locked, String... staff) {
        return new Meeting(
                new SessionId(session),
                null,
                new TreeSet<>(),
                new InterventionId("camp"),
                kind,
                "",
                "Something",
                "",
                new TreeSet<>(List.of(IsoWeek.of(MONDAY))),
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
        assertThat(newDuties(meeting("lesson", "maths", "13:00", "14:00", true, "bo")))
                .isEmpty();
    }
}

package dk.grundskema.solver.check;

import static dk.grundskema.solver.testkit.MeetingTimes.time;
import static dk.grundskema.solver.testkit.StaffBuilder.aStaffMember;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.demand.Workload;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Availability;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.time.Period;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingLock;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.solver.spi.RequiredMeetings.RequiredSeat;
import dk.grundskema.solver.testkit.SchoolBuilder;
import java.time.DayOfWeek;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SeriesHoldersTest {
    private static final MeetingTime MONDAYS = time(DayOfWeek.MONDAY, "08:00", "09:00", 33, 34);

    private static Meeting meeting(String id, String... holders) {
        return new Meeting(
                new SessionId(id),
                null,
                Collections.emptySortedSet(),
                new InterventionId("cafe"),
                "open",
                "",
                "Café",
                "",
                MONDAYS.weeks(),
                MONDAYS.weekday(),
                MONDAYS.start(),
                MONDAYS.end(),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Stream.of(holders)
                        .map(one -> new MeetingSeat("host", new StaffId(one), true, false))
                        .toList(),
                Workload.defaults(),
                MeetingLock.NONE);
    }

    private static List<RuleViolation> faults(int seats, Meeting... meetings) {
        return faults(seats, SchoolBuilder.school().build(), meetings);
    }

    private static List<RuleViolation> faults(int seats, Problem problem, Meeting... meetings) {
        var series = new SeriesHolders();
        for (Meeting meeting : meetings) {
            series.add(meeting, Collections.nCopies(seats, new RequiredSeat("host", true, null, "red")));
        }
        var faults = new CoreViolations();
        series.check(List.of(meetings), problem, faults);
        return faults.all();
    }

    @Test
    void personWhoHasTheSeatInOneMeetingOnlyIsReported() {
        assertThat(faults(1, meeting("a", "anna"), meeting("b", "bo"), meeting("c", "anna")))
                .extracting(RuleViolation::rule, RuleViolation::arguments)
                .containsExactly(tuple(
                        "core.asked-same-holder", List.of(new StaffId("bo"), new SessionId("b"), new StaffId("anna"))));
        assertThat(faults(1, meeting("a", "anna"), meeting("b", "anna"))).isEmpty();
    }

    @Test
    void standInForSomebodyWhoIsAwayIsNotReported() {
        var away = new Availability(
                List.of(), List.of(new Period(null, null, new TreeSet<>(List.of(DayOfWeek.MONDAY)), null, null)));
        Problem problem = SchoolBuilder.school()
                .staff(aStaffMember("anna").available(away))
                .staff(aStaffMember("bo"))
                .build();
        assertThat(faults(1, problem, meeting("a", "bo"), meeting("b", "anna"), meeting("c", "anna")))
                .isEmpty();
        assertThat(faults(1, problem, meeting("a", "bo"), meeting("b", "bo"), meeting("c", "carl")))
                .hasSize(1);
    }

    @Test
    void twoPersonsMayExchangeTheirSeats() {
        assertThat(faults(2, meeting("a", "anna", "bo"), meeting("b", "bo", "anna")))
                .isEmpty();
        assertThat(faults(2, meeting("a", "anna", "bo"), meeting("b", "bo", "anna"), meeting("c", "bo", "carl")))
                .extracting(RuleViolation::arguments)
                .containsExactly(List.of(new StaffId("carl"), new SessionId("c"), new StaffId("anna")));
    }

    @Test
    void meetingOutsideTheSeriesMayHaveAnybody() {
        var series = new SeriesHolders();
        series.add(meeting("a", "anna"), List.of(new RequiredSeat("host", true, null, null)));
        series.add(meeting("b", "bo"), List.of(new RequiredSeat("host", true, null, null)));
        var faults = new CoreViolations();
        series.check(
                List.of(meeting("a", "anna"), meeting("b", "bo")),
                SchoolBuilder.school().build(),
                faults);

        assertThat(faults.all()).isEmpty();
    }
}

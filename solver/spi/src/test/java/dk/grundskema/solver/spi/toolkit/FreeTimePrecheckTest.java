package dk.grundskema.solver.spi.toolkit;

import static dk.grundskema.solver.testkit.MeetingTimes.time;
import static dk.grundskema.solver.testkit.MeetingTimes.weeks;
import static dk.grundskema.solver.testkit.SchoolBuilder.school;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Availability;
import dk.grundskema.domain.time.MeetingTime;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Sessions that no time suits, and times that would suit if they were usable. */
class FreeTimePrecheckTest {
    private static final MeetingTime EARLY = time(DayOfWeek.MONDAY, "08:00", "09:00", 33);
    private static final MeetingTime LATE = time(DayOfWeek.MONDAY, "09:00", "10:00", 33);
    private static final MeetingTime LAST = time(DayOfWeek.MONDAY, "10:00", "11:00", 33);

    private static final List<UsableTime> NOT_ON_MONDAYS = List.of(new UsableTime(
            new TreeSet<>(List.of(DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY)),
            LocalTime.of(7, 0),
            LocalTime.of(17, 0)));

    /** So that no further time would help. */
    private static final List<UsableTime> ALL_DAY =
            List.of(new UsableTime(new TreeSet<>(), LocalTime.of(7, 0), LocalTime.of(17, 0)));

    /** Ida is busy early, Ole late and at last. */
    private static final Problem PROBLEM = school().student("ida", "4a", Availability.always())
            .student("ole", "4b", Availability.always())
            .group("4a", Group.Kind.CLASS)
            .group("4b", Group.Kind.CLASS)
            .lesson("a", EARLY, "Danish", "4a")
            .lesson("b", LATE, "Danish", "4b")
            .lesson("c", LAST, "Danish", "4b")
            .build();

    private static List<Finding> found(List<MeetingTime> times, String... students) {
        var draft = new DemandBuilder(CafeTimetableBuilder.CAFE, PROBLEM);
        Session session = draft.add(draft.session("open", "Café", 1)
                .times(times)
                .students(Arrays.stream(students).map(StudentId::new).toList()));
        assertThat(session.id()).isEqualTo(new SessionId("cafe/open/1"));
        return FreeTime.precheckCommonTime("cafe", ALL_DAY, "usable", PROBLEM, draft.build());
    }

    @Test
    void studentWithTheFewestFreeTimesIsNamedIfNoTimeSuitsAll() {
        assertThat(found(List.of(EARLY, LATE, LAST), "ida", "ole"))
                .containsExactly(Finding.warning(
                        "cafe.no-common-time",
                        "/parameters/usable",
                        new SessionId("cafe/open/1"),
                        2,
                        3,
                        new StudentId("ole"),
                        0));
        assertThat(found(List.of(EARLY), "ole", "ida").getFirst().arguments()).endsWith(new StudentId("ida"), 0);
    }

    @Test
    void oneTimeThatSuitsAllHasNoFinding() {
        assertThat(found(List.of(EARLY, LATE, LAST), "ida")).isEmpty();
        assertThat(found(List.of(EARLY, time(DayOfWeek.MONDAY, "11:00", "12:00", 33)), "ida", "ole"))
                .isEmpty();
        assertThat(found(List.of(EARLY))).as("no address is blocked").isEmpty();
    }

    @Test
    void suggestedWindowsDoNotOverlapAndThoseWithMostFreeStudentsComeFirst() {
        var both = List.of(new StudentId("ida"), new StudentId("ole"));
        var best =
                UsableTimeSuggestions.findBest(both, NOT_ON_MONDAYS, 240, weeks(33), new FreeTime(PROBLEM), PROBLEM, 9);

        assertThat(best)
                .as("from 13 to 17 would be in the way of 11 to 15")
                .extracting(one -> one.time().start() + " " + one.free())
                .containsExactly("11:00 2");
    }

    @Test
    void timesOfTheWeekWithMostFreeStudentsAreNamed() {
        var both = List.of(new StudentId("ida"), new StudentId("ole"));

        var best =
                UsableTimeSuggestions.findBest(both, NOT_ON_MONDAYS, 60, weeks(33), new FreeTime(PROBLEM), PROBLEM, 2);

        assertThat(best)
                .as("Monday at 8 one is free, Monday at 9 the other")
                .extracting(one -> one.time().weekday() + " " + one.time().start() + " " + one.free())
                .containsExactly("MONDAY 07:00 2", "MONDAY 11:00 2");
    }
}

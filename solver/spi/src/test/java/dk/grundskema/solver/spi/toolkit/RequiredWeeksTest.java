package dk.grundskema.solver.spi.toolkit;

import static dk.grundskema.solver.testkit.MeetingTimes.time;
import static dk.grundskema.solver.testkit.MeetingTimes.week;
import static dk.grundskema.solver.testkit.MeetingTimes.weeks;
import static dk.grundskema.solver.testkit.SchoolBuilder.school;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.solver.spi.RequiredMeetings.WeekPart;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RequiredWeeksTest {
    /** Teaching in weeks 33 to 40 but 36, on Mondays; the Monday of week 34 is closed. */
    private final Problem problem = school().closed("2026-08-17")
            .lesson("l", time(DayOfWeek.MONDAY, "08:00", "08:45", 33, 34, 35, 37, 38, 39, 40), "Danish", "")
            .lesson("m", time(DayOfWeek.MONDAY, "09:00", "10:00", 36), "", Lesson.Kind.BUSY, "")
            .build();

    private final RequiredWeeks calendar = RequiredWeeks.of(problem);

    @Test
    void weeksWithoutTeachingAreLeftOutAndReplacedByLaterOnes() {
        assertThat(calendar.of(null, 4, List.of())).isEqualTo(weeks(33, 35, 37, 38));
        assertThat(calendar.of(week(39), 3, List.of())).isEqualTo(weeks(39, 40));
        assertThat(calendar.schoolWeeks()).isEqualTo(weeks(33, 35, 37, 38, 39, 40));
    }

    @Test
    void weekdayOfAnotherInterventionInterruptsAWeekAndAWeekendDoesNot() {
        var friday = new DateSpan(LocalDate.of(2026, 8, 28), LocalDate.of(2026, 8, 30)); // week 35
        var saturday = new DateSpan(LocalDate.of(2026, 8, 29), LocalDate.of(2026, 8, 30));

        assertThat(calendar.of(null, 3, List.of(friday))).isEqualTo(weeks(33, 37, 38));
        assertThat(calendar.of(null, 3, List.of(saturday))).isEqualTo(weeks(33, 35, 37));
    }

    @Test
    void withoutAnyTeachingEachWeekWithAnOpenWeekdayCounts() {
        var nothing = RequiredWeeks.of(school().weeks(3)
                .closed("2026-08-17", "2026-08-18", "2026-08-19", "2026-08-20", "2026-08-21", "2026-08-24")
                .build());

        assertThat(nothing.schoolWeeks()).isEqualTo(weeks(33, 35));
    }

    private static List<WeekPart> anyDay() {
        return List.of(
                new WeekPart(DayOfWeek.MONDAY, LocalTime.of(8, 0), LocalTime.of(16, 0)),
                new WeekPart(DayOfWeek.TUESDAY, LocalTime.of(8, 0), LocalTime.of(16, 0)));
    }

    private List<SortedSet<IsoWeek>> ofMeetings(int count, CafeTimetableBuilder plan) {
        return calendar.ofWeeklyMeetings(
                count, weeks(33, 34, 35), anyDay(), plan.finished(problem).meetings());
    }

    @Test
    void weeklyMeetingIsNotHeldWhereItsUsualWeekdayIsClosed() {
        var movedOnce = CafeTimetableBuilder.plan()
                .meeting("a", "open", time(DayOfWeek.MONDAY, "08:00", "09:00", 33, 35))
                .meeting("b", "open", time(DayOfWeek.TUESDAY, "08:00", "09:00", 34));

        assertThat(ofMeetings(1, movedOnce)).containsExactly(weeks(33, 35));
        assertThat(ofMeetings(2, movedOnce)).containsExactly(weeks(33, 35), weeks(33, 34, 35));
    }

    @Test
    void meetingThatIsNotHeldIsRequiredInAllWeeksWithAnOpenDay() {
        assertThat(ofMeetings(2, CafeTimetableBuilder.plan())).containsExactly(weeks(33, 34, 35), weeks(33, 34, 35));
        assertThat(calendar.ofWeeklyMeetings(1, weeks(33, 34), anyDay().subList(0, 1), List.of()))
                .containsExactly(weeks(33));
        assertThat(calendar.ofWeeklyMeetings(1, weeks(34), anyDay().subList(0, 1), List.of()))
                .isEmpty();
    }

    @Test
    void twoMeetingsOnOneWeekdayBothCount() {
        var twice = CafeTimetableBuilder.plan()
                .meeting("a", "open", time(DayOfWeek.MONDAY, "08:00", "09:00", 33, 35))
                .meeting("b", "open", time(DayOfWeek.MONDAY, "10:00", "11:00", 33, 35))
                .meeting("c", "open", time(DayOfWeek.TUESDAY, "10:00", "11:00", 34));

        assertThat(ofMeetings(2, twice)).containsExactly(weeks(33, 35), weeks(33, 35));
    }

    private static WeekPart part(DayOfWeek weekday, String from, String to) {
        return new WeekPart(weekday, LocalTime.parse(from), LocalTime.parse(to));
    }

    @Test
    void usableTimeIsTakenFromItsStartOnAndUpToItsEnd() {
        var usable = List.of(
                new UsableTime(
                        new TreeSet<>(List.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)),
                        LocalTime.of(14, 0),
                        LocalTime.of(15, 0)),
                new UsableTime(new TreeSet<>(List.of(DayOfWeek.TUESDAY)), LocalTime.of(14, 0), LocalTime.of(14, 30)));

        assertThat(RequiredWeeks.usableTimes(usable, 60))
                .containsExactly(part(DayOfWeek.MONDAY, "14:00", "15:00"), part(DayOfWeek.FRIDAY, "14:00", "15:00"));
        assertThat(RequiredWeeks.usableTimes(usable, 30)).hasSize(5);
        assertThat(RequiredWeeks.usableTimes(usable.subList(1, 2), 20))
                .containsExactly(part(DayOfWeek.TUESDAY, "14:00", "14:20"), part(DayOfWeek.TUESDAY, "14:10", "14:30"));
    }
}

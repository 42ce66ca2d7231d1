package dk.grundskema.solver.spi.toolkit;

import static dk.grundskema.solver.testkit.MeetingTimes.time;
import static dk.grundskema.solver.testkit.MeetingTimes.week;
import static dk.grundskema.solver.testkit.MeetingTimes.weeks;
import static dk.grundskema.solver.testkit.SchoolBuilder.school;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.domain.timetable.Lesson;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlannedWeeksTest {
    /** Teaching in weeks 33 to 40 but 36, on Mondays; the Monday of week 34 is closed. */
    private final Problem problem = school().closed("2026-08-17")
            .lesson("l", time(DayOfWeek.MONDAY, "08:00", "08:45", 33, 34, 35, 37, 38, 39, 40), "Danish", "")
            .lesson("m", time(DayOfWeek.MONDAY, "09:00", "10:00", 36), "", Lesson.Kind.BUSY, "")
            .build();

    @Test
    void weeksWithoutTeachingAreReplacedByLaterOnes() {
        assertThat(PlannedWeeks.of(problem, null, 4, List.of())).isEqualTo(weeks(33, 35, 37, 38));
        assertThat(PlannedWeeks.of(problem, week(35), 3, List.of())).isEqualTo(weeks(35, 37, 38));
        assertThat(PlannedWeeks.of(problem, week(39), 3, List.of())).isEqualTo(weeks(39, 40));
    }

    @Test
    void weeksInterruptedFromMondayToFridayAreLeftOut() {
        var friday = new DateSpan(LocalDate.of(2026, 8, 28), LocalDate.of(2026, 8, 30)); // week 35
        var saturday = new DateSpan(LocalDate.of(2026, 8, 29), LocalDate.of(2026, 8, 30));
        var untilMonday = new DateSpan(LocalDate.of(2026, 9, 5), LocalDate.of(2026, 9, 7)); // week 37

        assertThat(PlannedWeeks.of(problem, null, 3, List.of(friday))).isEqualTo(weeks(33, 37, 38));
        assertThat(PlannedWeeks.of(problem, null, 3, List.of(saturday))).isEqualTo(weeks(33, 35, 37));
        assertThat(PlannedWeeks.of(problem, null, 3, List.of(untilMonday))).isEqualTo(weeks(33, 35, 38));
    }

    @Test
    void spanInterruptsWeeksInWhichItHasAWeekday() {
        var weekend = new DateSpan(LocalDate.of(2026, 8, 15), LocalDate.of(2026, 8, 16));
        var sundayToMonday = new DateSpan(LocalDate.of(2026, 8, 16), LocalDate.of(2026, 8, 24));

        assertThat(PlannedWeeks.interruptedWeeks(weekend)).isEmpty();
        assertThat(PlannedWeeks.interruptedWeeks(sundayToMonday)).isEqualTo(weeks(34, 35));
    }

    @Test
    void withoutTeachingEachWeekWithAnOpenDayCounts() {
        var nothing = school().weeks(3)
                .closed("2026-08-17", "2026-08-18", "2026-08-19", "2026-08-20", "2026-08-21", "2026-08-24")
                .build();

        assertThat(PlannedWeeks.of(nothing, null, 5, List.of())).isEqualTo(weeks(33, 35));
        assertThat(SchoolWeeks.of(nothing).holidays()).isEmpty();
    }

    @Test
    void everyNthWeekBeginsWithTheFirst() {
        assertThat(PlannedWeeks.everyNth(3, weeks(33, 34, 35, 37, 38, 39, 40))).isEqualTo(weeks(33, 37, 40));
        assertThat(PlannedWeeks.everyNth(1, weeks(33, 35))).isEqualTo(weeks(33, 35));
    }

    @Test
    void holidaysAreTheWeeksOfTheHorizonWithoutTeaching() {
        var school = SchoolWeeks.of(problem);

        assertThat(school.holidays()).isEqualTo(weeks(34, 36, 41, 42));
        assertThat(school.teachingWeeksOn(DayOfWeek.MONDAY)).isEqualTo(weeks(33, 35, 37, 38, 39, 40));
        assertThat(school.teachingWeeksOn(DayOfWeek.TUESDAY)).isEmpty();
    }
}

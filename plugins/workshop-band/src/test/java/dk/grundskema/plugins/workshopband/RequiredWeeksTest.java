package dk.grundskema.plugins.workshopband;

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

class RequiredWeeksTest {
    /** Teaching in weeks 33 to 40 but 36, on Mondays; the Monday of week 34 is closed. */
    private final Problem problem = school().closed("2026-08-17")
            .lesson("l", time(DayOfWeek.MONDAY, "08:00", "08:45", 33, 34, 35, 37, 38, 39, 40), "Danish", "")
            .lesson("m", time(DayOfWeek.MONDAY, "09:00", "10:00", 36), "", Lesson.Kind.BUSY, "")
            .build();

    private final RequiredWeeks calendar = new RequiredWeeks(problem);

    @Test
    void weeksWithoutTeachingAreLeftOutAndReplacedByLaterOnes() {
        assertThat(calendar.of(null, 4, List.of())).isEqualTo(weeks(33, 35, 37, 38));
        assertThat(calendar.of(week(39), 3, List.of())).isEqualTo(weeks(39, 40));
        assertThat(calendar.of(null, 60, List.of())).isEqualTo(weeks(33, 35, 37, 38, 39, 40));
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
        var nothing = new RequiredWeeks(school().weeks(3)
                .closed("2026-08-17", "2026-08-18", "2026-08-19", "2026-08-20", "2026-08-21", "2026-08-24")
                .build());

        assertThat(nothing.of(null, 60, List.of())).isEqualTo(weeks(33, 35));
    }
}

package dk.grundskema.plugins.bookpackages;

import static dk.grundskema.solver.testkit.MeetingTimes.time;
import static dk.grundskema.solver.testkit.SchoolBuilder.school;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SchoolDaysTest {
    /** Teaching in weeks 33 and 35, on Wednesdays; week 34 is a holiday, Monday and Tuesday of week 35 are closed. */
    private final SchoolDays days = new SchoolDays(school().closed("2026-08-24", "2026-08-25")
            .lesson("l", time(DayOfWeek.WEDNESDAY, "08:00", "08:45", 33, 35, 36), "Danish", "")
            .build());

    private static LocalDate august(int day) {
        return LocalDate.of(2026, 8, day);
    }

    @Test
    void weekendsHolidaysAndClosedDaysAreNoSchoolDays() {
        assertThat(days.isSchoolDay(august(14))).isTrue();
        assertThat(days.isSchoolDay(august(15))).isFalse();
        assertThat(days.isSchoolDay(august(17))).isFalse();
        assertThat(days.isSchoolDay(august(25))).isFalse();
        assertThat(days.isSchoolDay(LocalDate.of(2020, 8, 26))).isFalse();
    }

    @Test
    void aDateMovesToTheNextSchoolDayOrStays() {
        assertThat(days.schoolDayFrom(august(14))).isEqualTo(august(14));
        assertThat(days.schoolDayFrom(august(15))).isEqualTo(august(26));
        assertThat(days.schoolDayFrom(LocalDate.of(2020, 8, 29))).isEqualTo(LocalDate.of(2020, 8, 29));
    }

    @Test
    void schoolDayBeforeADateIsNearTheGivenDistanceAndNeverTheDateItself() {
        assertThat(days.schoolDayBefore(august(14), 3)).isEqualTo(august(11));
        assertThat(days.schoolDayBefore(august(28), 9)).isEqualTo(august(26));
        assertThat(days.schoolDayBefore(august(26), 5)).isEqualTo(august(14));
    }
}

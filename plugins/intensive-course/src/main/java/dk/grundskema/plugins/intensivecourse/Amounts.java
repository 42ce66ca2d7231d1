package dk.grundskema.plugins.intensivecourse;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

/** What the guide asks of a course. Source: guide to school-supporting interventions, part D. */
final class Amounts {
    /** Lessons a week. */
    static final int A_WEEK = 35;
    /** Weeks of a course in a holiday. */
    static final int WEEKS = 2;
    /** Lessons of a course on weekends, which is ours: as many as in a holiday. */
    static final int ALL = A_WEEK * WEEKS;

    private Amounts() {}

    /** Whether a course has no day from Monday to Friday. */
    static boolean isOnWeekends(List<LocalDate> dates) {
        return dates.stream().allMatch(date -> date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0);
    }
}

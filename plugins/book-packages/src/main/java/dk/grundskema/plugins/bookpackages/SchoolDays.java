package dk.grundskema.plugins.bookpackages;

import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.solver.spi.toolkit.SchoolWeeks;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/** Determines school days, for tasks and handovers on a date. */
final class SchoolDays {
    private final Problem problem;
    private final Set<IsoWeek> holidays;

    /** @param problem the problem with lessons and closed days */
    SchoolDays(Problem problem) {
        this.problem = problem;
        this.holidays = SchoolWeeks.of(problem).holidays();
    }

    /** Returns whether a date is a school day: an open weekday of the horizon, in a week with teaching if any teaching is known. */
    boolean isSchoolDay(LocalDate date) {
        return date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0
                && problem.horizon().contains(date)
                && !problem.horizon().isClosed(date)
                && !holidays.contains(IsoWeek.of(date));
    }

    /** Returns the first school day on or after a date; the date itself if the horizon has none. */
    LocalDate schoolDayFrom(LocalDate date) {
        return walk(date, 1);
    }

    /**
     * Returns a school day before a date: the first on or after the date less {@code days}, or if that is not before the date, the last school day
     * before it.
     *
     * @param days 1 or more
     * @return the date less {@code days} if the horizon has no such school day
     */
    LocalDate schoolDayBefore(LocalDate date, int days) {
        LocalDate day = schoolDayFrom(date.minusDays(days));
        return day.isBefore(date) ? day : walk(date.minusDays(1), -1);
    }

    private LocalDate walk(LocalDate start, int step) {
        LocalDate date = start;
        while (problem.horizon().contains(date) && !isSchoolDay(date)) {
            date = date.plusDays(step);
        }
        return problem.horizon().contains(date) ? date : start;
    }
}

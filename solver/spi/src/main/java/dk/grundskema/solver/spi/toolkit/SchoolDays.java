package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/** On which dates there is school, for what is sent, told or handed over on a date. */
public final class SchoolDays {
    private final Problem problem;
    private final Set<IsoWeek> holidays;

    /** @param problem whose lessons and closed days count */
    public SchoolDays(Problem problem) {
        this.problem = problem;
        this.holidays = new SchoolWeeks(problem).holidays();
    }

    /** Whether there is school: an open weekday of the horizon, in a week with teaching where any teaching is known. */
    public boolean isSchoolDay(LocalDate date) {
        return date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0
                && problem.horizon().contains(date)
                && !problem.horizon().isClosed(date)
                && !holidays.contains(IsoWeek.of(date));
    }

    /** The first school day from a date on; the date itself if the horizon has none. */
    public LocalDate from(LocalDate date) {
        return walked(date, 1);
    }

    /**
     * A school day before a date: the first from so many days before it on, or where that isn't before it, the last one before.
     *
     * @param days 1 or more
     * @return the day so many days before if the horizon has no school day then
     */
    public LocalDate before(LocalDate date, int days) {
        LocalDate day = from(date.minusDays(days));
        return day.isBefore(date) ? day : walked(date.minusDays(1), -1);
    }

    private LocalDate walked(LocalDate start, int step) {
        LocalDate date = start;
        while (problem.horizon().contains(date) && !isSchoolDay(date)) {
            date = date.plusDays(step);
        }
        return problem.horizon().contains(date) ? date : start;
    }
}

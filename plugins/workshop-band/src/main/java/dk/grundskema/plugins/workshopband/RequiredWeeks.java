package dk.grundskema.plugins.workshopband;

import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Lesson;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Derives for checks and reports, date by date, in which weeks an intervention must be held. It deliberately shares no code with {@link dk.grundskema.solver.spi.toolkit.PlannedWeeks}, which
 * expansions use.
 */
final class RequiredWeeks {
    private final Problem problem;
    private final Set<LocalDate> taught = new HashSet<>();

    RequiredWeeks(Problem problem) {
        this.problem = problem;
        for (Lesson lesson : problem.lessons()) {
            if (lesson.kind() == Lesson.Kind.TEACHING) {
                lesson.time().dates().stream().filter(this::isOpen).forEach(taught::add);
            }
        }
    }

    /** Returns whether something can be held on a date: it is in the horizon and not closed. */
    boolean isOpen(LocalDate date) {
        return problem.horizon().contains(date) && !problem.horizon().isClosed(date);
    }

    /**
     * Returns a number of school weeks that nothing interrupts.
     *
     * @param first         first possible week; {@code null} means the first of the horizon
     * @param count         number of weeks
     * @param interruptions dates on which other interventions take people out of their ordinary week
     * @return weeks in order; fewer than {@code count} if the horizon ends before
     */
    SortedSet<IsoWeek> of(@Nullable IsoWeek first, int count, List<DateSpan> interruptions) {
        var weeks = new TreeSet<IsoWeek>();
        for (IsoWeek week : problem.horizon().allWeeks()) {
            boolean isLater = first == null || week.compareTo(first) >= 0;
            if (isLater && weeks.size() < count && isSchoolWeek(week) && !isInterrupted(week, interruptions)) {
                weeks.add(week);
            }
        }
        return weeks;
    }

    /** A school week has teaching on an open day; without any teaching in the problem, an open day from Monday to Friday is enough. */
    private boolean isSchoolWeek(IsoWeek week) {
        return taught.isEmpty()
                ? schoolDays(week).stream().anyMatch(this::isOpen)
                : allDays(week).stream().anyMatch(taught::contains);
    }

    private static boolean isInterrupted(IsoWeek week, List<DateSpan> interruptions) {
        return schoolDays(week).stream()
                .anyMatch(date -> interruptions.stream()
                        .anyMatch(span -> !date.isBefore(span.from()) && !date.isAfter(span.until())));
    }

    private static List<LocalDate> schoolDays(IsoWeek week) {
        return allDays(week).subList(0, 5);
    }

    private static List<LocalDate> allDays(IsoWeek week) {
        return List.of(DayOfWeek.values()).stream().map(week::date).toList();
    }
}

package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Lesson;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** In which weeks and on which days the school teaches, by its timetable: closed days and holidays without lessons are none. */
public final class SchoolWeeks {
    private final Map<DayOfWeek, SortedSet<IsoWeek>> taught = new EnumMap<>(DayOfWeek.class);
    private final Map<DayOfWeek, Set<IsoWeek>> open = new EnumMap<>(DayOfWeek.class);
    private final Problem problem;

    /** @param problem whose lessons and closed days count */
    public SchoolWeeks(Problem problem) {
        this.problem = problem;
        List<IsoWeek> all = problem.horizon().allWeeks();
        for (DayOfWeek weekday : DayOfWeek.values()) {
            open.put(
                    weekday,
                    all.stream().filter(week -> isOpen(week, weekday)).collect(Collectors.toUnmodifiableSet()));
        }
        problem.lessons().forEach(this::teach);
    }

    /** Of thousands of lessons the first ones show all weeks of a day, as a rule. */
    private void teach(Lesson lesson) {
        DayOfWeek weekday = lesson.time().weekday();
        SortedSet<IsoWeek> weeks = taught.getOrDefault(weekday, Collections.emptySortedSet());
        if (lesson.kind() == Lesson.Kind.TEACHING
                && (weeks.isEmpty() || weeks.size() < openOn(weekday).size())) {
            taught.computeIfAbsent(weekday, day -> new TreeSet<>()).addAll(open(lesson));
        }
    }

    private Set<IsoWeek> openOn(DayOfWeek weekday) {
        return open.getOrDefault(weekday, Set.of());
    }

    /** The weeks of the horizon in which a lesson is held: not on closed days. */
    public SortedSet<IsoWeek> open(Lesson lesson) {
        var weeks = new TreeSet<>(lesson.time().weeks());
        weeks.retainAll(openOn(lesson.time().weekday()));
        return weeks;
    }

    /** Whether something may be held on the weekday of a week. */
    public boolean isOpen(IsoWeek week, DayOfWeek weekday) {
        return !problem.horizon().isClosed(week.date(weekday));
    }

    /** The weeks in which there is teaching on a weekday; empty means none. */
    public SortedSet<IsoWeek> on(DayOfWeek weekday) {
        return Collections.unmodifiableSortedSet(taught.getOrDefault(weekday, Collections.emptySortedSet()));
    }

    /** All weeks with teaching on some day. */
    public SortedSet<IsoWeek> all() {
        var weeks = new TreeSet<IsoWeek>();
        taught.values().forEach(weeks::addAll);
        return weeks;
    }

    /** Monday to Friday of the first so many holidays, see {@link #holidays}; fewer where there are fewer. */
    public List<LocalDate> holidayDates(int weeks) {
        return holidays().stream()
                .limit(weeks)
                .flatMap(week -> EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY).stream()
                        .map(week::date))
                .toList();
    }

    /** Whether all of some dates are on weekends. */
    public static boolean areWeekends(Collection<LocalDate> dates) {
        return dates.stream().allMatch(date -> date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0);
    }

    /** The weeks of the horizon without teaching: holidays. Empty if the problem has no teaching at all, for then nothing is known. */
    public SortedSet<IsoWeek> holidays() {
        var weeks = new TreeSet<IsoWeek>();
        if (!taught.isEmpty()) {
            weeks.addAll(problem.horizon().allWeeks());
            weeks.removeAll(all());
        }
        return weeks;
    }
}

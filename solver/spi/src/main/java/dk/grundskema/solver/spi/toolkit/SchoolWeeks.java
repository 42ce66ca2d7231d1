package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Lesson;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
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

/** The weeks and weekdays with teaching, according to the timetable. Closed days and holidays without lessons have none. */
public final class SchoolWeeks {
    private static final DerivedOnce<SchoolWeeks> SHARED = new DerivedOnce<>(SchoolWeeks::new);

    private final Map<DayOfWeek, SortedSet<IsoWeek>> taught = new EnumMap<>(DayOfWeek.class);
    private final Map<DayOfWeek, Set<IsoWeek>> open = new EnumMap<>(DayOfWeek.class);
    private final SortedSet<LocalTime> bells = new TreeSet<>();
    private final Problem problem;

    private SchoolWeeks(Problem problem) {
        this.problem = problem;
        List<IsoWeek> all = problem.horizon().allWeeks();
        for (DayOfWeek weekday : DayOfWeek.values()) {
            open.put(
                    weekday,
                    all.stream().filter(week -> isOpen(week, weekday)).collect(Collectors.toUnmodifiableSet()));
        }
        problem.lessons().forEach(this::addLesson);
    }

    /**
     * Returns the weeks of a problem; all interventions share them.
     *
     * @param problem the problem with lessons and closed days
     */
    public static SchoolWeeks of(Problem problem) {
        return SHARED.of(problem);
    }

    /** Skips lessons once all open weeks of the weekday are known: usually the first of thousands of lessons cover them. */
    private void addLesson(Lesson lesson) {
        if (lesson.kind() == Lesson.Kind.TEACHING) {
            bells.add(lesson.time().start());
            bells.add(lesson.time().end());
        }
        DayOfWeek weekday = lesson.time().weekday();
        SortedSet<IsoWeek> weeks = taught.getOrDefault(weekday, Collections.emptySortedSet());
        if (lesson.kind() == Lesson.Kind.TEACHING
                && (weeks.isEmpty() || weeks.size() < openOn(weekday).size())) {
            taught.computeIfAbsent(weekday, day -> new TreeSet<>()).addAll(openWeeks(lesson));
        }
    }

    /** Returns when lessons that teach start or end, in order; empty without lessons. */
    public SortedSet<LocalTime> bells() {
        return Collections.unmodifiableSortedSet(bells);
    }

    private Set<IsoWeek> openOn(DayOfWeek weekday) {
        return open.getOrDefault(weekday, Set.of());
    }

    /** Returns the weeks of the horizon in which a lesson is held, without closed days. */
    public SortedSet<IsoWeek> openWeeks(Lesson lesson) {
        var weeks = new TreeSet<>(lesson.time().weeks());
        weeks.retainAll(openOn(lesson.time().weekday()));
        return weeks;
    }

    /** Returns whether the weekday of a week is open. */
    public boolean isOpen(IsoWeek week, DayOfWeek weekday) {
        return !problem.horizon().isClosed(week.date(weekday));
    }

    /** Returns the weeks with teaching on a weekday; empty means none. */
    public SortedSet<IsoWeek> teachingWeeksOn(DayOfWeek weekday) {
        return Collections.unmodifiableSortedSet(taught.getOrDefault(weekday, Collections.emptySortedSet()));
    }

    /** Returns all weeks with teaching on some day. */
    public SortedSet<IsoWeek> teachingWeeks() {
        var weeks = new TreeSet<IsoWeek>();
        taught.values().forEach(weeks::addAll);
        return weeks;
    }

    /** Returns the dates from Monday to Friday of the first holiday weeks, see {@link #holidays}. */
    public List<LocalDate> holidayDates(int weeks) {
        return holidays().stream()
                .limit(weeks)
                .flatMap(week -> EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY).stream()
                        .map(week::date))
                .toList();
    }

    /** Returns whether all dates are on weekends. */
    public static boolean areWeekends(Collection<LocalDate> dates) {
        return dates.stream().allMatch(date -> date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0);
    }

    /** Returns the weeks of the horizon without teaching. Empty if the problem has no teaching at all, because holidays are then unknown. */
    public SortedSet<IsoWeek> holidays() {
        var weeks = new TreeSet<IsoWeek>();
        if (!taught.isEmpty()) {
            weeks.addAll(problem.horizon().allWeeks());
            weeks.removeAll(teachingWeeks());
        }
        return weeks;
    }
}

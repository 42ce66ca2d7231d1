package dk.grundskema.plugins.coteaching;

import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Lesson;
import java.time.DayOfWeek;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** On which days the school teaches at all: closed days and holidays without lessons are none. */
final class SchoolWeeks {
    private final Map<DayOfWeek, SortedSet<IsoWeek>> taught = new EnumMap<>(DayOfWeek.class);
    private final Problem problem;

    SchoolWeeks(Problem problem) {
        this.problem = problem;
        for (Lesson lesson : problem.lessons()) {
            if (lesson.kind() == Lesson.Kind.TEACHING) {
                taught.computeIfAbsent(lesson.time().weekday(), day -> new TreeSet<>())
                        .addAll(open(lesson));
            }
        }
    }

    /** The weeks in which a lesson is held: not on closed days. */
    SortedSet<IsoWeek> open(Lesson lesson) {
        var weeks = new TreeSet<IsoWeek>();
        for (IsoWeek week : lesson.time().weeks()) {
            if (problem.horizon().contains(week) && isOpen(week, lesson.time().weekday())) {
                weeks.add(week);
            }
        }
        return weeks;
    }

    /** Whether something may be held on the weekday of a week. */
    boolean isOpen(IsoWeek week, DayOfWeek weekday) {
        return !problem.horizon().isClosed(week.date(weekday));
    }

    /** The weeks in which there is teaching on a weekday. */
    SortedSet<IsoWeek> on(DayOfWeek weekday) {
        return taught.getOrDefault(weekday, Collections.emptySortedSet());
    }

    /** All weeks with teaching on some day. */
    SortedSet<IsoWeek> all() {
        var weeks = new TreeSet<IsoWeek>();
        taught.values().forEach(weeks::addAll);
        return weeks;
    }
}

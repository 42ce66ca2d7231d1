package dk.grundskema.plugins.coteaching;

import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Lesson;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Determines, for checks and reports on a finished timetable, the weeks with teaching and the weeks in which classes get
 * co-teaching.
 */
final class FinishedWeeks {
    private final CoTeachingParameters parameters;
    private final Problem problem;
    private final Map<DayOfWeek, Set<IsoWeek>> schoolDays = new EnumMap<>(DayOfWeek.class);
    private final IdentityHashMap<Lesson, SortedSet<IsoWeek>> openWeeks = new IdentityHashMap<>();

    FinishedWeeks(CoTeachingParameters parameters, Problem problem) {
        this.parameters = parameters;
        this.problem = problem;
        for (DayOfWeek weekday : DayOfWeek.values()) {
            List<IsoWeek> open = problem.horizon().allWeeks().stream()
                    .filter(week -> isOpen(week, weekday))
                    .toList();
            schoolDays.put(weekday, taughtWeeks(weekday, new HashSet<>(open)));
        }
    }

    /** Returns the weeks in which something is taught; it stops when that is so in all open ones, since schools of a municipality have many lessons. */
    private Set<IsoWeek> taughtWeeks(DayOfWeek weekday, Set<IsoWeek> open) {
        var taught = new HashSet<IsoWeek>();
        for (Lesson lesson : problem.lessons()) {
            if (taught.size() == open.size()) {
                break;
            }
            if (lesson.kind() == Lesson.Kind.TEACHING && lesson.time().weekday() == weekday) {
                lesson.time().weeks().stream().filter(open::contains).forEach(taught::add);
            }
        }
        return taught;
    }

    /** Returns the weeks in which a lesson is held: planned weeks in which its weekday is not closed. */
    SortedSet<IsoWeek> openWeeks(Lesson lesson) {
        return openWeeks.computeIfAbsent(lesson, one -> {
            MeetingTime time = one.time();
            var open = new TreeSet<>(time.weeks());
            open.removeIf(week -> !problem.horizon().contains(week) || !isOpen(week, time.weekday()));
            return Collections.unmodifiableSortedSet(open);
        });
    }

    /** Returns whether the school is open on the weekday of a week. */
    boolean isOpen(IsoWeek week, DayOfWeek weekday) {
        return !problem.horizon().closedDays().contains(week.date(weekday));
    }

    /** Returns the last week with co-teaching. */
    IsoWeek lastWeek() {
        IsoWeek end = problem.horizon().firstWeek().plus(problem.horizon().weeks() - 1);
        IsoWeek named = parameters.lastWeek();
        return named != null && named.compareTo(end) < 0 ? named : end;
    }

    /** Returns whether a class gets co-teaching in a week. */
    boolean hasCoTeaching(ClassNeed need, IsoWeek week) {
        IsoWeek first = parameters.firstWeek();
        if ((first != null && week.compareTo(first) < 0) || week.compareTo(lastWeek()) > 0) {
            return false;
        }
        if ((need.firstWeek() != null && week.compareTo(need.firstWeek()) < 0)
                || (need.lastWeek() != null && week.compareTo(need.lastWeek()) > 0)) {
            return false;
        }
        PriorityPeriod period = periodOf(week);
        if (period == null
                || (period.onlyClasses().isEmpty() && period.onlyYears().isEmpty())) {
            return true;
        }
        return period.onlyClasses().contains(need.groupId())
                || period.onlyYears().contains(yearOf(need));
    }

    private int yearOf(ClassNeed need) {
        String name = problem.group(need.groupId()).map(Group::name).orElse("");
        var digits = Pattern.compile("^\\s*(\\d{1,2})").matcher(name);
        return digits.find() ? Integer.parseInt(digits.group(1)) : -1;
    }

    /** Returns the period of a week; {@code null} if none. */
    @Nullable
    PriorityPeriod periodOf(IsoWeek week) {
        for (PriorityPeriod period : parameters.periods()) {
            boolean ended = period.lastWeek() != null && week.compareTo(period.lastWeek()) > 0;
            if (week.compareTo(period.firstWeek()) >= 0 && !ended) {
                return period;
            }
        }
        return null;
    }

    /** Returns the school weeks between two weeks, inclusive, in which a class gets co-teaching. */
    SortedSet<IsoWeek> classWeeks(ClassNeed need, IsoWeek first, IsoWeek last) {
        var weeks = new TreeSet<IsoWeek>();
        for (Set<IsoWeek> ofDay : schoolDays.values()) {
            for (IsoWeek week : ofDay) {
                if (week.compareTo(first) >= 0 && week.compareTo(last) <= 0 && hasCoTeaching(need, week)) {
                    weeks.add(week);
                }
            }
        }
        return weeks;
    }

    /**
     * Returns the minutes that a lesson adds to a full week: its length, in proportion to the school days on which it is held.
     */
    long minutesPerFullWeek(Lesson lesson, int heldWeeks, SortedSet<IsoWeek> weeks) {
        var days = new HashSet<>(schoolDays.getOrDefault(lesson.time().weekday(), Set.of()));
        days.retainAll(weeks);
        long length =
                Duration.between(lesson.time().start(), lesson.time().end()).toMinutes();
        return days.isEmpty() ? 0 : Math.round((double) length * heldWeeks / days.size());
    }
}

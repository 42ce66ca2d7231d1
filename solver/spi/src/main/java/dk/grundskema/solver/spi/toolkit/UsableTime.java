package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.finding.Checks;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A part of the week that the planner marks as usable for support: before the first lesson, a long break, after school, study time. For the
 * parameters of any plugin.
 *
 * @param weekdays on which days; empty means Monday to Friday
 * @param start    time of day from which it may be used
 * @param end      time of day until which it may be used, after {@code start}
 */
public record UsableTime(SortedSet<DayOfWeek> weekdays, LocalTime start, LocalTime end) {
    private static final List<DayOfWeek> SCHOOL_DAYS =
            List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);

    /** @throws dk.grundskema.domain.finding.InvalidValueException if it doesn't end after it starts */
    public UsableTime {
        weekdays = Collections.unmodifiableSortedSet(new TreeSet<>(weekdays));
        new Checks()
                .that(end.isAfter(start), "end", "usable.turned-round", start, end)
                .done();
    }

    /** Monday to Thursday from 14 to 16: what is usable where nobody said anything, which is ours. */
    public static UsableTime afterSchool() {
        return new UsableTime(new TreeSet<>(SCHOOL_DAYS.subList(0, 4)), LocalTime.of(14, 0), LocalTime.of(16, 0));
    }

    /** The days on which it is, in order. */
    public List<DayOfWeek> days() {
        return weekdays.isEmpty() ? SCHOOL_DAYS : List.copyOf(weekdays);
    }

    /** How long it is. */
    public long minutes() {
        return Duration.between(start, end).toMinutes();
    }

    /**
     * Times at which something of a length may be held in usable time: one after the other from the start of each part, and the last one that
     * still ends with it.
     *
     * @param usable  the usable parts of a week
     * @param minutes how long it lasts, 1 or more
     * @param weeks   in which weeks it is to be held; on each weekday those in which that day is closed are left out
     * @param problem whose days are closed
     * @return each time once, in the order of the week; empty if no part is long enough, or all days are closed
     */
    public static List<MeetingTime> times(
            List<UsableTime> usable, int minutes, SortedSet<IsoWeek> weeks, Problem problem) {
        Set<MeetingTime> times = new LinkedHashSet<>();
        for (UsableTime one : usable) {
            for (DayOfWeek day : one.days()) {
                SortedSet<IsoWeek> open = open(weeks, day, problem);
                if (!open.isEmpty()) {
                    one.starts(minutes)
                            .forEach(from -> times.add(new MeetingTime(open, day, from, from.plusMinutes(minutes))));
                }
            }
        }
        return times.stream()
                .sorted(Comparator.comparing(MeetingTime::weekday).thenComparing(MeetingTime::start))
                .toList();
    }

    /** Likewise for something that is held once in these weeks: each time in a single week, week by week. */
    public static List<MeetingTime> once(
            List<UsableTime> usable, int minutes, SortedSet<IsoWeek> weeks, Problem problem) {
        return weeks.stream()
                .flatMap(week -> times(usable, minutes, new TreeSet<>(Set.of(week)), problem).stream())
                .toList();
    }

    private static SortedSet<IsoWeek> open(SortedSet<IsoWeek> weeks, DayOfWeek day, Problem problem) {
        var open = new TreeSet<>(weeks);
        open.removeIf(week -> problem.horizon().isClosed(week.date(day)));
        return open;
    }

    private SortedSet<LocalTime> starts(int minutes) {
        var starts = new TreeSet<LocalTime>();
        for (long after = 0; after + minutes <= minutes(); after += minutes) {
            starts.add(start.plusMinutes(after));
        }
        if (minutes <= minutes()) {
            starts.add(end.minusMinutes(minutes));
        }
        return starts;
    }

    /** Adds the warning {@code <plugin>.no-usable-time} if nothing of so many minutes fits anywhere in the weeks; 0 minutes and no weeks always fit. */
    public static void check(
            List<UsableTime> usable,
            int minutes,
            SortedSet<IsoWeek> weeks,
            Problem problem,
            FindingList findings,
            String place) {
        boolean lacks = minutes > 0
                && !weeks.isEmpty()
                && times(usable, minutes, weeks, problem).isEmpty();
        findings.warnIf(lacks, "no-usable-time", place, minutes);
    }

    /** Whether something is held in usable time altogether: within one part, on one of its days. */
    public static boolean holds(List<UsableTime> usable, MeetingTime time) {
        return !time.endsNextDay()
                && usable.stream()
                        .anyMatch(one -> one.days().contains(time.weekday())
                                && !time.start().isBefore(one.start)
                                && !time.end().isAfter(one.end));
    }
}

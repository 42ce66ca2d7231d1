package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.finding.RecordValidator;
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

    /** @throws dk.grundskema.domain.finding.InvalidValueException if the end is not after the start */
    public UsableTime {
        weekdays = Collections.unmodifiableSortedSet(new TreeSet<>(weekdays));
        new RecordValidator()
                .require(end.isAfter(start), "end", "usable.turned-round", start, end)
                .throwIfInvalid();
    }

    /** Returns Monday to Thursday from 14 to 16, the default of the product. */
    public static UsableTime afterSchool() {
        return new UsableTime(new TreeSet<>(SCHOOL_DAYS.subList(0, 4)), LocalTime.of(14, 0), LocalTime.of(16, 0));
    }

    /** Returns the weekdays, in order. */
    public List<DayOfWeek> days() {
        return weekdays.isEmpty() ? SCHOOL_DAYS : List.copyOf(weekdays);
    }

    /** Returns the length in minutes. */
    public long minutes() {
        return Duration.between(start, end).toMinutes();
    }

    /**
     * Returns the possible times of a given length in usable time: consecutive ones from the start of each part, and the last one that ends with
     * the part.
     *
     * @param usable  the usable parts of a week
     * @param minutes length, 1 or more
     * @param weeks   the weeks; for each weekday, weeks in which that day is closed are left out
     * @param problem the problem with the closed days
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

    /** Returns the possible times of something that is held once: each time in a single week, week by week. */
    public static List<MeetingTime> singleWeekTimes(
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

    /** Adds the warning {@code <plugin>.no-usable-time} if no time of that length fits in the weeks; never for 0 minutes or no weeks. */
    public static void check(
            List<UsableTime> usable,
            int minutes,
            SortedSet<IsoWeek> weeks,
            Problem problem,
            FindingCollector findings,
            String place) {
        boolean lacks = minutes > 0
                && !weeks.isEmpty()
                && times(usable, minutes, weeks, problem).isEmpty();
        findings.warnIf(lacks, "no-usable-time", place, minutes);
    }

    /** Returns whether a time lies entirely in one usable part, on one of its days. */
    public static boolean contains(List<UsableTime> usable, MeetingTime time) {
        return !time.endsNextDay()
                && usable.stream()
                        .anyMatch(one -> one.days().contains(time.weekday())
                                && !time.start().isBefore(one.start)
                                && !time.end().isAfter(one.end));
    }
}

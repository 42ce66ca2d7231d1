package dk.grundskema.solver.rules;

import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * Computes the elapsed minutes of meetings by date, time of day and weekend. Results are cached, because every seat and
 * person uses the same few times. Thread-safe.
 */
final class DutyMinutes {
    /** From this time of day on, clocks have changed if they do. */
    private static final LocalTime CLOCKS_CHANGED = LocalTime.of(4, 0);

    /** A daily period in local time; it ends on the next day unless its end is after its start. */
    private record ClockRange(LocalTime from, LocalTime until) {
        Interval intervalOn(LocalDate date, ZoneId zone) {
            return Interval.between(
                    date.atTime(from),
                    date.plusDays(until.isAfter(from) ? 0 : 1).atTime(until),
                    zone);
        }

        /** Returns whether a meeting of one day is outside the period on the clock. Nothing is said of the hours in which clocks change. */
        boolean isOutside(MeetingTime time) {
            if (time.endsNextDay() || time.start().isBefore(CLOCKS_CHANGED)) {
                return false;
            }
            boolean isWithinADay = until.isAfter(from);
            boolean isBefore = !time.end().isAfter(from);
            boolean isAfter = !time.start().isBefore(until);
            return isWithinADay ? isBefore || isAfter : isBefore && isAfter;
        }
    }

    private record ClockRangeKey(MeetingTime time, ClockRange clock) {}

    private final ZoneId zone;
    private final Map<MeetingTime, Long> weekend = new ConcurrentHashMap<>();
    private final Map<MeetingTime, Map<LocalDate, Long>> byDate = new ConcurrentHashMap<>();
    private final Map<ClockRangeKey, Long> during = new ConcurrentHashMap<>();

    DutyMinutes(ZoneId zone) {
        this.zone = zone;
    }

    /** Returns the elapsed minutes of a meeting by the date on which it starts. */
    Map<LocalDate, Long> byDate(MeetingTime time) {
        return byDate.computeIfAbsent(
                time,
                fresh -> fresh.weeks().stream()
                        .collect(Collectors.toUnmodifiableMap(
                                fresh::date, week -> fresh.interval(week, zone).minutes())));
    }

    /** Returns the minutes in the evening, which ends when the night starts. */
    long eveningMinutes(MeetingTime time, WorkRules law) {
        return law.eveningStarts().equals(law.nightStarts())
                ? 0
                : minutesDuring(time, new ClockRange(law.eveningStarts(), law.nightStarts()));
    }

    /** Returns the minutes in the night. */
    long nightMinutes(MeetingTime time, WorkRules law) {
        return law.nightStarts().equals(law.nightEnds())
                ? 0
                : minutesDuring(time, new ClockRange(law.nightStarts(), law.nightEnds()));
    }

    private long minutesDuring(MeetingTime time, ClockRange clock) {
        if (clock.isOutside(time)) {
            return 0;
        }
        return during.computeIfAbsent(
                new ClockRangeKey(time, clock),
                asked -> sumOverWeeks(time, week -> {
                    LocalDate day = time.date(week);
                    Interval meeting = time.interval(week, zone);
                    long sum = 0;
                    for (int offset = -1; offset <= 1; offset++) {
                        sum += meeting.overlapMinutes(clock.intervalOn(day.plusDays(offset), zone));
                    }
                    return sum;
                }));
    }

    /** Returns the minutes on Saturday and Sunday. */
    long weekendMinutes(MeetingTime time) {
        DayOfWeek last = time.endsNextDay() ? time.weekday().plus(1) : time.weekday();
        if (time.weekday() != DayOfWeek.SUNDAY && last.compareTo(DayOfWeek.SATURDAY) < 0) {
            return 0;
        }
        return weekend.computeIfAbsent(
                time,
                asked -> sumOverWeeks(asked, week -> {
                    LocalDate saturday = week.date(DayOfWeek.SATURDAY);
                    var days = Interval.between(
                            saturday.atStartOfDay(), saturday.plusDays(2).atStartOfDay(), zone);
                    return asked.interval(week, zone).overlapMinutes(days);
                }));
    }

    private static long sumOverWeeks(MeetingTime time, ToLongFunction<IsoWeek> minutes) {
        return time.weeks().stream().mapToLong(minutes).sum();
    }
}

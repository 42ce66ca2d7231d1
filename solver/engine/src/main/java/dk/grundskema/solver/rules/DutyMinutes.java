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
 * Minutes of meetings by time of day and of the week, in true elapsed time. Each is worked out once, since every seat and person
 * asks for the same few times. Safe to use from several threads.
 */
final class DutyMinutes {
    /** A stretch of each day on the wall clock; on the next day when it doesn't end after it starts. */
    private record Clock(LocalTime from, LocalTime until) {
        Interval on(LocalDate date, ZoneId zone) {
            return Interval.between(
                    date.atTime(from),
                    date.plusDays(until.isAfter(from) ? 0 : 1).atTime(until),
                    zone);
        }
    }

    private record DuringClock(MeetingTime time, Clock clock) {}

    private final ZoneId zone;
    private final Map<MeetingTime, Long> weekend = new ConcurrentHashMap<>();
    private final Map<MeetingTime, Map<LocalDate, Long>> byDate = new ConcurrentHashMap<>();
    private final Map<DuringClock, Long> during = new ConcurrentHashMap<>();

    DutyMinutes(ZoneId zone) {
        this.zone = zone;
    }

    /** Elapsed minutes of a meeting by the date on which it starts. */
    Map<LocalDate, Long> byDate(MeetingTime time) {
        return byDate.computeIfAbsent(
                time,
                fresh -> fresh.weeks().stream()
                        .collect(Collectors.toUnmodifiableMap(
                                fresh::date, week -> fresh.interval(week, zone).minutes())));
    }

    /** Minutes in the evening, which ends where the night starts. */
    long evening(MeetingTime time, WorkRules law) {
        return law.eveningStarts().equals(law.nightStarts())
                ? 0
                : during(time, new Clock(law.eveningStarts(), law.nightStarts()));
    }

    /** Minutes in the night. */
    long night(MeetingTime time, WorkRules law) {
        return law.nightStarts().equals(law.nightEnds())
                ? 0
                : during(time, new Clock(law.nightStarts(), law.nightEnds()));
    }

    private long during(MeetingTime time, Clock clock) {
        return during.computeIfAbsent(
                new DuringClock(time, clock),
                asked -> overWeeks(time, week -> {
                    LocalDate day = time.date(week);
                    Interval meeting = time.interval(week, zone);
                    long sum = 0;
                    for (int offset = -1; offset <= 1; offset++) {
                        sum += meeting.overlap(clock.on(day.plusDays(offset), zone));
                    }
                    return sum;
                }));
    }

    /** Minutes on Saturday and Sunday. */
    long weekend(MeetingTime time) {
        return weekend.computeIfAbsent(
                time,
                asked -> overWeeks(asked, week -> {
                    LocalDate saturday = week.date(DayOfWeek.SATURDAY);
                    var days = Interval.between(
                            saturday.atStartOfDay(), saturday.plusDays(2).atStartOfDay(), zone);
                    return asked.interval(week, zone).overlap(days);
                }));
    }

    private static long overWeeks(MeetingTime time, ToLongFunction<IsoWeek> minutes) {
        return time.weeks().stream().mapToLong(minutes).sum();
    }
}

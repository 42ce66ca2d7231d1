package dk.grundskema.domain.time;

import dk.grundskema.domain.finding.Checks;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A recurring stretch of time as people say it: "Mondays until 10", "from 7 to 11 September", "every day after 16:30".
 * What is left out does not restrict.
 *
 * @param from     first date; {@code null} means from the beginning
 * @param until    last date, included; {@code null} means to the end
 * @param weekdays days of the week; empty means all
 * @param start    time of day at which it begins; {@code null} means midnight
 * @param end      time of day at which it ends; {@code null} means the following midnight; when not after {@code start},
 *     on the next day
 */
public record Period(
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        SortedSet<DayOfWeek> weekdays,
        @Nullable LocalTime start,
        @Nullable LocalTime end) {
    /** @throws dk.grundskema.domain.finding.InvalidValueException if it ends before it begins, or has no duration */
    public Period {
        weekdays = Collections.unmodifiableSortedSet(new TreeSet<>(weekdays));
        var checks = new Checks();
        if (from != null && until != null) {
            checks.that(!until.isBefore(from), "until", "date.end-before-start", from.toString(), until.toString());
        }
        if (start != null && start.equals(end)) {
            checks.that(false, "end", "time.no-duration", start);
        }
        checks.done();
    }

    /** The whole of one day. */
    public static Period wholeDay(LocalDate date) {
        return new Period(date, date, new TreeSet<>(), null, null);
    }

    /** Whether the period begins on the given date, in those of its weekdays and dates. */
    public boolean isOn(LocalDate date) {
        return (weekdays.isEmpty() || weekdays.contains(date.getDayOfWeek()))
                && (from == null || !date.isBefore(from))
                && (until == null || !date.isAfter(until));
    }

    /** The stretch of the day it begins on. */
    public Interval on(LocalDate date, ZoneId zone) {
        LocalTime first = start == null ? LocalTime.MIDNIGHT : start;
        LocalTime last = end == null ? LocalTime.MIDNIGHT : end;
        LocalDate lastDay = last.isAfter(first) ? date : date.plusDays(1);
        return Interval.between(date.atTime(first), lastDay.atTime(last), zone);
    }

    /** The true stretches of time in a horizon, from the day before it to the day after it, in order of their days. */
    public List<Interval> intervals(Horizon horizon) {
        var found = new ArrayList<Interval>();
        LocalDate last = horizon.lastDay().plusDays(1);
        for (LocalDate day = horizon.firstDay().minusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            if (isOn(day)) {
                found.add(on(day, horizon.zone()));
            }
        }
        return found;
    }
}

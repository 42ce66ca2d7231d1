package dk.grundskema.domain.time;

import dk.grundskema.domain.finding.RecordValidator;
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
        var checks = new RecordValidator();
        if (from != null && until != null) {
            checks.require(!until.isBefore(from), "until", "date.end-before-start", from.toString(), until.toString());
        }
        if (start != null && start.equals(end)) {
            checks.require(false, "end", "time.no-duration", start);
        }
        checks.throwIfInvalid();
    }

    /** Returns the period that covers one day. */
    public static Period wholeDay(LocalDate date) {
        return new Period(date, date, new TreeSet<>(), null, null);
    }

    /** Returns whether an occurrence of the period begins on the date. */
    public boolean beginsOn(LocalDate date) {
        return (weekdays.isEmpty() || weekdays.contains(date.getDayOfWeek()))
                && (from == null || !date.isBefore(from))
                && (until == null || !date.isAfter(until));
    }

    /** Returns the interval of the occurrence that begins on a date. Does not check {@link #beginsOn}. */
    public Interval intervalOn(LocalDate date, ZoneId zone) {
        LocalTime first = start == null ? LocalTime.MIDNIGHT : start;
        LocalTime last = end == null ? LocalTime.MIDNIGHT : end;
        LocalDate lastDay = last.isAfter(first) ? date : date.plusDays(1);
        return Interval.between(date.atTime(first), lastDay.atTime(last), zone);
    }

    /** Returns the intervals of all occurrences in a horizon plus one day before and after it, in order of their days. */
    public List<Interval> intervals(Horizon horizon) {
        var found = new ArrayList<Interval>();
        LocalDate first = horizon.firstDay().minusDays(1);
        LocalDate last = horizon.lastDay().plusDays(1);
        first = from != null && from.isAfter(first) ? from : first;
        last = until != null && until.isBefore(last) ? until : last;
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            if (beginsOn(day)) {
                found.add(intervalOn(day, horizon.zone()));
            }
        }
        return found;
    }
}

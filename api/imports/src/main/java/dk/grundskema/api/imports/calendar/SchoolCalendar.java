package dk.grundskema.api.imports.calendar;

import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.domain.time.Horizon;
import dk.grundskema.domain.time.IsoWeek;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The days of a school year. The defaults are those of most Danish municipalities: from the Monday of week 33 to the Friday before the last
 * Saturday of June; free are week 42, Christmas from 23 December to 2 January, week 7, Easter from the Monday before to Easter Monday,
 * Ascension Day with its Friday, Whit Monday and 5 June, until 2023 also Great Prayer Day. Source: general public knowledge; where
 * municipalities differ, the choice is ours.
 *
 * @param year     the school year
 * @param firstDay first school day
 * @param lastDay  last school day; after {@code firstDay}
 * @param closed   days from Monday to Friday without school, from the Monday of the first day's week to the Friday of the last day's
 */
public record SchoolCalendar(SchoolYear year, LocalDate firstDay, LocalDate lastDay, SortedSet<LocalDate> closed) {
    private static final int FIRST_WEEK = 33;
    private static final int MOST_WEEKS = 60;

    /** Copies the days. */
    public SchoolCalendar {
        closed = Collections.unmodifiableSortedSet(new TreeSet<>(closed));
    }

    /** Returns the calendar of a school year with a school's differences. */
    public static SchoolCalendar of(SchoolYear year, CalendarWishes wishes) {
        LocalDate first = wishes.firstDay() == null ? usualFirstDay(year) : wishes.firstDay();
        LocalDate last = wishes.lastDay() == null ? usualLastDay(year) : wishes.lastDay();
        LocalDate from = first.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate until = last.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        var closed = new TreeSet<LocalDate>();
        Holidays.of(year, wishes).forEach(span -> addAll(closed, span));
        wishes.closed().forEach(span -> addAll(closed, span));
        wishes.open().forEach(span -> closed.removeIf(span::contains));
        addAll(closed, from, first.minusDays(1));
        addAll(closed, last.plusDays(1), until);
        closed.removeIf(day -> day.isBefore(from) || day.isAfter(until) || isWeekend(day));
        return new SchoolCalendar(year, first, last, closed);
    }

    private static LocalDate usualFirstDay(SchoolYear year) {
        return new IsoWeek(year.begins(), FIRST_WEEK).date(DayOfWeek.MONDAY);
    }

    private static LocalDate usualLastDay(SchoolYear year) {
        return LocalDate.of(year.ends(), Month.JUNE, 1)
                .with(TemporalAdjusters.lastInMonth(DayOfWeek.SATURDAY))
                .minusDays(1);
    }

    private static void addAll(Set<LocalDate> days, DateSpan span) {
        addAll(days, span.from(), span.until());
    }

    private static void addAll(Set<LocalDate> days, LocalDate from, LocalDate until) {
        for (LocalDate day = from; !day.isAfter(until); day = day.plusDays(1)) {
            days.add(day);
        }
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
    }

    /** Whether a date is a school day. */
    public boolean isOpen(LocalDate date) {
        return !date.isBefore(firstDay) && !date.isAfter(lastDay) && !isWeekend(date) && !closed.contains(date);
    }

    /** Returns the number of weeks, holidays included. */
    public int weeks() {
        return IsoWeek.of(firstDay).until(IsoWeek.of(lastDay)) + 1;
    }

    /**
     * Whether the calendar can be planned: it lies between 1 June of its first and 31 August of its last calendar year, ends after it
     * begins, and has at most 60 weeks.
     */
    public boolean fitsHorizon() {
        LocalDate earliest = LocalDate.of(year.begins(), Month.JUNE, 1);
        LocalDate latest = LocalDate.of(year.ends(), Month.AUGUST, 31);
        return !firstDay.isBefore(earliest)
                && !lastDay.isAfter(latest)
                && firstDay.isBefore(lastDay)
                && weeks() <= MOST_WEEKS;
    }

    /** Returns the school days. */
    public List<LocalDate> schoolDays() {
        return firstDay.datesUntil(lastDay.plusDays(1)).filter(this::isOpen).toList();
    }

    /** Returns the terms: one span for each period without a closed day from Monday to Friday. */
    public List<DateSpan> terms() {
        var terms = new ArrayList<DateSpan>();
        LocalDate from = null;
        LocalDate last = firstDay;
        for (LocalDate day : schoolDays()) {
            boolean interrupted = last.datesUntil(day).anyMatch(date -> closed.contains(date));
            if (from != null && interrupted) {
                terms.add(new DateSpan(from, last));
            }
            from = from == null || interrupted ? day : from;
            last = day;
        }
        return from == null ? List.of() : withLast(terms, new DateSpan(from, last));
    }

    private static List<DateSpan> withLast(List<DateSpan> terms, DateSpan last) {
        terms.add(last);
        return List.copyOf(terms);
    }

    /**
     * Returns the calendar as the weeks of a plan.
     *
     * @param first first week; {@code null} means that of the first day
     * @param last  last week; {@code null} means that of the last day
     * @throws dk.grundskema.domain.finding.InvalidValueException if these are more weeks than a horizon has, or none
     */
    public Horizon horizon(@Nullable IsoWeek first, @Nullable IsoWeek last, ZoneId zone) {
        IsoWeek from = first == null ? IsoWeek.of(firstDay) : first;
        IsoWeek until = last == null ? IsoWeek.of(lastDay) : last;
        LocalDate start = from.date(DayOfWeek.MONDAY);
        LocalDate end = until.date(DayOfWeek.SUNDAY);
        var inside = new TreeSet<>(closed);
        inside.removeIf(day -> day.isBefore(start) || day.isAfter(end));
        return new Horizon(from, from.until(until) + 1, zone, inside);
    }
}

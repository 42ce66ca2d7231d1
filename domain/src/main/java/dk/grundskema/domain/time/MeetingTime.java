package dk.grundskema.domain.time;

import dk.grundskema.domain.finding.RecordValidator;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * When something is held: on one weekday, from a time of day to another, in some weeks. A camp module has one week, a
 * weekly lesson all weeks of a term. Times are those of the wall clock.
 *
 * @param weeks   weeks in which it is held, at least one; a meeting past midnight belongs to the week it starts in
 * @param weekday day on which it starts
 * @param start   time of day at which it starts
 * @param end     time of day at which it ends; when not after {@code start}, on the next day, at most 16 hours later
 */
public record MeetingTime(SortedSet<IsoWeek> weeks, DayOfWeek weekday, LocalTime start, LocalTime end) {
    /** @throws dk.grundskema.domain.finding.InvalidValueException if no week is given, or it has no length or more than 16 hours */
    public MeetingTime {
        weeks = Collections.unmodifiableSortedSet(new TreeSet<>(weeks));
        new RecordValidator()
                .notEmpty("weeks", weeks)
                .duration("end", start, end)
                .throwIfInvalid();
    }

    /** Returns the time of a single meeting on a date. */
    public static MeetingTime on(LocalDate date, LocalTime start, LocalTime end) {
        return new MeetingTime(new TreeSet<>(List.of(IsoWeek.of(date))), date.getDayOfWeek(), start, end);
    }

    /** Equal times have equal codes; not every week counts, because tables of times are asked millions of times. */
    @Override
    public int hashCode() {
        return 31 * (31 * (31 * weeks.first().hashCode() + weeks.size()) + weekday.getValue())
                + start.hashCode()
                - end.hashCode();
    }

    /** Returns the date on which it starts in a week. */
    public LocalDate date(IsoWeek week) {
        return week.date(weekday);
    }

    /** Returns the dates on which it starts, in order. */
    public List<LocalDate> dates() {
        return weeks.stream().map(this::date).toList();
    }

    /** Returns the first date on which it starts. */
    public LocalDate firstDate() {
        return date(weeks.first());
    }

    /** Returns its interval in one of its weeks. */
    public Interval interval(IsoWeek week, ZoneId zone) {
        LocalDate day = date(week);
        return Interval.between(day.atTime(start), (endsNextDay() ? day.plusDays(1) : day).atTime(end), zone);
    }

    /** Returns its intervals, one per week, in order. */
    public List<Interval> intervals(ZoneId zone) {
        return weeks.stream().map(week -> interval(week, zone)).toList();
    }

    /** Returns whether it ends on the day after it starts. */
    public boolean endsNextDay() {
        return !end.isAfter(start);
    }
}

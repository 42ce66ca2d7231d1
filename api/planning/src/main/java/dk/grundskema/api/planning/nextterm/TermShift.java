package dk.grundskema.api.planning.nextterm;

import dk.grundskema.api.imports.calendar.CalendarWishes;
import dk.grundskema.api.imports.calendar.SchoolCalendar;
import dk.grundskema.api.imports.calendar.SchoolYear;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a term is moved: by whole weeks, so that weekdays stay.
 *
 * @param weeks   number of weeks from a week of the present term to the same week of the next one
 * @param present calendar of the present school year; {@code null} if a camp is moved to a day
 * @param next    calendar of the next school year; {@code null} if a camp is moved to a day
 */
public record TermShift(
        int weeks,
        @Nullable SchoolCalendar present,
        @Nullable SchoolCalendar next) {
    /** Returns the shift to a school year, of which the usual calendar is taken. */
    public static TermShift toSchoolYear(Problem problem, SchoolYear year) {
        SchoolCalendar present = calendar(schoolYear(problem));
        SchoolCalendar next = calendar(year);
        return new TermShift(IsoWeek.of(present.firstDay()).until(IsoWeek.of(next.firstDay())), present, next);
    }

    /**
     * Returns the shift to a school year that somebody typed.
     *
     * @param year such as {@code 2027/28}; {@code null} means the one after the present
     * @return empty if it is no school year, or none after the present
     */
    public static Optional<TermShift> parseSchoolYear(Problem problem, @Nullable String year) {
        SchoolYear present = schoolYear(problem);
        return (year == null ? Optional.of(new SchoolYear(present.begins() + 1)) : SchoolYear.parse(year))
                .filter(one -> one.begins() > present.begins())
                .map(one -> toSchoolYear(problem, one));
    }

    /**
     * Returns the shift to the first day of a camp that somebody typed.
     *
     * @param day such as {@code 2027-02-08}
     * @return empty if it is no date, not after the first week of the problem, or outside the years that are supported
     */
    public static Optional<TermShift> parseFirstDay(Problem problem, String day) {
        return parseDay(day)
                .filter(one ->
                        IsoWeek.isSupported(one.plusWeeks(problem.horizon().weeks())))
                .filter(one -> problem.horizon().firstWeek().until(IsoWeek.of(one)) > 0)
                .map(one -> toDay(problem, one));
    }

    private static Optional<LocalDate> parseDay(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(IsoWeek::isSupported);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Returns the school year of a problem: that of its last day, since plans of a school year may begin in July. */
    public static SchoolYear schoolYear(Problem problem) {
        return SchoolYear.of(problem.horizon().lastDay());
    }

    private static SchoolCalendar calendar(SchoolYear year) {
        return SchoolCalendar.of(year, CalendarWishes.defaults());
    }

    /** Returns the shift after which the first week of a problem is that of a day. Classes do not move up, and there is no school calendar. */
    public static TermShift toDay(Problem problem, LocalDate firstDay) {
        return new TermShift(problem.horizon().firstWeek().until(IsoWeek.of(firstDay)), null, null);
    }

    /** Returns the number of school years between the two terms; 0 if a camp is moved to a day. */
    int years() {
        return present == null || next == null
                ? 0
                : next.year().begins() - present.year().begins();
    }
}

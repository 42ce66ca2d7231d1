package dk.grundskema.api.imports.calendar;

import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.domain.time.Easter;
import dk.grundskema.domain.time.IsoWeek;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;

/**
 * Holidays of Danish schools. Source: general public knowledge of Danish public holidays and municipal calendars; where municipalities
 * differ (Christmas, winter) the choice is ours.
 */
final class Holidays {
    private static final int LAST_YEAR_OF_PRAYER_DAY = 2023;

    private Holidays() {}

    /** Returns all holidays of a school year, unordered; some may lie outside the school year or on weekends. */
    static List<DateSpan> of(SchoolYear year, CalendarWishes wishes) {
        var all = new ArrayList<DateSpan>();
        if (wishes.autumnWeek() != 0) {
            all.add(workingWeek(year.begins(), wishes.autumnWeek()));
        }
        if (wishes.winterWeek() != 0) {
            all.add(workingWeek(year.ends(), wishes.winterWeek()));
        }
        if (wishes.publicHolidays()) {
            all.add(christmas(year));
            all.addAll(springHolidays(year.ends()));
        }
        return all;
    }

    private static DateSpan workingWeek(int year, int week) {
        LocalDate monday = new IsoWeek(year, week).date(DayOfWeek.MONDAY);
        return new DateSpan(monday, monday.plusDays(4));
    }

    /** Returns the Christmas holiday, 23 December to 2 January; a single school day between a weekend and the holiday is free too. */
    private static DateSpan christmas(SchoolYear year) {
        LocalDate first = LocalDate.of(year.begins(), Month.DECEMBER, 23);
        LocalDate last = LocalDate.of(year.ends(), Month.JANUARY, 2);
        return new DateSpan(
                first.getDayOfWeek() == DayOfWeek.TUESDAY ? first.minusDays(1) : first,
                last.getDayOfWeek() == DayOfWeek.THURSDAY ? last.plusDays(1) : last);
    }

    private static List<DateSpan> springHolidays(int year) {
        LocalDate easter = Easter.easterSunday(year);
        var days = new ArrayList<>(List.of(
                new DateSpan(easter.minusDays(6), easter.plusDays(1)),
                new DateSpan(easter.plusDays(39), easter.plusDays(40)), // Ascension Day and the Friday after it
                day(easter.plusDays(50)), // Whit Monday
                day(LocalDate.of(year, Month.JUNE, 5))));
        if (year <= LAST_YEAR_OF_PRAYER_DAY) {
            days.add(day(easter.plusDays(26)));
        }
        return days;
    }

    private static DateSpan day(LocalDate date) {
        return new DateSpan(date, date);
    }
}

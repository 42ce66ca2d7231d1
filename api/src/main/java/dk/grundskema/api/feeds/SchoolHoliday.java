package dk.grundskema.api.feeds;

import dk.grundskema.api.imports.calendar.Easter;
import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.domain.time.IsoWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.Locale;

/** What days without school are called in Denmark, as far as their dates tell. Source: general public knowledge of Danish public holidays and municipal calendars. */
enum SchoolHoliday {
    AUTUMN,
    CHRISTMAS,
    WINTER,
    EASTER,
    PRAYER_DAY,
    ASCENSION,
    WHIT_MONDAY,
    CONSTITUTION_DAY,
    SUMMER,
    /** Days of which the dates alone don't tell why there is no school. */
    OTHER;

    private static final int AUTUMN_WEEK = 42;
    private static final int FIRST_WINTER_WEEK = 7;
    private static final int LAST_WINTER_WEEK = 8;
    private static final int WEEK = 5;

    static SchoolHoliday of(DateSpan days) {
        LocalDate from = days.from();
        LocalDate easter = Easter.sunday(from.getYear());
        if (days.contains(LocalDate.of(from.getYear(), Month.DECEMBER, 25)) || isNewYear(from)) {
            return CHRISTMAS;
        }
        if (days.contains(easter.minusDays(3)) || days.contains(easter.plusDays(1))) {
            return EASTER;
        }
        if (from.getMonthValue() <= Month.JULY.getValue()
                && days.contains(LocalDate.of(from.getYear(), Month.JULY, 15))) {
            return SUMMER;
        }
        return isWeek(days) ? ofWeek(IsoWeek.of(from).week()) : ofDay(days, easter);
    }

    /** Where a plan begins with the calendar year. */
    private static boolean isNewYear(LocalDate from) {
        return from.getDayOfYear() == 1;
    }

    private static boolean isWeek(DateSpan days) {
        return days.contains(days.from().plusDays(WEEK - 1L));
    }

    private static SchoolHoliday ofWeek(int week) {
        if (week == AUTUMN_WEEK) {
            return AUTUMN;
        }
        return week >= FIRST_WINTER_WEEK && week <= LAST_WINTER_WEEK ? WINTER : OTHER;
    }

    private static SchoolHoliday ofDay(DateSpan days, LocalDate easter) {
        if (days.contains(easter.plusDays(26)) && easter.getYear() <= 2023) {
            return PRAYER_DAY;
        }
        if (days.contains(easter.plusDays(39))) {
            return ASCENSION;
        }
        if (days.contains(easter.plusDays(50))) {
            return WHIT_MONDAY;
        }
        return days.contains(LocalDate.of(easter.getYear(), Month.JUNE, 5)) ? CONSTITUTION_DAY : OTHER;
    }

    /** Key of what it is called. */
    String key() {
        return "year.holiday-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

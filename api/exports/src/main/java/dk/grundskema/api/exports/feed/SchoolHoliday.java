package dk.grundskema.api.exports.feed;

import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.domain.time.Easter;
import dk.grundskema.domain.time.IsoWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.Locale;

/**
 * Danish names of days without school, as far as they follow from the dates. Source: general public knowledge of Danish public holidays and municipal
 * calendars.
 */
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
    /** Days without school whose reason does not follow from the dates. */
    OTHER;

    private static final int AUTUMN_WEEK = 42;
    private static final int FIRST_WINTER_WEEK = 7;
    private static final int LAST_WINTER_WEEK = 8;
    private static final int WEEK = 5;

    static SchoolHoliday of(DateSpan days) {
        LocalDate from = days.from();
        LocalDate easter = Easter.easterSunday(from.getYear());
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

    /** Returns whether the plan begins with the calendar year. */
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

    /** Returns the key of the holiday's name. */
    String textKey() {
        return "year.holiday-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package dk.grundskema.domain.time;

import java.time.LocalDate;

/** Calculates the date of Easter. Source: the Gregorian computus, in the form of Meeus, Jones and Butcher. */
public final class Easter {
    private Easter() {}

    /** Returns Easter Sunday of a year of the Gregorian calendar. */
    public static LocalDate easterSunday(int year) {
        int golden = year % 19;
        int century = year / 100;
        int ofCentury = year % 100;
        int moonShift = (century + 8) / 25;
        int moonDrift = (century - moonShift + 1) / 3;
        int moon = (19 * golden + century - century / 4 - moonDrift + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - moon - ofCentury % 4) % 7;
        int late = (golden + 11 * moon + 22 * weekday) / 451;
        int day = moon + weekday - 7 * late + 114;
        return LocalDate.of(year, day / 31, day % 31 + 1);
    }
}

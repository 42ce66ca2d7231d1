package dk.grundskema.examples.generated;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;

/**
 * The lessons of a generated school's week: five days of eight lessons, numbered from Monday's first. Pairs of lessons can be a
 * double lesson.
 */
final class SchoolWeek {
    static final int DAYS = 5;
    static final int A_DAY = 8;
    static final int SLOTS = DAYS * A_DAY;
    static final int MINUTES = 45;

    private static final List<LocalTime> STARTS = List.of(
            LocalTime.of(8, 0),
            LocalTime.of(8, 45),
            LocalTime.of(9, 50),
            LocalTime.of(10, 35),
            LocalTime.of(11, 50),
            LocalTime.of(12, 35),
            LocalTime.of(13, 30),
            LocalTime.of(14, 15));

    private SchoolWeek() {}

    static DayOfWeek weekday(int slot) {
        return DayOfWeek.of(slot / A_DAY + 1);
    }

    static LocalTime start(int slot) {
        return STARTS.get(slot % A_DAY);
    }

    static LocalTime end(int slot) {
        return start(slot).plusMinutes(MINUTES);
    }

    /**
     * Returns the number of lessons on a day for a class with that many lessons a week. The longest days come first, Friday is
     * last.
     */
    static int lessonsOn(int day, int week) {
        int[] rank = {0, 2, 1, 3, 4};
        return week / DAYS + (rank[day] < week % DAYS ? 1 : 0);
    }
}

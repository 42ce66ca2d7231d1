package dk.grundskema.examples.generated;

import dk.grundskema.domain.time.IsoWeek;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A Danish school year from Monday 10 August 2026 to Friday 25 June 2027, without holidays. Realistic, but not an actual
 * calendar.
 */
final class GeneratedSchoolYear {
    static final IsoWeek FIRST = new IsoWeek(2026, 33);
    static final int WEEKS = 46;

    private static final List<IsoWeek> HOLIDAYS = List.of(
            new IsoWeek(2026, 42),
            new IsoWeek(2026, 52),
            new IsoWeek(2026, 53),
            new IsoWeek(2027, 7),
            new IsoWeek(2027, 12));
    private static final List<LocalDate> CLOSED = List.of(
            LocalDate.of(2027, 3, 29), LocalDate.of(2027, 5, 6), LocalDate.of(2027, 5, 7), LocalDate.of(2027, 5, 17));

    private GeneratedSchoolYear() {}

    /** Returns the year in problem-file form. */
    static Map<String, Object> horizon() {
        return Map.of("firstWeek", FIRST.toString(), "weeks", WEEKS, "closedDays", closedDays());
    }

    /** Returns the time of a lesson of the week, through the year, in problem-file form. */
    static Map<String, Object> time(int slot) {
        return Map.of(
                "weeks",
                weeks(SchoolWeek.weekday(slot)),
                "weekday",
                SchoolWeek.weekday(slot).name(),
                "start",
                SchoolWeek.start(slot).toString(),
                "end",
                SchoolWeek.end(slot).toString());
    }

    /** Returns the weekdays on which the school is closed. */
    static List<String> closedDays() {
        var closed = new TreeSet<LocalDate>(CLOSED);
        for (IsoWeek week : HOLIDAYS) {
            for (int day = 1; day <= SchoolWeek.DAYS; day++) {
                closed.add(week.date(DayOfWeek.of(day)));
            }
        }
        return closed.stream().map(LocalDate::toString).toList();
    }

    /** Returns the weeks with school on a weekday. */
    static List<String> weeks(DayOfWeek weekday) {
        List<String> closed = closedDays();
        var weeks = new ArrayList<String>();
        for (int i = 0; i < WEEKS; i++) {
            IsoWeek week = FIRST.plus(i);
            if (!closed.contains(week.date(weekday).toString())) {
                weeks.add(week.toString());
            }
        }
        return weeks;
    }

    static LocalDate firstDay() {
        return FIRST.date(DayOfWeek.MONDAY);
    }

    static LocalDate lastDay() {
        return FIRST.plus(WEEKS - 1).date(DayOfWeek.FRIDAY);
    }
}

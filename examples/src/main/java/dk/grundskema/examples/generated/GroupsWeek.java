package dk.grundskema.examples.generated;

import dk.grundskema.domain.time.IsoWeek;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** When small groups of a made-up school can meet: twelve school weeks, and hours of the week outside most lessons. */
final class GroupsWeek {
    static final int WEEKS = 12;
    static final int MINUTES = 30;

    /** The weeks with the autumn holiday among them. */
    static final int HORIZON = WEEKS + 1;

    static final IsoWeek FIRST = new IsoWeek(2026, 33);

    private static final IsoWeek HOLIDAY = new IsoWeek(2026, 42);
    private static final int FRIDAY = 4;

    /**
     * When a session may be held.
     *
     * @param day   of the week, Monday is 0
     * @param start first minute of the day
     */
    record Start(int day, int start) {
        int end() {
            return start + MINUTES;
        }

        boolean overlaps(int otherDay, int from, int until) {
            return day == otherDay && start < until && from < end();
        }

        LocalTime time() {
            return LocalTime.of(start / 60, start % 60);
        }

        DayOfWeek weekday() {
            return DayOfWeek.of(day + 1);
        }
    }

    /** A stretch that the planner marks as usable, on the weekdays from one to another. */
    private record Window(int firstDay, int lastDay, int start, int end) {}

    private final List<Window> windows;

    GroupsWeek(boolean allDay) {
        var all = new ArrayList<Window>();
        if (allDay) {
            all.add(new Window(0, FRIDAY, minute(7, 25), minute(7, 55)));
        }
        all.add(new Window(0, FRIDAY, minute(11, 20), minute(11, 50)));
        if (allDay) {
            all.add(new Window(0, FRIDAY - 1, minute(13, 30), minute(15, 30)));
            all.add(new Window(FRIDAY, FRIDAY, minute(13, 30), minute(14, 30)));
        } else {
            all.add(new Window(0, FRIDAY, minute(14, 30), minute(15, 30)));
        }
        windows = List.copyOf(all);
    }

    static int minute(int hour, int minute) {
        return 60 * hour + minute;
    }

    /** All starts of the week, each once, in order. */
    List<Start> starts() {
        var starts = new ArrayList<Start>();
        for (int day = 0; day <= FRIDAY; day++) {
            for (Window window : windows) {
                boolean isOn = window.firstDay() <= day && day <= window.lastDay();
                for (int at = window.start(); isOn && at + MINUTES <= window.end(); at += MINUTES) {
                    starts.add(new Start(day, at));
                }
            }
        }
        return starts;
    }

    /** The stretches as parameters have them. */
    List<Map<String, Object>> usable() {
        var all = new ArrayList<Map<String, Object>>();
        for (Window window : windows) {
            var one = new LinkedHashMap<String, Object>();
            var weekdays = new ArrayList<String>();
            for (int day = window.firstDay(); day <= window.lastDay(); day++) {
                weekdays.add(DayOfWeek.of(day + 1).name());
            }
            one.put("weekdays", weekdays);
            one.put("start", text(window.start()));
            one.put("end", text(window.end()));
            all.add(one);
        }
        return all;
    }

    static String text(int minute) {
        return LocalTime.of(minute / 60, minute % 60).toString();
    }

    /** The weeks with school. */
    static List<String> weeks() {
        var weeks = new ArrayList<String>();
        for (int i = 0; i < HORIZON; i++) {
            IsoWeek week = FIRST.plus(i);
            if (!week.equals(HOLIDAY)) {
                weeks.add(week.toString());
            }
        }
        return weeks;
    }

    /** All weeks as a problem file has them. */
    static Map<String, Object> horizon() {
        return Map.of("firstWeek", FIRST.toString(), "weeks", HORIZON, "closedDays", closedDays());
    }

    /** Weekdays of the holiday. */
    static List<String> closedDays() {
        var days = new ArrayList<String>();
        for (int day = 0; day <= FRIDAY; day++) {
            days.add(HOLIDAY.date(DayOfWeek.of(day + 1)).toString());
        }
        return days;
    }
}

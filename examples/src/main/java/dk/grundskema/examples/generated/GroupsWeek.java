package dk.grundskema.examples.generated;

import dk.grundskema.domain.time.IsoWeek;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Possible times of small groups of a generated school: twelve school weeks, and hours of the week outside most lessons. */
final class GroupsWeek {
    static final int WEEKS = 12;
    static final int MINUTES = 30;

    /** The weeks including the autumn holiday. */
    static final int HORIZON = WEEKS + 1;

    static final IsoWeek FIRST = new IsoWeek(2026, 33);

    private static final IsoWeek HOLIDAY = new IsoWeek(2026, 42);
    private static final int FRIDAY = 4;

    /**
     * A possible start of a session.
     *
     * @param day   day of the week, Monday is 0
     * @param start first minute of the day
     */
    record SessionStart(int day, int start) {
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

    /** A period that the planner marks as usable, on consecutive weekdays. */
    private record UsableWindow(int firstDay, int lastDay, int start, int end) {}

    private final List<UsableWindow> windows;

    GroupsWeek(boolean allDay) {
        var all = new ArrayList<UsableWindow>();
        if (allDay) {
            all.add(new UsableWindow(0, FRIDAY, minuteOfDay(7, 25), minuteOfDay(7, 55)));
        }
        all.add(new UsableWindow(0, FRIDAY, minuteOfDay(11, 20), minuteOfDay(11, 50)));
        if (allDay) {
            all.add(new UsableWindow(0, FRIDAY - 1, minuteOfDay(13, 30), minuteOfDay(15, 30)));
            all.add(new UsableWindow(FRIDAY, FRIDAY, minuteOfDay(13, 30), minuteOfDay(14, 30)));
        } else {
            all.add(new UsableWindow(0, FRIDAY, minuteOfDay(14, 30), minuteOfDay(15, 30)));
        }
        windows = List.copyOf(all);
    }

    static int minuteOfDay(int hour, int minute) {
        return 60 * hour + minute;
    }

    /** Returns all starts of the week, each once, in order. */
    List<SessionStart> starts() {
        var starts = new ArrayList<SessionStart>();
        for (int day = 0; day <= FRIDAY; day++) {
            for (UsableWindow window : windows) {
                boolean isOn = window.firstDay() <= day && day <= window.lastDay();
                for (int at = window.start(); isOn && at + MINUTES <= window.end(); at += MINUTES) {
                    starts.add(new SessionStart(day, at));
                }
            }
        }
        return starts;
    }

    /** Returns the usable periods in the form of the parameters. */
    List<Map<String, Object>> usableTimes() {
        var all = new ArrayList<Map<String, Object>>();
        for (UsableWindow window : windows) {
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

    /** Returns the weeks with school. */
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

    /** Returns all weeks in problem-file form. */
    static Map<String, Object> horizon() {
        return Map.of("firstWeek", FIRST.toString(), "weeks", HORIZON, "closedDays", closedDays());
    }

    /** Returns the weekdays of the holiday. */
    static List<String> closedDays() {
        var days = new ArrayList<String>();
        for (int day = 0; day <= FRIDAY; day++) {
            days.add(HOLIDAY.date(DayOfWeek.of(day + 1)).toString());
        }
        return days;
    }
}

package dk.grundskema.examples.generated;

import dk.grundskema.examples.generated.GroupsWeek.SessionStart;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A period of the week in which a generated student is unavailable: a bus that arrives late or leaves early, leisure activities.
 *
 * @param days  weekdays, Monday is 0; empty means all
 * @param start first minute of the day; 0 means from midnight
 * @param end   last minute of the day, exclusive; 0 means to midnight
 */
record StudentAbsence(List<Integer> days, int start, int end) {
    StudentAbsence {
        days = List.copyOf(days);
    }

    /** Returns up to two periods that leave enough hours free, in the form of a student's availability. */
    static List<Map<String, Object>> randomPeriods(SplittableRandom random, List<SessionStart> free) {
        var periods = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < 2; i++) {
            StudentAbsence one = randomAbsence(random);
            if (free.stream().noneMatch(one::covers)) {
                periods.add(one.toPeriod());
            }
        }
        return periods;
    }

    private static StudentAbsence randomAbsence(SplittableRandom random) {
        return switch (random.nextInt(5)) {
            case 0 -> new StudentAbsence(List.of(), 0, GroupsWeek.minuteOfDay(7, 50));
            case 1 -> new StudentAbsence(List.of(), GroupsWeek.minuteOfDay(14, 5), 0);
            case 2 -> new StudentAbsence(List.of(), GroupsWeek.minuteOfDay(15, 5), 0);
            case 3 -> new StudentAbsence(List.of(random.nextInt(SchoolWeek.DAYS)), GroupsWeek.minuteOfDay(13, 20), 0);
            default ->
                new StudentAbsence(
                        List.of(random.nextInt(SchoolWeek.DAYS)),
                        GroupsWeek.minuteOfDay(11, 20),
                        GroupsWeek.minuteOfDay(11, 50));
        };
    }

    boolean covers(SessionStart other) {
        boolean isOn = days.isEmpty() || days.contains(other.day());
        return isOn && start < other.end() && (end == 0 || other.start() < end);
    }

    private Map<String, Object> toPeriod() {
        var period = new LinkedHashMap<String, Object>();
        if (!days.isEmpty()) {
            period.put(
                    "weekdays",
                    days.stream().map(day -> DayOfWeek.of(day + 1).name()).toList());
        }
        if (start > 0) {
            period.put("start", GroupsWeek.text(start));
        }
        if (end > 0) {
            period.put("end", GroupsWeek.text(end));
        }
        return period;
    }
}

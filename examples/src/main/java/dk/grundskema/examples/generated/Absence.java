package dk.grundskema.examples.generated;

import dk.grundskema.examples.generated.GroupsWeek.Start;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Why a made-up student can't come at some hours of the week: a bus that comes late or leaves early, what is done in leisure time.
 *
 * @param days  on which weekdays, Monday is 0; empty means on all
 * @param start from which minute; 0 means from midnight
 * @param end   until which minute; 0 means to midnight
 */
record Absence(List<Integer> days, int start, int end) {
    Absence {
        days = List.copyOf(days);
    }

    /** Up to two periods that leave hours free, as the availability of a student has them. */
    static List<Map<String, Object>> some(SplittableRandom random, List<Start> free) {
        var periods = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < 2; i++) {
            Absence one = any(random);
            if (free.stream().noneMatch(one::covers)) {
                periods.add(one.period());
            }
        }
        return periods;
    }

    private static Absence any(SplittableRandom random) {
        return switch (random.nextInt(5)) {
            case 0 -> new Absence(List.of(), 0, GroupsWeek.minute(7, 50));
            case 1 -> new Absence(List.of(), GroupsWeek.minute(14, 5), 0);
            case 2 -> new Absence(List.of(), GroupsWeek.minute(15, 5), 0);
            case 3 -> new Absence(List.of(random.nextInt(SchoolWeek.DAYS)), GroupsWeek.minute(13, 20), 0);
            default ->
                new Absence(
                        List.of(random.nextInt(SchoolWeek.DAYS)), GroupsWeek.minute(11, 20), GroupsWeek.minute(11, 50));
        };
    }

    boolean covers(Start other) {
        boolean isOn = days.isEmpty() || days.contains(other.day());
        return isOn && start < other.end() && (end == 0 || other.start() < end);
    }

    private Map<String, Object> period() {
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

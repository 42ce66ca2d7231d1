package dk.grundskema.api.service.benchmark;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The number of events of each person, class and room, counted from the timetable over REST and not from a calendar. */
final class ExpectedEventCounts {
    private final Map<String, Integer> byOwner = new HashMap<>();

    /** @param timetable the timetable as the service returns it */
    ExpectedEventCounts(Object timetable) {
        list((Map<?, ?>) timetable, "meetings").forEach(this::count);
        list((Map<?, ?>) timetable, "tasks").forEach(task -> add("STAFF " + task.get("staffId"), 1));
    }

    /** How many an owner's calendar has. */
    int of(String kind, String owner) {
        return byOwner.getOrDefault(kind + " " + owner, 0);
    }

    private void count(Map<?, ?> meeting) {
        List<Map<?, ?>> seats = list(meeting, "seats");
        boolean isUntouched = "lesson".equals(meeting.get("kind"))
                && seats.stream()
                        .allMatch(seat -> seat.get("staffId") == null
                                || (Boolean.TRUE.equals(seat.get("locked")) && "teacher".equals(seat.get("role"))));
        if (isUntouched) {
            return; // a lesson as ever is no news
        }
        Set<String> owners = new HashSet<>();
        // A stand-by at home does not make its owner busy
        boolean isWork =
                !(meeting.get("workload") instanceof Map<?, ?> load) || !Boolean.FALSE.equals(load.get("work"));
        for (Map<?, ?> seat : seats) {
            owners.add("STAFF " + seat.get("staffId"));
            if (isWork) {
                owners.add("BUSY " + seat.get("staffId"));
            }
        }
        owners.add("ROOM " + meeting.get("roomId"));
        names(meeting, "extraRoomIds").forEach(room -> owners.add("ROOM " + room));
        names(meeting, "groupIds").forEach(group -> owners.add("GROUP " + group));
        owners.add("INTERVENTION " + meeting.get("interventionId"));
        int weeks = names(meeting, "weeks").size();
        owners.forEach(owner -> add(owner, weeks));
    }

    private void add(String owner, int many) {
        byOwner.merge(owner, many, Integer::sum);
    }

    private static List<?> names(Map<?, ?> of, String key) {
        return of.get(key) instanceof List<?> some ? some : List.of();
    }

    private static List<Map<?, ?>> list(Map<?, ?> of, String key) {
        return names(of, key).stream().<Map<?, ?>>map(each -> (Map<?, ?>) each).toList();
    }
}

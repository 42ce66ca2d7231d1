package dk.grundskema.examples.generated;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The kinds of day of a made-up camp, as a problem file has them. How many adults are where grows with the teams. */
final class BaseTimetable {
    private final CampSize size;
    private final List<Map<String, Object>> blocks = new ArrayList<>();

    private BaseTimetable(CampSize size) {
        this.size = size;
    }

    static List<Map<String, Object>> of(CampSize size) {
        if (size.weeks() == 0) {
            return List.of(new BaseTimetable(size).twoDays());
        }
        if (size.nights()) {
            return List.of(
                    new BaseTimetable(size).lastDay(),
                    new BaseTimetable(size).weekday("weekday", "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"),
                    new BaseTimetable(size).saturday(),
                    new BaseTimetable(size).sunday());
        }
        return List.of(
                new BaseTimetable(size).weekday("weekday", "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY"),
                new BaseTimetable(size).friday());
    }

    /** Adults where the whole camp is together: two, and one more for each two teams beyond the second. */
    private int together() {
        return 2 + Math.max(0, size.teams() - 1) / 2;
    }

    /** Adults who watch the night: two, and one more for each five teams beyond the fifth. */
    private int nightWatch() {
        return 2 + Math.max(0, size.teams() - 1) / 5;
    }

    private Map<String, Object> twoDays() {
        module(1, "09:00", "10:30");
        module(2, "11:00", "12:30");
        block("lunch", "MEAL", "12:30", "13:15", 1, "dining-hall");
        block("evening", "EVENING", "18:30", "21:30", 1, "hall");
        return kind("weekday", "MONDAY", "TUESDAY");
    }

    private void untilLastModule() {
        if (size.nights()) {
            block("wake-up", "WAKE_UP", "07:00", "08:15", 2, "");
        }
        block("handover", "HANDOVER", "07:45", "08:15", Math.max(2, size.teams() / 2), "");
        block("breakfast", "MEAL", "08:15", "08:45", together(), "dining-hall");
        block("assembly", "RITUAL", "08:45", "09:00", together(), "hall");
        module(1, "09:00", "10:30");
        block("movement", "MOVEMENT", "10:30", "11:00", together(), "");
        module(2, "11:00", "12:30");
        block("lunch", "MEAL", "12:30", "13:15", together() + 1, "dining-hall");
        module(3, "13:15", "14:45");
    }

    private Map<String, Object> weekday(String id, String... weekdays) {
        untilLastModule();
        block("free-time", "FREE_TIME", "14:45", "16:30", together(), "");
        block("quiet-hour", "QUIET_HOUR", "16:30", "17:30", together(), "");
        block("dinner", "MEAL", "17:30", "18:30", together(), "dining-hall");
        block("evening", "EVENING", "18:30", size.nights() ? "22:00" : "21:00", together(), "hall");
        night("07:00");
        return kind(id, weekdays);
    }

    private Map<String, Object> friday() {
        untilLastModule();
        block("farewell", "RITUAL", "14:45", "15:15", together(), "hall");
        return kind("friday", "FRIDAY");
    }

    private Map<String, Object> saturday() {
        weekendMorning("07:00");
        block("trip", "TRIP", "10:00", "15:00", 2, "");
        block("free-time", "FREE_TIME", "15:00", "17:30", together(), "");
        weekendEvening("08:00");
        return kind("saturday", "SATURDAY");
    }

    private Map<String, Object> sunday() {
        weekendMorning("08:00");
        block("cleaning", "CLEANING", "10:00", "11:00", together(), "");
        block("movement", "MOVEMENT", "11:00", "12:30", together(), "");
        block("lunch", "MEAL", "12:30", "13:30", together(), "dining-hall");
        block("free-time", "FREE_TIME", "13:30", "17:30", together(), "");
        weekendEvening("07:00");
        return kind("sunday", "SUNDAY");
    }

    private Map<String, Object> lastDay() {
        weekendMorning("08:00");
        block("cleaning", "CLEANING", "10:00", "11:30", together(), "");
        block("lunch", "MEAL", "11:30", "12:30", together(), "dining-hall");
        block("departure", "DEPARTURE", "12:30", "14:00", together(), "");
        var last = kind("last-day");
        last.put("occasion", "LAST_DAY");
        return last;
    }

    private void weekendMorning(String from) {
        block("wake-up", "WAKE_UP", from, "08:45", 2, "");
        block("breakfast", "MEAL", "08:45", "10:00", together(), "dining-hall");
    }

    private void weekendEvening(String until) {
        block("dinner", "MEAL", "17:30", "18:30", together(), "dining-hall");
        block("evening", "EVENING", "18:30", "22:00", together(), "hall");
        night(until);
    }

    /** Three quarters of a night on the spot count as hours. */
    private void night(String until) {
        if (size.nights()) {
            block("night", "NIGHT", "22:00", until, nightWatch(), "").put("creditPercent", 75);
        }
    }

    private void module(int number, String start, String end) {
        block("module-" + number, "MODULE", start, end, 2, "classroom");
    }

    private Map<String, Object> block(String id, String kind, String start, String end, int staff, String roomKind) {
        var block = new LinkedHashMap<String, Object>();
        block.put("id", id);
        block.put("kind", kind);
        block.put("start", start);
        block.put("end", end);
        block.put("staff", staff);
        if (!roomKind.isEmpty()) {
            block.put("roomKinds", List.of(roomKind));
        }
        blocks.add(block);
        return block;
    }

    private Map<String, Object> kind(String id, String... weekdays) {
        var kind = new LinkedHashMap<String, Object>();
        kind.put("id", id);
        kind.put("weekdays", List.of(weekdays));
        kind.put("blocks", blocks);
        return kind;
    }
}

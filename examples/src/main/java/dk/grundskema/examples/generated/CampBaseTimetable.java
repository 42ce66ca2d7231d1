package dk.grundskema.examples.generated;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Kinds of day of a generated camp in problem-file form. The number of adults grows with the teams. */
final class CampBaseTimetable {
    private final CampSize size;
    private final CampShape shape;
    private final List<Map<String, Object>> blocks = new ArrayList<>();

    private CampBaseTimetable(CampSize size, CampShape shape) {
        this.size = size;
        this.shape = shape;
    }

    static List<Map<String, Object>> of(CampSize size, CampShape shape) {
        if (size.weeks() == 0) {
            return List.of(new CampBaseTimetable(size, shape).twoDays());
        }
        if (size.nights()) {
            return List.of(
                    new CampBaseTimetable(size, shape).lastDay(),
                    new CampBaseTimetable(size, shape)
                            .weekday("weekday", "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"),
                    new CampBaseTimetable(size, shape).saturday(),
                    new CampBaseTimetable(size, shape).sunday());
        }
        return List.of(
                new CampBaseTimetable(size, shape).weekday("weekday", "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY"),
                new CampBaseTimetable(size, shape).friday());
    }

    /** Returns the number of adults with the whole camp: two, and one more for each two teams beyond the second. */
    private int staffTogether() {
        return 2 + Math.max(0, size.teams() - 1) / 2;
    }

    /** Returns the number of adults at night: two, and one more for each five teams beyond the fifth; some shapes have more. */
    private int nightWatch() {
        return 2 + Math.max(0, size.teams() - 1) / 5 + shape.moreAtNight();
    }

    private Map<String, Object> twoDays() {
        module(1, "09:00", "10:30");
        module(2, "11:00", "12:30");
        block("lunch", "MEAL", "12:30", "13:15", 1, "dining-hall");
        block("evening", "EVENING", "18:30", "21:30", 1, "hall");
        return dayKind("weekday", "MONDAY", "TUESDAY");
    }

    private void untilLastModule() {
        if (size.nights()) {
            block("wake-up", "WAKE_UP", "07:00", "08:15", 2, "");
        }
        block("handover", "HANDOVER", "07:45", "08:15", Math.max(2, size.teams() / 2), "");
        block("breakfast", "MEAL", "08:15", "08:45", staffTogether(), "dining-hall");
        block("assembly", "RITUAL", "08:45", "09:00", staffTogether(), "hall");
        module(1, "09:00", "10:30");
        block("movement", "MOVEMENT", "10:30", "11:00", staffTogether(), "");
        module(2, "11:00", "12:30");
        block("lunch", "MEAL", "12:30", "13:15", staffTogether() + 1, "dining-hall");
        module(3, "13:15", "14:45");
    }

    private Map<String, Object> weekday(String id, String... weekdays) {
        untilLastModule();
        block("free-time", "FREE_TIME", "14:45", "16:30", staffTogether(), "");
        block("quiet-hour", "QUIET_HOUR", "16:30", "17:30", staffTogether(), "");
        block("dinner", "MEAL", "17:30", "18:30", staffTogether(), "dining-hall");
        block("evening", "EVENING", "18:30", size.nights() ? "22:00" : "21:00", staffTogether(), "hall");
        night("07:00");
        return dayKind(id, weekdays);
    }

    private Map<String, Object> friday() {
        untilLastModule();
        block("farewell", "RITUAL", "14:45", "15:15", staffTogether(), "hall");
        return dayKind("friday", "FRIDAY");
    }

    private Map<String, Object> saturday() {
        weekendMorning("07:00");
        block("trip", "TRIP", "10:00", "15:00", 2, "");
        block("free-time", "FREE_TIME", "15:00", "17:30", staffTogether(), "");
        weekendEvening("08:00");
        return dayKind("saturday", "SATURDAY");
    }

    private Map<String, Object> sunday() {
        weekendMorning("08:00");
        block("cleaning", "CLEANING", "10:00", "11:00", staffTogether(), "");
        block("movement", "MOVEMENT", "11:00", "12:30", staffTogether(), "");
        block("lunch", "MEAL", "12:30", "13:30", staffTogether(), "dining-hall");
        block("free-time", "FREE_TIME", "13:30", "17:30", staffTogether(), "");
        weekendEvening("07:00");
        return dayKind("sunday", "SUNDAY");
    }

    private Map<String, Object> lastDay() {
        weekendMorning("08:00");
        block("cleaning", "CLEANING", "10:00", "11:30", staffTogether(), "");
        block("lunch", "MEAL", "11:30", "12:30", staffTogether(), "dining-hall");
        block("departure", "DEPARTURE", "12:30", "14:00", staffTogether(), "");
        var last = dayKind("last-day");
        last.put("occasion", "LAST_DAY");
        return last;
    }

    private void weekendMorning(String from) {
        block("wake-up", "WAKE_UP", from, "08:45", 2, "");
        block("breakfast", "MEAL", "08:45", "10:00", staffTogether(), "dining-hall");
    }

    private void weekendEvening(String until) {
        block("dinner", "MEAL", "17:30", "18:30", staffTogether(), "dining-hall");
        block("evening", "EVENING", "18:30", "22:00", staffTogether(), "hall");
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
        if (shape == CampShape.SPECIAL_ROOMS) {
            var kinds = new ArrayList<>(List.of("classroom"));
            kinds.addAll(CampGenerator.SPECIAL_ROOMS);
            blocks.getLast().put("roomKinds", kinds);
        }
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

    private Map<String, Object> dayKind(String id, String... weekdays) {
        var kind = new LinkedHashMap<String, Object>();
        kind.put("id", id);
        kind.put("weekdays", List.of(weekdays));
        kind.put("blocks", blocks);
        return kind;
    }
}

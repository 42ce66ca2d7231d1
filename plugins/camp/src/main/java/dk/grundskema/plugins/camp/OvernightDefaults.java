package dk.grundskema.plugins.camp;

import static dk.grundskema.plugins.camp.CampDefaults.block;
import static dk.grundskema.plugins.camp.CampDefaults.module;

import dk.grundskema.plugins.camp.Block.Kind;
import dk.grundskema.plugins.camp.DayKind.Occasion;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.TreeSet;

/**
 * Default base timetable of an overnight camp. Staff are with the students from arrival to departure, including weekends, and
 * each day except weekends has three modules. Times and numbers are ours, based on day plans that Danish boarding schools
 * publish.
 */
final class OvernightDefaults {
    private OvernightDefaults() {}

    static List<DayKind> dayKinds() {
        var schoolDays = new TreeSet<>(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
        var weekend = new TreeSet<>(EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
        return List.of(
                DayKind.of("arrival", Occasion.FIRST_DAY, join(arrival(), untilMorning())),
                DayKind.of("weekday", schoolDays, join(untilLastModule(), afternoon(), untilMorning())),
                DayKind.of("weekend", weekend, join(weekend(), untilMorning())),
                DayKind.of("departure", Occasion.LAST_DAY, join(untilLastModule(), departure())));
    }

    @SafeVarargs
    private static List<Block> join(List<Block>... parts) {
        var all = new ArrayList<Block>();
        for (List<Block> part : parts) {
            all.addAll(part);
        }
        return List.copyOf(all);
    }

    private static List<Block> arrival() {
        return List.of(
                block("arrival", Kind.ARRIVAL, "09:00", "10:00"),
                block("welcome", Kind.RITUAL, "10:00", "11:00"),
                module("module-1", "11:00", "12:30"),
                block("lunch", Kind.MEAL, "12:30", "13:15"),
                module("module-2", "13:15", "14:45"),
                block("handover", Kind.HANDOVER, "14:45", "15:15"),
                block("free-time", Kind.FREE_TIME, "14:45", "16:00"),
                module("module-3", "16:00", "17:30"));
    }

    private static List<Block> untilLastModule() {
        return List.of(
                block("wake-up", Kind.WAKE_UP, "07:00", "07:30"),
                block("breakfast", Kind.MEAL, "07:30", "08:15"),
                block("cleaning", Kind.CLEANING, "08:15", "08:45"),
                block("assembly", Kind.RITUAL, "08:45", "09:00"),
                module("module-1", "09:00", "10:30"),
                block("movement", Kind.MOVEMENT, "10:30", "11:00"),
                module("module-2", "11:00", "12:30"),
                block("lunch", Kind.MEAL, "12:30", "13:15"),
                module("module-3", "13:15", "14:45"));
    }

    private static List<Block> afternoon() {
        return List.of(
                block("handover", Kind.HANDOVER, "14:45", "15:15"),
                block("free-time", Kind.FREE_TIME, "14:45", "16:30"),
                block("quiet-hour", Kind.QUIET_HOUR, "16:30", "17:30"));
    }

    /** One staff member may have bedtime and night together: ten hours of duty. */
    private static List<Block> untilMorning() {
        return List.of(
                block("dinner", Kind.MEAL, "17:30", "18:30"),
                block("evening", Kind.EVENING, "18:30", "21:00"),
                block("bedtime", Kind.RITUAL, "21:00", "22:45"),
                block("night", Kind.NIGHT, "22:45", "07:00"));
    }

    private static List<Block> weekend() {
        return List.of(
                block("quiet-morning", Kind.FREE_TIME, "07:00", "08:30"),
                block("wake-up", Kind.WAKE_UP, "08:30", "09:00"),
                block("breakfast", Kind.MEAL, "09:00", "10:00"),
                block("cleaning", Kind.CLEANING, "10:00", "10:30"),
                block("movement", Kind.MOVEMENT, "10:30", "12:30"),
                block("lunch", Kind.MEAL, "12:30", "13:15"),
                block("handover", Kind.HANDOVER, "14:45", "15:15"),
                block("free-time", Kind.FREE_TIME, "13:15", "16:30"),
                block("quiet-hour", Kind.QUIET_HOUR, "16:30", "17:30"));
    }

    private static List<Block> departure() {
        return List.of(
                block("goodbye", Kind.RITUAL, "14:45", "15:15"), block("departure", Kind.DEPARTURE, "15:15", "16:00"));
    }
}

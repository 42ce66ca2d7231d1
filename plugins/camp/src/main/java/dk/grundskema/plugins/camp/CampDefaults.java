package dk.grundskema.plugins.camp;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Default content of a camp. The elements (rituals, meals, modules, movement, evening; Danish, mathematics, character traits as
 * the thread, learning strategies) are from Læringslokomotivet. Times and numbers are ours, based on day plans that Danish
 * boarding and day schools publish.
 */
final class CampDefaults {
    private static final List<String> CLASSROOM = List.of("classroom");

    private CampDefaults() {}

    static List<DayKind> dayKinds(boolean overnight) {
        return overnight ? OvernightDefaults.dayKinds() : dayCamp();
    }

    private static List<DayKind> dayCamp() {
        var weekday = new ArrayList<>(untilLastModule());
        weekday.add(block("free-time", Block.Kind.FREE_TIME, "14:45", "16:30"));
        weekday.add(block("quiet-hour", Block.Kind.QUIET_HOUR, "16:30", "17:30"));
        weekday.add(block("dinner", Block.Kind.MEAL, "17:30", "18:30"));
        weekday.add(block("evening", Block.Kind.EVENING, "18:30", "20:30"));
        var friday = new ArrayList<>(untilLastModule());
        friday.add(block("farewell", Block.Kind.RITUAL, "14:45", "15:15"));
        return List.of(
                DayKind.of(
                        "weekday",
                        new TreeSet<>(
                                List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY)),
                        weekday),
                DayKind.of("friday", new TreeSet<>(List.of(DayOfWeek.FRIDAY)), friday));
    }

    private static List<Block> untilLastModule() {
        return List.of(
                block("handover", Block.Kind.HANDOVER, "07:45", "08:15"),
                block("breakfast", Block.Kind.MEAL, "08:15", "08:45"),
                block("assembly", Block.Kind.RITUAL, "08:45", "09:00"),
                module("module-1", "09:00", "10:30"),
                block("movement", Block.Kind.MOVEMENT, "10:30", "11:00"),
                module("module-2", "11:00", "12:30"),
                block("lunch", Block.Kind.MEAL, "12:30", "13:15"),
                module("module-3", "13:15", "14:45"));
    }

    static Block module(String id, String start, String end) {
        return block(id, Block.Kind.MODULE, start, end, CLASSROOM);
    }

    static Block block(String id, Block.Kind kind, String start, String end) {
        return block(id, kind, start, end, List.of());
    }

    private static Block block(String id, Block.Kind kind, String start, String end, List<String> roomKinds) {
        return new Block(
                id, null, kind, LocalTime.parse(start), LocalTime.parse(end), null, null, 0, roomKinds, List.of());
    }

    /** Returns subjects with fifteen modules a week, as many as the default base timetable has. */
    static List<Subject> subjects() {
        return List.of(
                subject("danish", 4, true, "danish", List.of()),
                subject("mathematics", 4, true, "mathematics", List.of()),
                subject("character-traits", 3, false, null, traits()),
                subject("learning-strategies", 2, false, null, List.of()),
                subject("movement", 1, false, null, List.of()),
                subject("creative", 1, false, null, List.of()));
    }

    /** Returns the seven character traits in order, as keys of their texts. */
    static List<String> traits() {
        return List.of(
                "curiosity",
                "perseverance",
                "self-control",
                "commitment",
                "social-intelligence",
                "gratitude",
                "optimism");
    }

    private static Subject subject(
            String id, int modulesPerWeek, boolean demanding, @Nullable String skill, List<String> steps) {
        return new Subject(id, null, modulesPerWeek, 1, demanding, skill, steps);
    }

    static int preparationMinutes(Block.Kind kind) {
        return switch (kind) {
            case MODULE -> 30;
            case EVENING -> 15;
            case MEAL,
                    RITUAL,
                    MOVEMENT,
                    FREE_TIME,
                    QUIET_HOUR,
                    HANDOVER,
                    WAKE_UP,
                    CLEANING,
                    NIGHT,
                    ARRIVAL,
                    DEPARTURE,
                    TRIP -> 0;
        };
    }
}

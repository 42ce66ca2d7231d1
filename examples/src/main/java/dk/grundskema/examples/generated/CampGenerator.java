package dk.grundskema.examples.generated;

import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.registry.PluginRegistry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Generates camps: teams to be formed, a base timetable, people with skills, days off and wishes, enough rooms. Resources suffice
 * for a plan without hard or medium faults, but not for meeting all wishes. The same size and seed give the same problem, byte
 * for byte.
 */
public final class CampGenerator {
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 8, 31);
    private static final String FIRST_WEEK = "2026-W36";
    private static final int MODULES_A_WEEK = 15;

    /** Kinds of room of which a camp with special rooms has few. */
    static final List<String> SPECIAL_ROOMS = List.of("gym", "workshop", "laboratory");

    private CampGenerator() {}

    /**
     * Returns a generated camp as a problem file.
     *
     * @param size its size
     * @param seed determines skills, days off, wishes, schools and company
     */
    public static String file(CampSize size, long seed) {
        return file(size, CampShape.USUAL, seed);
    }

    /**
     * Returns a generated camp as a problem file. Only usual camps surely have a plan without faults.
     *
     * @param usual size of the usual camp
     * @param shape how it differs from that
     * @param seed  as in {@link #file(CampSize, long)}
     */
    public static String file(CampSize usual, CampShape shape, long seed) {
        CampSize size = shape.of(usual);
        var people = new CampPeople(size, shape, FIRST_DAY, new SplittableRandom(seed));
        var problem = new LinkedHashMap<String, Object>();
        problem.put("version", 1);
        problem.put("title", "A made-up camp: %s, seed %d".formatted(size.name(), seed));
        problem.put("language", "EN");
        problem.put("horizon", Map.of("firstWeek", FIRST_WEEK, "weeks", size.weeks() + 1));
        problem.put("sites", List.of(Map.of("id", "camp-house", "name", "The camp house")));
        problem.put("rooms", rooms(size, shape));
        problem.put("schools", people.schools());
        problem.put("staff", people.staff());
        problem.put("students", people.students());
        problem.put("work", Map.of("hoursPerWeek", 48));
        problem.put("interventions", List.of(campParameters(size, shape)));
        return ProblemFile.text(problem);
    }

    /**
     * Returns a generated camp.
     *
     * @param size    its size
     * @param shape   how it differs from the usual camp
     * @param seed    as in {@link #file(CampSize, long)}
     * @param plugins plugins, including that of camps
     */
    public static Problem problem(CampSize size, CampShape shape, long seed, PluginRegistry plugins) {
        return ProblemFile.read(file(size, shape, seed), plugins);
    }

    /**
     * Returns a usual camp.
     *
     * @param size    its size
     * @param seed    as in {@link #file(CampSize, long)}
     * @param plugins plugins, including that of camps
     */
    public static Problem problem(CampSize size, long seed, PluginRegistry plugins) {
        return problem(size, CampShape.USUAL, seed, plugins);
    }

    private static Map<String, Object> campParameters(CampSize size, CampShape shape) {
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put("firstDay", FIRST_DAY.toString());
        parameters.put("weeks", Math.max(1, size.weeks()));
        parameters.put(
                "teams", Map.of("count", size.teams(), "smallest", size.smallestTeam(), "largest", size.largestTeam()));
        parameters.put("dayKinds", CampBaseTimetable.of(size, shape));
        if (size.weeks() == 0) {
            parameters.put("subjects", List.of(subject("danish", 2, true), subject("mathematics", 2, true)));
        }
        if (shape == CampShape.SPECIAL_ROOMS && size.weeks() > 0) {
            putSpecialSubjects(parameters, size);
        }
        var camp = new LinkedHashMap<String, Object>();
        camp.put("id", "camp");
        camp.put("type", "camp");
        camp.put("title", "A made-up camp");
        camp.put("parameters", parameters);
        return camp;
    }

    private static Map<String, Object> subject(String id, int modules, boolean demanding) {
        return Map.of("id", id, "modulesPerWeek", modules, "maxPerDay", 1, "demanding", demanding, "skill", id);
    }

    /** Fifteen modules a week, five of them in special rooms. */
    private static void putSpecialSubjects(Map<String, Object> parameters, CampSize size) {
        parameters.put(
                "subjects",
                List.of(
                        subject("danish", 4, true),
                        subject("mathematics", 4, true),
                        plainSubject("learning-strategies", 2, List.of()),
                        plainSubject("movement", 2, List.of("gym")),
                        plainSubject("creative", 2, List.of("workshop")),
                        plainSubject("science", 1, List.of("laboratory"))));
        parameters.put("noDoubleModules", Map.of("level", "HARD"));
        parameters.put(
                "roomLimits",
                SPECIAL_ROOMS.stream()
                        .map(kind -> Map.of("roomKinds", List.of(kind), "most", specialRooms(size)))
                        .toList());
    }

    private static Map<String, Object> plainSubject(String id, int modules, List<String> roomKinds) {
        var subject = new LinkedHashMap<String, Object>();
        subject.put("id", id);
        subject.put("title", id);
        subject.put("modulesPerWeek", modules);
        subject.put("maxPerDay", 1);
        if (!roomKinds.isEmpty()) {
            subject.put("roomKinds", roomKinds);
        }
        return subject;
    }

    /** Two modules a team fit into the fifteen of a week, with a quarter to spare. */
    private static int specialRooms(CampSize size) {
        return Math.ceilDiv(size.teams() * 2 * 5, MODULES_A_WEEK * 4);
    }

    private static List<Map<String, Object>> rooms(CampSize size, CampShape shape) {
        var rooms = new ArrayList<Map<String, Object>>();
        for (int i = 1; i <= size.teams() + 1; i++) {
            rooms.add(room("room-" + i, "classroom", size.largestTeam()));
        }
        rooms.add(room("dining-hall", "dining-hall", size.students()));
        rooms.add(room("hall", "hall", size.students()));
        if (shape == CampShape.SPECIAL_ROOMS) {
            for (String kind : SPECIAL_ROOMS) {
                for (int i = 1; i <= specialRooms(size); i++) {
                    rooms.add(room(kind + "-" + i, kind, size.largestTeam()));
                }
            }
        }
        return rooms;
    }

    private static Map<String, Object> room(String id, String kind, int capacity) {
        return Map.of("id", id, "name", "The " + id, "kind", kind, "capacity", capacity);
    }
}

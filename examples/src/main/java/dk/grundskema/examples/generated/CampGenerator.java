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

    private CampGenerator() {}

    /**
     * Returns a generated camp as a problem file.
     *
     * @param size its size
     * @param seed determines skills, days off, wishes, schools and company
     */
    public static String file(CampSize size, long seed) {
        var people = new CampPeople(size, FIRST_DAY, new SplittableRandom(seed));
        var problem = new LinkedHashMap<String, Object>();
        problem.put("version", 1);
        problem.put("title", "A made-up camp: %s, seed %d".formatted(size.name(), seed));
        problem.put("language", "EN");
        problem.put("horizon", Map.of("firstWeek", FIRST_WEEK, "weeks", size.weeks() + 1));
        problem.put("sites", List.of(Map.of("id", "camp-house", "name", "The camp house")));
        problem.put("rooms", rooms(size));
        problem.put("schools", people.schools());
        problem.put("staff", people.staff());
        problem.put("students", people.students());
        problem.put("work", Map.of("hoursPerWeek", 48));
        problem.put("interventions", List.of(campParameters(size)));
        return ProblemFile.text(problem);
    }

    /**
     * Returns a generated camp.
     *
     * @param size    its size
     * @param seed    as in {@link #file}
     * @param plugins plugins, including that of camps
     */
    public static Problem problem(CampSize size, long seed, PluginRegistry plugins) {
        return ProblemFile.read(file(size, seed), plugins);
    }

    private static Map<String, Object> campParameters(CampSize size) {
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put("firstDay", FIRST_DAY.toString());
        parameters.put("weeks", Math.max(1, size.weeks()));
        parameters.put(
                "teams", Map.of("count", size.teams(), "smallest", size.smallestTeam(), "largest", size.largestTeam()));
        parameters.put("dayKinds", CampBaseTimetable.of(size));
        if (size.weeks() == 0) {
            parameters.put("subjects", List.of(subject("danish", 2, true), subject("mathematics", 2, true)));
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

    private static List<Map<String, Object>> rooms(CampSize size) {
        var rooms = new ArrayList<Map<String, Object>>();
        for (int i = 1; i <= size.teams() + 1; i++) {
            rooms.add(room("room-" + i, "classroom", size.largestTeam()));
        }
        rooms.add(room("dining-hall", "dining-hall", size.students()));
        rooms.add(room("hall", "hall", size.students()));
        return rooms;
    }

    private static Map<String, Object> room(String id, String kind, int capacity) {
        return Map.of("id", id, "name", "The " + id, "kind", kind, "capacity", capacity);
    }
}

package dk.grundskema.examples.generated;

import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.registry.PluginRegistry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Generates schools with a finished timetable, classes that get co-teaching, and a pool of co-teachers. Their budgets are what a
 * plan that reaches every minimum needs, and slightly more. The same size and seed give the same problem, byte for byte.
 */
public final class SchoolGenerator {
    private final SchoolSize size;
    private final long seed;
    private final GeneratedSchool school;
    private final CoTeachingPlanter planter;
    private final SplittableRandom random;

    private SchoolGenerator(SchoolSize size, long seed) {
        this.size = size;
        this.seed = seed;
        this.random = new SplittableRandom(seed);
        this.school = new GeneratedSchool(size, random);
        this.planter = new CoTeachingPlanter(size, school, random);
    }

    /**
     * Returns a generated school as a problem file.
     *
     * @param size its size
     * @param seed determines timetable, classes, people
     */
    public static String file(SchoolSize size, long seed) {
        return new SchoolGenerator(size, seed).file();
    }

    /**
     * Returns a generated school.
     *
     * @param plugins plugins, including that of co-teaching
     */
    public static Problem problem(SchoolSize size, long seed, PluginRegistry plugins) {
        return ProblemFile.read(file(size, seed), plugins);
    }

    /** Returns a plan that reaches every minimum, within the budgets unless the pool is too small. */
    public static PlantedPlan planted(SchoolSize size, long seed) {
        return new SchoolGenerator(size, seed).planter.plantedPlan();
    }

    private String file() {
        var problem = new LinkedHashMap<String, Object>();
        problem.put("version", 1);
        problem.put(
                "title",
                "A made-up school: %d classes, seed %d%s"
                        .formatted(size.classes(), seed, size.shortPool() ? ", too small a pool" : ""));
        problem.put("language", "DA");
        problem.put("horizon", GeneratedSchoolYear.horizon());
        problem.put("sites", List.of(Map.of("id", "school", "name", "Skolen")));
        problem.put("rooms", school.roomsOfFile());
        var staff = new GeneratedStaff(school, planter, random);
        problem.put("staff", staff.all());
        problem.put("groups", groups());
        problem.put("lessons", lessons());
        problem.put("interventions", List.of(coTeaching(staff)));
        return ProblemFile.text(problem);
    }

    private List<Map<String, Object>> groups() {
        var groups = new ArrayList<Map<String, Object>>();
        school.teacherAssignments()
                .classes()
                .forEach(one -> groups.add(Map.of("id", one.id(), "name", one.name(), "kind", "CLASS")));
        return groups;
    }

    private List<Map<String, Object>> lessons() {
        var lessons = new ArrayList<Map<String, Object>>();
        for (GeneratedLesson one : school.lessons()) {
            var lesson = new LinkedHashMap<String, Object>();
            lesson.put("id", one.id());
            lesson.put("title", one.subject().danishName());
            lesson.put("subject", one.subject().danishName());
            lesson.put("time", GeneratedSchoolYear.time(one.slot()));
            lesson.put("roomId", one.room());
            lesson.put("groupIds", one.classes().stream().map(SchoolClass::id).toList());
            if (one.isPart()) {
                lesson.put("part", true);
            }
            lesson.put("staffIds", List.of(GeneratedStaff.id(one.teacher())));
            lessons.add(lesson);
        }
        return lessons;
    }

    private Map<String, Object> coTeaching(GeneratedStaff staff) {
        var classes = new ArrayList<Map<String, Object>>();
        for (CoTeachingClass one : planter.coTeachingClasses()) {
            var each = new LinkedHashMap<String, Object>();
            each.put("groupId", one.of().id());
            each.put("scheme", one.isFirst() ? "TYPE_1" : "TYPE_2");
            if (one.isFirst()) {
                each.put(
                        "subjects",
                        one.subjects().stream().map(SchoolSubject::danishName).toList());
            }
            if (one.isParallel()) {
                each.put("subjectForms", Map.of(SchoolSubject.MATHEMATICS.danishName(), "PARALLEL"));
            }
            each.put("need", one.need());
            classes.add(each);
        }
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put("classes", classes);
        parameters.put("pool", staff.pool(size.shortPool()));
        parameters.put("secondRooms", school.secondRooms());
        var coTeaching = new LinkedHashMap<String, Object>();
        coTeaching.put("id", "co-teaching");
        coTeaching.put("type", "co-teaching");
        coTeaching.put("title", "Tolærerordning");
        coTeaching.put("parameters", parameters);
        return coTeaching;
    }
}

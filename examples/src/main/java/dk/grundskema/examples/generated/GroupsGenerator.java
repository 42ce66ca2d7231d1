package dk.grundskema.examples.generated;

import dk.grundskema.domain.problem.Problem;
import dk.grundskema.examples.generated.GroupsSchool.HalfLesson;
import dk.grundskema.solver.registry.PluginRegistry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Makes up schools with a finished timetable, students who are named for small groups, and tutors whose hours are full with a plan that is planted.
 * The same size and seed give the same problem, byte for byte.
 */
public final class GroupsGenerator {
    private final GroupsSize size;
    private final long seed;
    private final GroupsSchool school;
    private final GroupsPlanter planter;

    private GroupsGenerator(GroupsSize size, long seed) {
        this.size = size;
        this.seed = seed;
        var random = new SplittableRandom(seed);
        this.school = new GroupsSchool(size, random);
        this.planter = new GroupsPlanter(school, random);
    }

    /**
     * A made-up school with small groups as a problem file.
     *
     * @param size how large
     * @param seed decides timetable, students, levels, needs
     */
    public static String file(GroupsSize size, long seed) {
        return new GroupsGenerator(size, seed).file();
    }

    /**
     * A made-up school with small groups.
     *
     * @param plugins plugins, that of small groups among them
     */
    public static Problem problem(GroupsSize size, long seed, PluginRegistry plugins) {
        return ProblemFile.read(file(size, seed), plugins);
    }

    /** A plan in which nothing is missing and no hour of a tutor is left. */
    public static PlantedGroups planted(GroupsSize size, long seed) {
        return new GroupsGenerator(size, seed).planter.plan();
    }

    /** The parts of such a problem, for those who put schools together. */
    static Map<String, Object> parts(GroupsSize size, long seed) {
        return new GroupsGenerator(size, seed).parts();
    }

    /** Any room is as good as another: the model that plans are compared with hands out rooms afterwards. */
    private String file() {
        var problem = parts();
        problem.put("weights", Map.of("small-groups.same-room", 0));
        return ProblemFile.text(problem);
    }

    private Map<String, Object> parts() {
        var problem = new LinkedHashMap<String, Object>();
        problem.put("version", 1);
        problem.put("title", "Made-up small groups: %s, seed %d".formatted(size.name(), seed));
        problem.put("language", "DA");
        problem.put("horizon", GroupsWeek.horizon());
        problem.put("sites", List.of(Map.of("id", "school", "name", "Skolen")));
        problem.put("rooms", rooms());
        problem.put("schools", List.of(Map.of("id", "school", "name", "Skolen")));
        problem.put("staff", staff());
        problem.put("students", students());
        problem.put("groups", groups());
        problem.put("lessons", lessons());
        problem.put("interventions", List.of(smallGroups()));
        return problem;
    }

    private List<Map<String, Object>> rooms() {
        var rooms = new ArrayList<>(school.rooms());
        for (int number = 0; number < GroupsPlanter.rooms(size); number++) {
            rooms.add(Map.of(
                    "id",
                    GroupsPlanter.room(number),
                    "name",
                    "Lille lokale %d".formatted(number + 1),
                    "kind",
                    "small-room",
                    "capacity",
                    6));
        }
        return rooms;
    }

    private List<Map<String, Object>> staff() {
        var staff = new ArrayList<Map<String, Object>>();
        for (int teacher = 0; teacher < school.teachers(); teacher++) {
            int number = teacher;
            var skills = new TreeSet<String>();
            school.teachings().stream()
                    .filter(one -> one.teacher() == number)
                    .forEach(one -> skills.add(one.subject().danish()));
            var one = new LinkedHashMap<String, Object>();
            one.put("id", MadeStaff.id(teacher));
            one.put("name", People.name(teacher));
            one.put("skills", List.copyOf(skills));
            one.put("contractHours", school.isPartTime(teacher) ? 30 : 37);
            if (school.isPartTime(teacher)) {
                one.put("availability", Map.of("except", List.of(Map.of("weekdays", List.of("FRIDAY")))));
            }
            staff.add(one);
        }
        return staff;
    }

    private List<Map<String, Object>> students() {
        var students = new ArrayList<Map<String, Object>>();
        for (MadeCandidate candidate : planter.candidates()) {
            var one = new LinkedHashMap<String, Object>();
            one.put("id", candidate.id());
            one.put("name", People.name(candidate.number() + 150));
            one.put("school", "school");
            one.put("classGroup", candidate.of().id());
            if (!candidate.away().isEmpty()) {
                one.put("availability", Map.of("except", candidate.away()));
            }
            if (!candidate.wished().isEmpty()) {
                one.put("wishedWith", List.copyOf(candidate.wished()));
            }
            if (!candidate.never().isEmpty()) {
                one.put("neverWith", List.copyOf(candidate.never()));
            }
            students.add(one);
        }
        return students;
    }

    private List<Map<String, Object>> groups() {
        var groups = new ArrayList<Map<String, Object>>();
        for (SchoolClass one : school.classes()) {
            groups.add(group(
                    one.id(), one.name(), "CLASS", candidate -> candidate.of().equals(one)));
        }
        for (HalfLesson half : school.halves()) {
            groups.add(group(
                    half.group(),
                    "%s, hold %d".formatted(half.of().name(), half.half() + 1),
                    "COURSE",
                    candidate -> candidate.of().equals(half.of()) && candidate.half() == half.half()));
        }
        for (int year = 7; year <= 9; year++) {
            for (int course = 1; course <= school.courses(year); course++) {
                int ofYear = year;
                int number = course;
                groups.add(group(
                        elective(year, course),
                        "Valgfag %d på %d. årgang".formatted(course, year),
                        "COURSE",
                        candidate -> candidate.of().year() == ofYear && candidate.course() == number));
            }
        }
        return groups;
    }

    private static String elective(int year, int course) {
        return "elective-%d-%d".formatted(year, course);
    }

    private Map<String, Object> group(String id, String name, String kind, Predicate<MadeCandidate> who) {
        var group = new LinkedHashMap<String, Object>();
        group.put("id", id);
        group.put("name", name);
        group.put("kind", kind);
        group.put(
                "members",
                planter.candidates().stream()
                        .filter(who)
                        .map(one -> Map.of("studentId", one.id()))
                        .toList());
        return group;
    }

    private List<Map<String, Object>> lessons() {
        Stream<Map<String, Object>> ordinary = school.lessons().stream()
                .map(one -> lesson(
                        one.id(),
                        one.subject().danish(),
                        one.slot(),
                        one.room(),
                        one.isPart()
                                ? one.id().replaceAll("-[a-z]+-\\d+$", "")
                                : one.classes().getFirst().id(),
                        one.teacher()));
        Stream<Map<String, Object>> halves = school.halves().stream()
                .map(half -> lesson(
                        half.group(),
                        Subject.SUPPORT.danish(),
                        half.slot(),
                        "room-" + half.of().id(),
                        half.group(),
                        half.teacher()));
        return Stream.concat(ordinary, halves).toList();
    }

    private static Map<String, Object> lesson(
            String id, String subject, int slot, String room, String group, int teacher) {
        var lesson = new LinkedHashMap<String, Object>();
        lesson.put("id", id);
        lesson.put("title", subject);
        lesson.put("subject", subject);
        var time = new LinkedHashMap<String, Object>();
        time.put("weeks", GroupsWeek.weeks());
        time.put("weekday", SchoolWeek.weekday(slot).name());
        time.put("start", SchoolWeek.start(slot).toString());
        time.put("end", SchoolWeek.end(slot).toString());
        lesson.put("time", time);
        lesson.put("roomId", room);
        lesson.put("groupIds", List.of(group));
        lesson.put("staffIds", List.of(MadeStaff.id(teacher)));
        return lesson;
    }

    private Map<String, Object> smallGroups() {
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put("weeks", GroupsWeek.WEEKS);
        parameters.put("mostGroups", size.groups());
        parameters.put("talkMinutes", 0);
        parameters.put(
                "candidates",
                planter.candidates().stream().map(GroupsGenerator::candidate).toList());
        parameters.put("tutors", tutors());
        parameters.put("usable", new GroupsWeek(size.allDay()).usable());
        var rooms = new ArrayList<String>();
        for (int number = 0; number < GroupsPlanter.rooms(size); number++) {
            rooms.add(GroupsPlanter.room(number));
        }
        parameters.put("rooms", rooms);
        var smallGroups = new LinkedHashMap<String, Object>();
        smallGroups.put("id", "small-groups");
        smallGroups.put("type", "small-groups");
        smallGroups.put("title", "Små grupper");
        smallGroups.put("parameters", parameters);
        return smallGroups;
    }

    private static Map<String, Object> candidate(MadeCandidate one) {
        var candidate = new LinkedHashMap<String, Object>();
        candidate.put("studentId", one.id());
        candidate.put("subject", one.subject());
        candidate.put("area", one.area());
        candidate.put("level", one.level());
        candidate.put("need", one.need());
        return candidate;
    }

    private List<Map<String, Object>> tutors() {
        var tutors = new ArrayList<Map<String, Object>>();
        for (int tutor = 0; tutor < size.tutors(); tutor++) {
            var one = new LinkedHashMap<String, Object>();
            one.put("staffId", MadeStaff.id(tutor));
            one.put(
                    "subjects",
                    GroupsPlanter.subjects(tutor).stream().map(Subject::danish).toList());
            one.put("mostSessionsPerWeek", GroupsSize.SESSIONS * size.groupsOf(tutor));
            tutors.add(one);
        }
        return tutors;
    }
}

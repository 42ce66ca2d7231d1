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
 * Generates schools with a finished timetable, candidates for small groups, and tutors whose hours are filled by a planted plan.
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
     * Returns a generated school with small groups as a problem file.
     *
     * @param size its size
     * @param seed determines timetable, students, levels, needs
     */
    public static String file(GroupsSize size, long seed) {
        return new GroupsGenerator(size, seed).file();
    }

    /**
     * Returns a generated school with small groups.
     *
     * @param plugins plugins, including that of small groups
     */
    public static Problem problem(GroupsSize size, long seed, PluginRegistry plugins) {
        return ProblemFile.read(file(size, seed), plugins);
    }

    /** Returns a plan in which nothing is missing and no tutor has hours left. */
    public static PlantedGroups plantedPlan(GroupsSize size, long seed) {
        return new GroupsGenerator(size, seed).planter.plantedPlan();
    }

    /** Returns the parts of such a problem, for combining schools. */
    static Map<String, Object> parts(GroupsSize size, long seed) {
        return new GroupsGenerator(size, seed).parts();
    }

    /** All rooms are interchangeable because the CP-SAT model assigns rooms after its search. */
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
                    .forEach(one -> skills.add(one.subject().danishName()));
            var one = new LinkedHashMap<String, Object>();
            one.put("id", GeneratedStaff.id(teacher));
            one.put("name", CampPeople.nameOf(teacher));
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
        for (GeneratedCandidate candidate : planter.candidates()) {
            var one = new LinkedHashMap<String, Object>();
            one.put("id", candidate.id());
            one.put("name", CampPeople.nameOf(candidate.number() + 150));
            one.put("school", "school");
            one.put("classGroup", candidate.homeClass().id());
            if (!candidate.absences().isEmpty()) {
                one.put("availability", Map.of("except", candidate.absences()));
            }
            if (!candidate.wishedCompany().isEmpty()) {
                one.put("wishedWith", List.copyOf(candidate.wishedCompany()));
            }
            if (!candidate.vetoedCompany().isEmpty()) {
                one.put("neverWith", List.copyOf(candidate.vetoedCompany()));
            }
            students.add(one);
        }
        return students;
    }

    private List<Map<String, Object>> groups() {
        var groups = new ArrayList<Map<String, Object>>();
        for (SchoolClass one : school.classes()) {
            groups.add(group(
                    one.id(),
                    one.name(),
                    "CLASS",
                    candidate -> candidate.homeClass().equals(one)));
        }
        for (HalfLesson half : school.halfLessons()) {
            groups.add(group(
                    half.group(),
                    "%s, hold %d".formatted(half.of().name(), half.half() + 1),
                    "COURSE",
                    candidate -> candidate.homeClass().equals(half.of()) && candidate.half() == half.half()));
        }
        for (int year = 7; year <= 9; year++) {
            for (int course = 1; course <= school.courseCount(year); course++) {
                int ofYear = year;
                int number = course;
                groups.add(group(
                        electiveId(year, course),
                        "Valgfag %d på %d. årgang".formatted(course, year),
                        "COURSE",
                        candidate -> candidate.homeClass().year() == ofYear && candidate.course() == number));
            }
        }
        return groups;
    }

    private static String electiveId(int year, int course) {
        return "elective-%d-%d".formatted(year, course);
    }

    private Map<String, Object> group(String id, String name, String kind, Predicate<GeneratedCandidate> who) {
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
                        one.subject().danishName(),
                        one.slot(),
                        one.room(),
                        one.isPart()
                                ? one.id().replaceAll("-[a-z]+-\\d+$", "")
                                : one.classes().getFirst().id(),
                        one.teacher()));
        Stream<Map<String, Object>> halves = school.halfLessons().stream()
                .map(half -> lesson(
                        half.group(),
                        SchoolSubject.SUPPORT.danishName(),
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
        lesson.put("staffIds", List.of(GeneratedStaff.id(teacher)));
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
        parameters.put("usable", new GroupsWeek(size.allDay()).usableTimes());
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

    private static Map<String, Object> candidate(GeneratedCandidate one) {
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
            one.put("staffId", GeneratedStaff.id(tutor));
            one.put(
                    "subjects",
                    GroupsPlanter.subjects(tutor).stream()
                            .map(SchoolSubject::danishName)
                            .toList());
            one.put("mostSessionsPerWeek", GroupsSize.SESSIONS * size.groupsOf(tutor));
            tutors.add(one);
        }
        return tutors;
    }
}

package dk.grundskema.examples.generated;

import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.registry.PluginRegistry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Generates municipalities: schools with their own timetables, small groups and co-teaching at each of them, and staff who work
 * at several. Advisors are second adults at four neighbouring schools, tutors have groups at two. Travel between schools takes
 * time. The same size and seed give the same problem, byte for byte.
 */
public final class MunicipalityGenerator {
    private static final List<String> TREES = List.of(
            "Birke", "Bøge", "Ege", "Elle", "Aske", "Linde", "Pile", "Poppel", "Fyrre", "Gran", "Hassel", "Tjørne");
    private static final List<String> PLACES = List.of("bakke", "dal", "kær", "lund", "mark");

    /** Number of neighbouring schools that share their advisors. */
    private static final int NEIGHBOURS = 4;

    /**
     * Minutes that an advisor gives each school in a week: together with the school's own co-teacher enough for both classes.
     */
    private static final int ADVISOR_MINUTES = 8 * 45;

    private static final int OWN_MINUTES = 22 * 45;

    /** Sessions a week that a shared tutor has at each of two schools: one group. */
    private static final int SHARED_SESSIONS = 4;

    private final MunicipalitySize size;
    private final long seed;
    private final List<Map<String, Object>> staff = new ArrayList<>();
    private final Map<String, List<Object>> all = new LinkedHashMap<>();

    private MunicipalityGenerator(MunicipalitySize size, long seed) {
        this.size = size;
        this.seed = seed;
    }

    /**
     * Returns a generated municipality as a problem file.
     *
     * @param size its size
     * @param seed determines timetables, students, levels, needs
     */
    public static String file(MunicipalitySize size, long seed) {
        return new MunicipalityGenerator(size, seed).file();
    }

    /**
     * Returns a generated municipality.
     *
     * @param plugins plugins, including those of small groups and co-teaching
     */
    public static Problem problem(MunicipalitySize size, long seed, PluginRegistry plugins) {
        return ProblemFile.read(file(size, seed), plugins);
    }

    private String file() {
        var problem = new LinkedHashMap<String, Object>();
        problem.put("version", 1);
        problem.put("title", "A made-up municipality: %d schools, seed %d".formatted(size.schools(), seed));
        problem.put("language", "DA");
        problem.put("horizon", GroupsWeek.horizon());
        for (int school = 0; school < size.schools(); school++) {
            addSchool(school);
        }
        addSharedStaff();
        problem.put("sites", sites());
        problem.put("travel", travel());
        problem.put("rooms", partOf("rooms"));
        problem.put("schools", sites());
        problem.put("staff", staff);
        problem.put("students", partOf("students"));
        problem.put("groups", partOf("groups"));
        problem.put("lessons", partOf("lessons"));
        problem.put("interventions", partOf("interventions"));
        return ProblemFile.text(problem);
    }

    private List<Object> partOf(String name) {
        return all.computeIfAbsent(name, any -> new ArrayList<>());
    }

    private static Object value(Map<String, Object> entry, String key) {
        return Objects.requireNonNull(entry.get(key), key);
    }

    private static String text(Map<String, Object> entry, String key) {
        return (String) value(entry, key);
    }

    private static String site(int school) {
        return "school-%02d".formatted(school + 1);
    }

    private static String name(int school) {
        return TREES.get(school % TREES.size()) + PLACES.get(school / TREES.size() % PLACES.size());
    }

    private List<Map<String, Object>> sites() {
        return IntStream.range(0, size.schools())
                .<Map<String, Object>>mapToObj(school -> Map.of("id", site(school), "name", name(school) + "skolen"))
                .toList();
    }

    /** Generates travel times: neighbours are a quarter of an hour apart, others longer with the distance of their numbers. */
    private List<Map<String, Object>> travel() {
        var travel = new ArrayList<Map<String, Object>>();
        for (int from = 0; from < size.schools(); from++) {
            for (int to = from + 1; to < size.schools(); to++) {
                int minutes =
                        from / NEIGHBOURS == to / NEIGHBOURS ? 15 : Math.min(60, 20 + 5 * (to - from) / NEIGHBOURS);
                travel.add(Map.of("from", site(from), "to", site(to), "minutes", minutes));
            }
        }
        return travel;
    }

    /** Adds a school. Its ids begin with its site's id, and its classes and interventions carry its name. */
    private void addSchool(int school) {
        Map<String, Object> own = GroupsGenerator.parts(size.groups(), seed * 1000 + school);
        Set<String> ids = List.of("rooms", "staff", "students", "groups", "lessons", "interventions").stream()
                .flatMap(part -> entries(own, part).stream())
                .map(entry -> text(entry, "id"))
                .collect(Collectors.toSet());
        for (String part : List.of("rooms", "students", "groups", "lessons", "interventions")) {
            for (Map<String, Object> entry : entries(own, part)) {
                var copy = copyOfMap(withSitePrefix(entry, ids, site(school)));
                switch (part) {
                    case "rooms" -> copy.put("site", site(school));
                    case "lessons" -> copy.put("site", site(school));
                    case "students" -> {
                        copy.put("site", site(school));
                        copy.put("school", site(school));
                    }
                    default -> copy.put(part.equals("groups") ? "name" : "title", nameInMunicipality(entry, school));
                }
                partOf(part).add(copy);
            }
        }
        entries(own, "staff").forEach(one -> staff.add(copyOfMap(withSitePrefix(one, ids, site(school)))));
        staff.add(person(coTeacher(school), staff.size(), List.of()));
        partOf("interventions").add(coTeaching(school, entries(own, "groups")));
    }

    private static String nameInMunicipality(Map<String, Object> entry, int school) {
        String own = text(entry, entry.containsKey("name") ? "name" : "title");
        return "%s, %s".formatted(own, name(school));
    }

    private static String coTeacher(int school) {
        return site(school) + "/co-teacher";
    }

    private static String advisor(int school) {
        return "advisor-%02d".formatted(school / NEIGHBOURS + 1);
    }

    private static String sharedTutor(int school) {
        return "tutor-%02d".formatted(school / 2 + 1);
    }

    private static Map<String, Object> person(String id, int number, List<String> skills) {
        var person = new LinkedHashMap<String, Object>();
        person.put("id", id);
        person.put("name", CampPeople.nameOf(number));
        person.put("skills", skills);
        person.put("contractHours", 37);
        return person;
    }

    /**
     * Generates co-teaching: a class of the youngest gets a trained second teacher, one of the middle years a resource person.
     */
    private static Map<String, Object> coTeaching(int school, List<Map<String, Object>> groups) {
        List<String> classes = groups.stream()
                .filter(group -> text(group, "kind").equals("CLASS"))
                .map(group -> site(school) + "/" + text(group, "id"))
                .toList();
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put(
                "classes",
                List.of(
                        Map.of("groupId", classes.get(1), "scheme", "TYPE_1", "need", 8),
                        Map.of("groupId", classes.get(4), "scheme", "TYPE_2", "need", 5)));
        parameters.put(
                "pool",
                List.of(
                        Map.of("staffId", coTeacher(school), "minutesPerWeek", OWN_MINUTES, "yearsOfExperience", 6),
                        Map.of(
                                "staffId",
                                advisor(school),
                                "minutesPerWeek",
                                ADVISOR_MINUTES,
                                "yearsOfExperience",
                                12)));
        var intervention = new LinkedHashMap<String, Object>();
        intervention.put("id", site(school) + "/co-teaching");
        intervention.put("type", "co-teaching");
        intervention.put("title", "Tolærerordning, " + name(school));
        intervention.put("parameters", parameters);
        return intervention;
    }

    /** Adds staff who belong to no single school, and the second school of each shared tutor. */
    private void addSharedStaff() {
        for (int school = 0; school < size.schools(); school++) {
            if (school % NEIGHBOURS == 0) {
                staff.add(person(advisor(school), staff.size(), List.of()));
            }
            if (school % 2 == 0) {
                staff.add(person(sharedTutor(school), staff.size(), List.of()));
            }
        }
        for (int school = 0; school < size.schools(); school++) {
            String id = site(school) + "/small-groups";
            Map<String, Object> intervention = partOf("interventions").stream()
                    .map(MunicipalityGenerator::copyOfMap)
                    .filter(one -> text(one, "id").equals(id))
                    .findFirst()
                    .orElseThrow();
            var parameters = copyOfMap(value(intervention, "parameters"));
            var tutors = new ArrayList<Object>(List.copyOf((List<?>) value(parameters, "tutors")));
            tutors.add(Map.of(
                    "staffId",
                    sharedTutor(school),
                    "subjects",
                    List.of(SchoolSubject.DANISH.danishName(), SchoolSubject.MATHEMATICS.danishName()),
                    "mostSessionsPerWeek",
                    SHARED_SESSIONS));
            parameters.put("tutors", tutors);
            parameters.put("mostGroups", size.groups().groups() + 1);
            intervention.put("parameters", parameters);
            partOf("interventions").replaceAll(one -> text(copyOfMap(one), "id").equals(id) ? intervention : one);
        }
    }

    /** Returns the same content with the ids of this school; texts that are no ids stay. */
    private static Object withSitePrefix(Object value, Set<String> ids, String site) {
        return switch (value) {
            case String text when ids.contains(text) -> site + "/" + text;
            case Map<?, ?> map -> {
                var copy = new LinkedHashMap<String, Object>();
                map.forEach((key, each) ->
                        copy.put((String) key, key.equals("type") ? each : withSitePrefix(each, ids, site)));
                yield copy;
            }
            case List<?> list ->
                list.stream().map(each -> withSitePrefix(each, ids, site)).toList();
            default -> value;
        };
    }

    private static List<Map<String, Object>> entries(Map<String, Object> problem, String part) {
        List<?> entries = problem.get(part) instanceof List<?> some ? some : List.of();
        return entries.stream().map(MunicipalityGenerator::copyOfMap).toList();
    }

    private static Map<String, Object> copyOfMap(Object value) {
        var copy = new LinkedHashMap<String, Object>();
        ((Map<?, ?>) value).forEach((key, each) -> copy.put((String) key, each));
        return copy;
    }
}

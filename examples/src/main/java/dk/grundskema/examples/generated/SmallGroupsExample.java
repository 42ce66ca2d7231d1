package dk.grundskema.examples.generated;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Generates the example {@code examples/small-groups}: a school of 30 classes with 90 candidates and nine tutors from
 * {@link GroupsGenerator}, with an additional week before and after the twelve for talks, staff who take over tutors' lessons,
 * training and supervision.
 */
public final class SmallGroupsExample {
    private static final GroupsSize SIZE = new GroupsSize("example", 90, 9, 22, 30, true);
    private static final long SEED = 7;

    /** The twelve weeks, the autumn holiday, and one week before and after. */
    private static final int WEEKS = 15;

    private SmallGroupsExample() {}

    /** Returns the problem as a file; always the same text. */
    public static String file() {
        var problem = new LinkedHashMap<>(GroupsGenerator.parts(SIZE, SEED));
        problem.put("title", "Lindevangskolen: små grupper, efteråret 2026");
        problem.put("sites", List.of(Map.of("id", "school", "name", "Lindevangskolen")));
        problem.put("schools", List.of(Map.of("id", "school", "name", "Lindevangskolen")));
        var horizon = new TreeMap<>(map(Objects.requireNonNull(problem.get("horizon"))));
        horizon.put("weeks", WEEKS);
        problem.put("horizon", horizon);
        problem.put(
                "lessons",
                list(Objects.requireNonNull(problem.get("lessons"))).stream()
                        .map(SmallGroupsExample::extendLesson)
                        .toList());
        var staff = new ArrayList<Object>(list(Objects.requireNonNull(problem.get("staff"))));
        staff.add(person("vikar-1", "Inge Falk"));
        staff.add(person("vikar-2", "Jonas Riis"));
        staff.add(person("psykolog", "Vibeke Lund"));
        problem.put("staff", staff);
        var groups = new LinkedHashMap<>(
                map(list(Objects.requireNonNull(problem.get("interventions"))).getFirst()));
        groups.put(
                "parameters", parameters(new LinkedHashMap<>(map(Objects.requireNonNull(groups.get("parameters"))))));
        problem.put("interventions", List.of(groups));
        return ProblemFile.text(problem);
    }

    private static Map<String, Object> person(String id, String name) {
        var person = new LinkedHashMap<String, Object>();
        person.put("id", id);
        person.put("name", name);
        return person;
    }

    /** Extends a lesson to the added weeks. */
    private static Object extendLesson(Object lesson) {
        var one = new LinkedHashMap<>(map(lesson));
        var time = new LinkedHashMap<>(map(Objects.requireNonNull(one.get("time"))));
        var weeks = new ArrayList<Object>(list(Objects.requireNonNull(time.get("weeks"))));
        for (int more = GroupsWeek.HORIZON; more < WEEKS; more++) {
            weeks.add(GroupsWeek.FIRST.plus(more).toString());
        }
        time.put("weeks", weeks);
        one.put("time", time);
        return one;
    }

    private static Map<String, Object> parameters(Map<String, Object> parameters) {
        parameters.put("firstWeek", GroupsWeek.FIRST.plus(1).toString());
        parameters.put("talkMinutes", 20);
        parameters.put("cover", List.of("vikar-1", "vikar-2"));
        var gatherings = new ArrayList<Map<String, Object>>();
        gatherings.add(gathering("TRAINING", 0, "14:30", "16:30"));
        for (int week : List.of(3, 7, 11)) {
            gatherings.add(gathering("SUPERVISION", week, "15:30", "16:30"));
        }
        parameters.put("gatherings", gatherings);
        return parameters;
    }

    private static Map<String, Object> gathering(String kind, int week, String start, String end) {
        var one = new LinkedHashMap<String, Object>();
        one.put("kind", kind);
        one.put("date", GroupsWeek.FIRST.plus(week).date(DayOfWeek.THURSDAY).toString());
        one.put("start", start);
        one.put("end", end);
        one.put("leader", "psykolog");
        return one;
    }

    @SuppressWarnings("unchecked") // type of the generator's output
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked") // type of the generator's output
    private static List<Object> list(Object value) {
        return (List<Object>) value;
    }
}

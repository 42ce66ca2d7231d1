package dk.grundskema.solver.score;

import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.score.Students.Given;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Works out which students may take part in what, see {@link Students}. */
final class StudentCompiler {
    private static final int[] NOBODY = {};

    private final Blueprint blueprint;
    private final LessonsOfStudents lessons;
    private final TimeNumbers numbers;
    private final int[][] timeOf;
    private final int[][] groupSessions;
    private final Given[][] given;
    private final int[][] membershipsOfGroup;

    StudentCompiler(Blueprint blueprint) {
        this.blueprint = blueprint;
        this.lessons = new LessonsOfStudents(blueprint);
        this.numbers = new TimeNumbers(blueprint.spots());
        this.groupSessions = groupSessions();
        this.membershipsOfGroup = membershipsOfGroup();
        this.timeOf = IntStream.range(0, blueprint.sessions().size())
                .mapToObj(this::times)
                .toArray(int[][]::new);
        this.given = IntStream.range(0, timeOf.length)
                .mapToObj(session -> given(session).values().toArray(new Given[0]))
                .toArray(Given[][]::new);
    }

    Students compile(StudentRules rules) {
        BitSet[] times = timesOfStudents();
        var folds = new StudentFolds(blueprint, rules, lessons, numbers);
        for (int student = 0; student < times.length; student++) {
            folds.add(student, times[student].stream().toArray());
        }
        return new Students(
                folds.settled(),
                folds.folds(),
                folds.bases(),
                folds.lessons(),
                timeOf,
                given,
                groupSessions,
                sessionGroups(),
                IntStream.range(0, timeOf.length).mapToObj(this::several).toArray(int[][]::new));
    }

    /** Whether students take part in a session on its own account. */
    private boolean isOwn(int session) {
        return !blueprint.isGuest(session) && !blueprint.isLesson(session);
    }

    private int[] times(int session) {
        var one = blueprint.sessions().get(session);
        return isOwn(session) && !(one.groups().isEmpty() && one.students().isEmpty())
                ? Arrays.stream(blueprint.spots().of()[session])
                        .mapToInt(numbers::of)
                        .toArray()
                : NOBODY;
    }

    private int[][] groupSessions() {
        List<List<Integer>> sessions = lists(blueprint.groups().size());
        for (int s = 0; s < blueprint.sessions().size(); s++) {
            if (isOwn(s)) {
                for (int group : groups(s)) {
                    sessions.get(group).add(s);
                }
            }
        }
        return arrays(sessions);
    }

    private int[][] sessionGroups() {
        return IntStream.range(0, blueprint.sessions().size())
                .mapToObj(session -> isOwn(session) ? groups(session) : NOBODY)
                .toArray(int[][]::new);
    }

    private int[] groups(int session) {
        return blueprint.sessions().get(session).groups().stream()
                .mapToInt(blueprint.index().group()::of)
                .toArray();
    }

    private int[][] membershipsOfGroup() {
        List<List<Integer>> memberships = lists(blueprint.groups().size());
        for (int m = 0; m < blueprint.memberships().size(); m++) {
            for (int group : blueprint.decisions().range(blueprint.decisions().member(m))) {
                memberships.get(group).add(m);
            }
        }
        return arrays(memberships);
    }

    private Map<Integer, Given> given(int session) {
        Map<Integer, Given> parts = new TreeMap<>();
        if (!isOwn(session)) {
            return parts;
        }
        int[][] spots = blueprint.spots().of()[session];
        for (GroupId group : blueprint.sessions().get(session).groups()) {
            int number = blueprint.index().group().of(group);
            for (GroupMember member : blueprint.groups().get(number).members()) {
                int[][] inWeeks = Arrays.stream(spots)
                        .map(some -> lessons.inWeeks(some, member))
                        .toArray(int[][]::new);
                parts.merge(
                        student(member),
                        given(student(member), inWeeks),
                        (one, other) -> given(one.student(), either(one.spots(), other.spots())));
            }
        }
        for (var id : blueprint.sessions().get(session).students()) {
            int student = blueprint.index().student().of(id);
            parts.put(student, given(student, spots));
        }
        return parts;
    }

    private int student(GroupMember member) {
        return blueprint.index().student().of(member.studentId());
    }

    private Given given(int student, int[][] spots) {
        return new Given(
                student, spots, Arrays.stream(spots).mapToInt(numbers::of).toArray());
    }

    /** A student of two groups takes part when either does. */
    private static int[][] either(int[][] one, int[][] other) {
        return IntStream.range(0, one.length)
                .mapToObj(choice -> IntStream.concat(Arrays.stream(one[choice]), Arrays.stream(other[choice]))
                        .sorted()
                        .distinct()
                        .toArray())
                .toArray(int[][]::new);
    }

    /** Numbers of the times at which each student may take part in something. */
    private BitSet[] timesOfStudents() {
        var times = new BitSet[blueprint.students().size()];
        Arrays.setAll(times, any -> new BitSet());
        for (Given[] parts : given) {
            for (Given part : parts) {
                Arrays.stream(part.times()).forEach(times[part.student()]::set);
            }
        }
        var ofGroup = new BitSet[groupSessions.length];
        for (int group = 0; group < ofGroup.length; group++) {
            ofGroup[group] = new BitSet();
            for (int session : groupSessions[group]) {
                Arrays.stream(timeOf[session]).forEach(ofGroup[group]::set);
            }
            for (int membership : membershipsOfGroup[group]) {
                times[student(membership)].or(ofGroup[group]);
            }
        }
        return times;
    }

    private int student(int membership) {
        return blueprint
                .index()
                .student()
                .of(blueprint.memberships().get(membership).student().id());
    }

    /** All who may take part in a session, if one of them may in more than one way: given and joining, or joining by two decisions. */
    private int[] several(int session) {
        Map<Integer, Integer> ways = new TreeMap<>();
        for (Given part : given[session]) {
            ways.merge(part.student(), 1, Integer::sum);
        }
        if (isOwn(session)) {
            Arrays.stream(groups(session))
                    .flatMap(group -> Arrays.stream(membershipsOfGroup[group]))
                    .distinct()
                    .forEach(membership -> ways.merge(student(membership), 1, Integer::sum));
        }
        boolean isPlain = ways.values().stream().allMatch(count -> count == 1);
        return isPlain
                ? NOBODY
                : ways.keySet().stream().mapToInt(Integer::intValue).toArray();
    }

    private static List<List<Integer>> lists(int count) {
        return IntStream.range(0, count)
                .<List<Integer>>mapToObj(any -> new ArrayList<>())
                .toList();
    }

    private static int[][] arrays(List<List<Integer>> lists) {
        return lists.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }
}

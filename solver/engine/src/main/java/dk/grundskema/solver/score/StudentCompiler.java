package dk.grundskema.solver.score;

import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.score.StudentParticipation.GivenParticipation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Computes which students may take part in which sessions, see {@link StudentParticipation}. */
final class StudentCompiler {
    private static final int[] NOBODY = {};

    private final Blueprint blueprint;
    private final StudentLessonProfiles lessons;
    private final TimeNumbering numbers;
    private final int[][] timeOf;
    private final int[][] groupSessions;
    private final GivenParticipation[][] given;
    private final int[][] membershipsOfGroup;

    StudentCompiler(Blueprint blueprint) {
        this.blueprint = blueprint;
        this.lessons = new StudentLessonProfiles(blueprint);
        this.numbers = new TimeNumbering(blueprint.spots());
        this.groupSessions = groupSessions();
        this.membershipsOfGroup = membershipsOfGroup();
        this.timeOf = IntStream.range(0, blueprint.sessions().size())
                .mapToObj(this::timeNumbers)
                .toArray(int[][]::new);
        this.given = IntStream.range(0, timeOf.length)
                .mapToObj(session -> givenParticipations(session).values().toArray(new GivenParticipation[0]))
                .toArray(GivenParticipation[][]::new);
    }

    StudentParticipation compile(StudentRules rules) {
        BitSet[] times = timesOfStudents();
        var segmentsOfStudents = new StudentSegmentsBuilder(blueprint, rules, lessons, numbers);
        for (int student = 0; student < times.length; student++) {
            segmentsOfStudents.addStudent(student, times[student].stream().toArray());
        }
        return new StudentParticipation(
                segmentsOfStudents.settledCosts(),
                segmentsOfStudents.segmentsOfStudents(),
                segmentsOfStudents.baseCosts(),
                segmentsOfStudents.lessons(),
                timeOf,
                given,
                groupSessions,
                sessionGroups(),
                IntStream.range(0, timeOf.length)
                        .mapToObj(this::studentsWithSeveralWays)
                        .toArray(int[][]::new));
    }

    /** Whether a session has students of its own: not a guest, whose students are its host's, and not a lesson. */
    private boolean hasOwnStudents(int session) {
        return !blueprint.isGuest(session) && !blueprint.isLesson(session);
    }

    private int[] timeNumbers(int session) {
        var one = blueprint.sessions().get(session);
        return hasOwnStudents(session)
                        && !(one.groups().isEmpty() && one.students().isEmpty())
                ? Arrays.stream(blueprint.spots().of()[session])
                        .mapToInt(numbers::numberOf)
                        .toArray()
                : NOBODY;
    }

    private int[][] groupSessions() {
        List<List<Integer>> sessions = lists(blueprint.groups().size());
        for (int s = 0; s < blueprint.sessions().size(); s++) {
            if (hasOwnStudents(s)) {
                for (int group : groups(s)) {
                    sessions.get(group).add(s);
                }
            }
        }
        return arrays(sessions);
    }

    private int[][] sessionGroups() {
        return IntStream.range(0, blueprint.sessions().size())
                .mapToObj(session -> hasOwnStudents(session) ? groups(session) : NOBODY)
                .toArray(int[][]::new);
    }

    private int[] groups(int session) {
        return blueprint.sessions().get(session).groups().stream()
                .mapToInt(blueprint.index().group()::indexOf)
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

    private Map<Integer, GivenParticipation> givenParticipations(int session) {
        Map<Integer, GivenParticipation> parts = new TreeMap<>();
        if (!hasOwnStudents(session)) {
            return parts;
        }
        int[][] spots = blueprint.spots().of()[session];
        for (GroupId group : blueprint.sessions().get(session).groups()) {
            int number = blueprint.index().group().indexOf(group);
            for (GroupMember member : blueprint.groups().get(number).members()) {
                int[][] inWeeks = Arrays.stream(spots)
                        .map(some -> lessons.restrictToWeeks(some, member))
                        .toArray(int[][]::new);
                parts.merge(
                        student(member),
                        givenParticipations(student(member), inWeeks),
                        (one, other) -> givenParticipations(one.student(), combineTimes(one.spots(), other.spots())));
            }
        }
        for (var id : blueprint.sessions().get(session).students()) {
            int student = blueprint.index().student().indexOf(id);
            parts.put(student, givenParticipations(student, spots));
        }
        return parts;
    }

    private int student(GroupMember member) {
        return blueprint.index().student().indexOf(member.studentId());
    }

    private GivenParticipation givenParticipations(int student, int[][] spots) {
        return new GivenParticipation(
                student, spots, Arrays.stream(spots).mapToInt(numbers::numberOf).toArray());
    }

    /** A student of two groups takes part when either group does. */
    private static int[][] combineTimes(int[][] one, int[][] other) {
        return IntStream.range(0, one.length)
                .mapToObj(choice -> IntStream.concat(Arrays.stream(one[choice]), Arrays.stream(other[choice]))
                        .sorted()
                        .distinct()
                        .toArray())
                .toArray(int[][]::new);
    }

    /** Returns the numbers of the times at which each student may take part in a session. */
    private BitSet[] timesOfStudents() {
        var times = new BitSet[blueprint.students().size()];
        Arrays.setAll(times, any -> new BitSet());
        for (GivenParticipation[] parts : given) {
            for (GivenParticipation part : parts) {
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
                .indexOf(blueprint.memberships().get(membership).student().id());
    }

    /**
     * Returns all possible students of a session if one of them may take part in more than one way: as a given member
     * and by joining, or by two decisions. Otherwise returns an empty array.
     */
    private int[] studentsWithSeveralWays(int session) {
        Map<Integer, Integer> ways = new TreeMap<>();
        for (GivenParticipation part : given[session]) {
            ways.merge(part.student(), 1, Integer::sum);
        }
        if (hasOwnStudents(session)) {
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

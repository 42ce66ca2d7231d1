package dk.grundskema.solver.score;

import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.solver.model.Blueprint;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * How many students take part in a session, each counted once. Mostly that is the sum of its groups' sizes and a number that
 * never changes; only where a student may be in it twice are memberships looked at one by one.
 *
 * @param groups  indices of the session's groups, in ascending order
 * @param rest    what is to be added to the sum of the groups' sizes: single students, less those who are given twice
 * @param members indices of memberships that have to be looked at, empty if sizes tell all
 * @param same    for each of these, the place among them of the same student's first one, or -1 if the student is given
 * @param given   students who take part whatever is decided
 */
record TakingPart(int[] groups, int rest, int[] members, int[] same, int given) {
    static TakingPart of(Session session, Blueprint blueprint) {
        int[] groups = session.groups().stream()
                .mapToInt(id -> blueprint.index().group().of(id))
                .sorted()
                .distinct()
                .toArray();
        Set<StudentId> given = new HashSet<>(session.students());
        int named = 0;
        for (int group : groups) {
            var members = blueprint.groups().get(group).members();
            members.forEach(member -> given.add(member.studentId()));
            named += members.size();
        }
        int[] memberships = IntStream.range(0, blueprint.memberships().size())
                .filter(m -> mayJoin(m, groups, blueprint))
                .toArray();
        StudentId[] students = Arrays.stream(memberships)
                .mapToObj(m -> blueprint.memberships().get(m).student().id())
                .toArray(StudentId[]::new);
        int[] same = new int[students.length];
        for (int i = 0; i < same.length; i++) {
            same[i] = given.contains(students[i]) ? -1 : Arrays.asList(students).indexOf(students[i]);
        }
        boolean isSimple = IntStream.range(0, same.length).allMatch(i -> same[i] == i);
        return new TakingPart(
                groups,
                given.size() - named,
                isSimple ? new int[0] : memberships,
                isSimple ? new int[0] : same,
                given.size());
    }

    private static boolean mayJoin(int membership, int[] groups, Blueprint blueprint) {
        return blueprint.memberships().get(membership).grouping().groups().stream()
                .mapToInt(group -> blueprint.index().group().of(group.id()))
                .anyMatch(group -> Arrays.binarySearch(groups, group) >= 0);
    }

    /** Whether it takes more than the groups' sizes to tell. */
    boolean looksAtMembers() {
        return members.length > 0;
    }

    /** How many there are, from the sizes of all groups and the group of each membership. */
    int count(int[] sizes, Blueprint blueprint, int[] values) {
        return looksAtMembers() ? given + joined(blueprint, values) : rest + sum(sizes);
    }

    private int sum(int[] sizes) {
        int sum = 0;
        for (int group : groups) {
            sum += sizes[group];
        }
        return sum;
    }

    private int joined(Blueprint blueprint, int[] values) {
        boolean[] counted = new boolean[members.length];
        int count = 0;
        for (int i = 0; i < members.length; i++) {
            int group = values[blueprint.decisions().member(members[i])];
            if (same[i] >= 0 && !counted[same[i]] && Arrays.binarySearch(groups, group) >= 0) {
                counted[same[i]] = true;
                count++;
            }
        }
        return count;
    }
}

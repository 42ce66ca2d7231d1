package dk.grundskema.solver.score;

import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.solver.model.Blueprint;
import java.util.Arrays;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Counts the students of a session, each once. Usually the count is the sum of its groups' sizes plus a constant.
 * Memberships are read one by one only if a student may be in the session twice.
 *
 * @param groups indices of the session's groups, in ascending order
 * @param rest constant to add to the sum of the groups' sizes: individual students, less students counted twice
 * @param members indices of memberships that must be read; empty if sizes suffice
 * @param same for each of these, the position among them of the same student's first one, or -1 if the student is given
 * @param given number of students who take part regardless of decisions
 */
record ParticipantCount(int[] groups, int rest, int[] members, int[] same, int given) {
    static ParticipantCount of(Session session, Blueprint blueprint) {
        int[] groups = session.groups().stream()
                .mapToInt(id -> blueprint.index().group().indexOf(id))
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
        IdentityHashMap<Grouping, Boolean> joinable = new IdentityHashMap<>();
        int[] memberships = IntStream.range(
                        0, groups.length == 0 ? 0 : blueprint.memberships().size())
                .filter(m -> joinable.computeIfAbsent(
                        blueprint.memberships().get(m).grouping(), all -> formsAny(all, groups, blueprint)))
                .toArray();
        StudentId[] students = Arrays.stream(memberships)
                .mapToObj(m -> blueprint.memberships().get(m).student().id())
                .toArray(StudentId[]::new);
        int[] same = new int[students.length];
        for (int i = 0; i < same.length; i++) {
            same[i] = given.contains(students[i]) ? -1 : Arrays.asList(students).indexOf(students[i]);
        }
        boolean isSimple = IntStream.range(0, same.length).allMatch(i -> same[i] == i);
        return new ParticipantCount(
                groups,
                given.size() - named,
                isSimple ? new int[0] : memberships,
                isSimple ? new int[0] : same,
                given.size());
    }

    private static boolean formsAny(Grouping grouping, int[] groups, Blueprint blueprint) {
        return grouping.groups().stream()
                .mapToInt(group -> blueprint.index().group().indexOf(group.id()))
                .anyMatch(group -> Arrays.binarySearch(groups, group) >= 0);
    }

    /** Whether the groups' sizes are not sufficient. */
    boolean looksAtMembers() {
        return members.length > 0;
    }

    /** Returns the number of students, from the sizes of all groups and the values of all decisions. */
    int count(int[] sizes, Blueprint blueprint, int[] values) {
        return looksAtMembers() ? given + countJoined(blueprint, values) : rest + sumOfSizes(sizes);
    }

    private int sumOfSizes(int[] sizes) {
        int sum = 0;
        for (int group : groups) {
            sum += sizes[group];
        }
        return sum;
    }

    private int countJoined(Blueprint blueprint, int[] values) {
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

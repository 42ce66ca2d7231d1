package dk.grundskema.solver.mapping;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.MemberLock;
import dk.grundskema.domain.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which groups the planner put students into. What is impossible of that is told, and counts for nothing; what is merely unwise is told and done:
 * the rules say what it breaks.
 */
final class MemberLocks {
    private record Place(StudentId student, Grouping grouping) {
        /** Groupings are large, and few of them are a student's. */
        @Override
        public int hashCode() {
            return student.hashCode();
        }
    }

    private final Problem problem;
    private final List<Grouping> groupings;
    private final Map<Place, GroupId> locked = new HashMap<>();
    private final Map<GroupId, List<StudentId>> members = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    MemberLocks(Problem problem, List<Demand> demands) {
        this.problem = problem;
        this.groupings =
                demands.stream().flatMap(demand -> demand.groupings().stream()).toList();
        for (Grouping grouping : groupings) {
            for (Group group : grouping.groups()) {
                members.put(
                        group.id(),
                        new ArrayList<>(group.members().stream()
                                .map(member -> member.studentId())
                                .toList()));
            }
        }
        for (int i = 0; i < problem.memberLocks().size(); i++) {
            lock("/memberLocks/" + i, problem.memberLocks().get(i));
        }
    }

    /** The group of a grouping that the planner put a student into. */
    Optional<GroupId> of(StudentId student, Grouping grouping) {
        return Optional.ofNullable(locked.get(new Place(student, grouping)));
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    private void lock(String at, MemberLock lock) {
        List<Grouping> asking = groupings.stream()
                .filter(grouping -> grouping.students().contains(lock.studentId()))
                .toList();
        Optional<Grouping> grouping = asking.stream()
                .filter(one ->
                        one.groups().stream().anyMatch(group -> group.id().equals(lock.groupId())))
                .findFirst();
        if (grouping.isEmpty() || !grouping.get().allows(lock.studentId(), lock.groupId())) {
            findings.add(Finding.error("lock.no-such-group", at + "/groupId", lock.groupId(), choices(lock, asking)));
        } else {
            lock(at, lock, grouping.get());
        }
    }

    private static List<GroupId> choices(MemberLock lock, List<Grouping> asking) {
        return asking.stream()
                .flatMap(grouping -> grouping.groups().stream()
                        .map(Group::id)
                        .filter(group -> grouping.allows(lock.studentId(), group)))
                .sorted()
                .toList();
    }

    private void lock(String at, MemberLock lock, Grouping grouping) {
        if (locked.putIfAbsent(new Place(lock.studentId(), grouping), lock.groupId()) != null) {
            findings.add(Finding.error("lock.student-twice", at, lock.studentId()));
            return;
        }
        List<StudentId> others = members.computeIfAbsent(lock.groupId(), fresh -> new ArrayList<>());
        for (StudentId other : others) {
            if (isVetoed(lock.studentId(), other)) {
                findings.add(Finding.warning("lock.never-together", at, lock.studentId(), other, lock.groupId()));
            }
        }
        others.add(lock.studentId());
        if (others.size() == grouping.largest() + 1) {
            findings.add(Finding.warning(
                    "lock.group-too-full",
                    at + "/groupId",
                    lock.groupId(),
                    grouping.largest(),
                    pinned(lock, grouping)));
        }
    }

    /** How many are in a group by the planner's word: pinned to it, or named in it from the start. */
    private long pinned(MemberLock lock, Grouping grouping) {
        long pins = problem.memberLocks().stream()
                .filter(one -> one.groupId().equals(lock.groupId()))
                .count();
        return pins
                + grouping.groups().stream()
                        .filter(group -> group.id().equals(lock.groupId()))
                        .mapToLong(group -> group.members().size())
                        .sum();
    }

    private boolean isVetoed(StudentId one, StudentId other) {
        return never(one, other) || never(other, one);
    }

    private boolean never(StudentId one, StudentId other) {
        return problem.student(one).map(Student::neverWith).orElseThrow().contains(other);
    }
}

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
 * Indexes the groups to which the planner locked students. Impossible locks are reported as errors and ignored;
 * questionable ones are reported as warnings and applied.
 */
final class MemberLockIndex {
    private record StudentInGrouping(StudentId student, Grouping grouping) {
        /** groupings are large, and a student is in few of them */
        @Override
        public int hashCode() {
            return student.hashCode();
        }
    }

    private final Problem problem;
    private final List<Grouping> groupings;
    private final Map<StudentInGrouping, GroupId> locked = new HashMap<>();
    private final Map<GroupId, List<StudentId>> members = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    MemberLockIndex(Problem problem, List<Demand> demands) {
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
            addLock("/memberLocks/" + i, problem.memberLocks().get(i));
        }
    }

    /** Returns the group of a grouping to which the planner locked a student. */
    Optional<GroupId> find(StudentId student, Grouping grouping) {
        return Optional.ofNullable(locked.get(new StudentInGrouping(student, grouping)));
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    private void addLock(String at, MemberLock lock) {
        List<Grouping> asking = groupings.stream()
                .filter(grouping -> grouping.students().contains(lock.studentId()))
                .toList();
        Optional<Grouping> grouping = asking.stream()
                .filter(one ->
                        one.groups().stream().anyMatch(group -> group.id().equals(lock.groupId())))
                .findFirst();
        if (grouping.isEmpty() || !grouping.get().allows(lock.studentId(), lock.groupId())) {
            findings.add(
                    Finding.error("lock.no-such-group", at + "/groupId", lock.groupId(), allowedGroups(lock, asking)));
        } else {
            addLock(at, lock, grouping.get());
        }
    }

    private static List<GroupId> allowedGroups(MemberLock lock, List<Grouping> asking) {
        return asking.stream()
                .flatMap(grouping -> grouping.groups().stream()
                        .map(Group::id)
                        .filter(group -> grouping.allows(lock.studentId(), group)))
                .sorted()
                .toList();
    }

    private void addLock(String at, MemberLock lock, Grouping grouping) {
        if (locked.putIfAbsent(new StudentInGrouping(lock.studentId(), grouping), lock.groupId()) != null) {
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
                    countFixedMembers(lock, grouping)));
        }
    }

    /** Returns the number of students who are locked to a group or are given members. */
    private long countFixedMembers(MemberLock lock, Grouping grouping) {
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
        return hasVetoed(one, other) || hasVetoed(other, one);
    }

    private boolean hasVetoed(StudentId one, StudentId other) {
        return problem.student(one).map(Student::neverWith).orElseThrow().contains(other);
    }
}

package dk.grundskema.solver.precheck;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Finds students who must all be in different groups and are more than the groups that they may join. */
final class KeptApartPrecheck {
    /** Most sets of students that are looked at for a grouping. What is found is true also if there are more. */
    private static final int MAX_SETS = 20_000;

    private final Grouping grouping;
    private final List<Student> students;
    private final BitSet[] apart;
    private final List<Set<GroupId>> groups = new ArrayList<>();
    private BitSet largest = new BitSet();
    private int sets;

    private KeptApartPrecheck(Problem problem, Grouping grouping) {
        this.grouping = grouping;
        Map<StudentId, Student> known = new LinkedHashMap<>();
        Set<StudentId> vetoed = new HashSet<>();
        for (Student student : problem.students()) {
            known.put(student.id(), student);
            vetoed.addAll(student.neverWith());
        }
        this.students = grouping.students().stream()
                .flatMap(id -> Stream.ofNullable(known.get(id)))
                .filter(one -> !one.neverWith().isEmpty() || vetoed.contains(one.id()))
                .toList();
        this.apart = new BitSet[students.size()];
        for (int i = 0; i < students.size(); i++) {
            apart[i] = new BitSet();
            for (int j = 0; j < students.size(); j++) {
                if (areApart(students.get(i), students.get(j))) {
                    apart[i].set(j);
                }
            }
            groups.add(groupsOf(students.get(i), known));
        }
    }

    /** Returns each finding once: an intervention may form several kinds of groups of the same students. */
    static List<Finding> findings(Problem problem, List<Demand> demands) {
        var findings = new LinkedHashSet<Finding>();
        for (Demand demand : demands) {
            demand.groupings().forEach(grouping -> new KeptApartPrecheck(problem, grouping).addFindings(findings));
        }
        return List.copyOf(findings);
    }

    private static boolean areApart(Student one, Student other) {
        return one.neverWith().contains(other.id()) || other.neverWith().contains(one.id());
    }

    /** Returns the groups that a student may join, without those with a given member who must not be with the student. */
    private Set<GroupId> groupsOf(Student student, Map<StudentId, Student> known) {
        List<GroupId> all = grouping.groups().stream().map(Group::id).toList();
        Set<GroupId> open = new LinkedHashSet<>(grouping.choices().getOrDefault(student.id(), all));
        for (Group group : grouping.groups()) {
            boolean isBlocked = group.members().stream()
                    .map(GroupMember::studentId)
                    .flatMap(id -> Stream.ofNullable(known.get(id)))
                    .anyMatch(member -> areApart(student, member));
            if (isBlocked) {
                open.remove(group.id());
            }
        }
        return open;
    }

    /** Looks at students with the same groups, then at all together; reports at most one set of students. */
    private void addFindings(Set<Finding> findings) {
        Map<Set<GroupId>, BitSet> alike = new LinkedHashMap<>();
        var all = new BitSet();
        for (int i = 0; i < students.size(); i++) {
            if (!apart[i].isEmpty()) {
                alike.computeIfAbsent(groups.get(i), any -> new BitSet()).set(i);
                all.set(i);
            }
        }
        var candidates = new ArrayList<>(alike.values());
        candidates.add(all);
        for (BitSet some : candidates) {
            largest = new BitSet();
            extend(new BitSet(), some);
            Set<GroupId> open = new LinkedHashSet<>();
            largest.stream().forEach(i -> open.addAll(groups.get(i)));
            if (largest.cardinality() > Math.max(1, open.size())) {
                findings.add(Finding.warning(
                        "precheck.groups-kept-apart",
                        "/students",
                        largest.stream().mapToObj(i -> students.get(i).id()).toList(),
                        largest.cardinality(),
                        open.size()));
                return;
            }
        }
    }

    /** Extends a set of students who must all be apart by candidates who may be with none of them. */
    private void extend(BitSet chosen, BitSet candidates) {
        sets++;
        if (sets > MAX_SETS || chosen.cardinality() + candidates.cardinality() <= largest.cardinality()) {
            return;
        }
        if (candidates.isEmpty()) {
            largest = (BitSet) chosen.clone();
            return;
        }
        var left = (BitSet) candidates.clone();
        for (int next = left.nextSetBit(0); next >= 0; next = left.nextSetBit(0)) {
            left.clear(next);
            var further = (BitSet) left.clone();
            further.and(apart[next]);
            chosen.set(next);
            extend(chosen, further);
            chosen.clear(next);
        }
    }
}

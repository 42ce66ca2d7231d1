package dk.grundskema.examples.comparison.scoring;

import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.SchoolId;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.timetable.GroupMembers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Penalties for formed teams: unequal sizes, students of one school together, unmet wishes for company. */
final class TeamFormationPenalties {
    private final List<Student> students = new ArrayList<>();
    private final List<List<Student>> teams = new ArrayList<>();
    private final Map<StudentId, GroupId> teamOf = new HashMap<>();

    TeamFormationPenalties(CampPlan plan) {
        if (!plan.parameters().teams().given().isEmpty()) {
            return;
        }
        List<StudentId> named = plan.parameters().students();
        Map<StudentId, Student> byId = new HashMap<>();
        for (Student student : plan.problem().students()) {
            if (named.isEmpty() || named.contains(student.id())) {
                students.add(student);
                byId.put(student.id(), student);
            }
        }
        List<GroupId> given =
                plan.problem().groups().stream().map(group -> group.id()).toList();
        for (GroupMembers group : plan.timetable().groups()) {
            if (!given.contains(group.id())) {
                var team = new ArrayList<Student>();
                for (GroupMember member : group.members()) {
                    team.add(Objects.requireNonNull(byId.get(member.studentId())));
                    teamOf.put(member.studentId(), group.id());
                }
                teams.add(team);
            }
        }
    }

    /** Returns the squares of the deviations from even team sizes, in students. */
    long unevenSizes() {
        long cost = 0;
        for (List<Student> team : teams) {
            int fewest = students.size() / teams.size();
            int most = Math.ceilDiv(students.size(), teams.size());
            long off = Math.max(0, Math.max(fewest - team.size(), team.size() - most));
            cost += off * off;
        }
        return cost;
    }

    /** Returns the students of a school in a team beyond the school's even share, rounded up. */
    long unmixedSchools() {
        Map<SchoolId, Long> all = perSchool(students);
        long cost = 0;
        for (List<Student> team : teams) {
            for (Map.Entry<SchoolId, Long> there : perSchool(team).entrySet()) {
                long share = Math.ceilDiv(all.getOrDefault(there.getKey(), 0L), (long) teams.size());
                cost += Math.max(0, there.getValue() - share);
            }
        }
        return cost;
    }

    private static Map<SchoolId, Long> perSchool(List<Student> some) {
        var count = new HashMap<SchoolId, Long>();
        for (Student student : some) {
            SchoolId school = student.school();
            if (school != null) {
                count.merge(school, 1L, Long::sum);
            }
        }
        return count;
    }

    /** Returns the pairs in different teams of which one student wished for the other. */
    long unmetCompany() {
        long cost = 0;
        for (int i = 0; i < students.size(); i++) {
            for (int j = i + 1; j < students.size(); j++) {
                Student one = students.get(i);
                Student other = students.get(j);
                GroupId here = teamOf.get(one.id());
                GroupId there = teamOf.get(other.id());
                boolean isWished = one.wishedWith().contains(other.id())
                        || other.wishedWith().contains(one.id());
                cost += isWished && here != null && there != null && !here.equals(there) ? 1 : 0;
            }
        }
        return cost;
    }
}

package dk.grundskema.api.exports.program;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Tells of which classes a group's students are. Teams of a camp count as classes, since other programs know nothing else. */
final class ClassDirectory {
    private final Map<GroupId, Group.Kind> kinds = new HashMap<>();
    private final Map<StudentId, SortedSet<GroupId>> classesOfStudents = new HashMap<>();
    private final Map<GroupId, SortedSet<GroupId>> classesOfGroups = new HashMap<>();

    ClassDirectory(Problem problem, Collection<Demand> demands, Timetable timetable) {
        var groups = Stream.concat(
                        problem.groups().stream(),
                        demands.stream()
                                .flatMap(demand -> demand.groupings().stream())
                                .flatMap(grouping -> grouping.groups().stream()))
                .toList();
        for (Student student : problem.students()) {
            if (student.classGroup() != null) {
                classesOf(student.id()).add(student.classGroup());
            }
        }
        groups.forEach(group -> kinds.put(group.id(), group.kind()));
        groups.stream()
                .filter(group -> group.kind() == Group.Kind.CLASS)
                .forEach(group -> group.members()
                        .forEach(member -> classesOf(member.studentId()).add(group.id())));
        groups.forEach(group -> addMembers(group.id(), group.members()));
        timetable.groups().forEach(group -> addMembers(group.id(), group.members()));
    }

    private SortedSet<GroupId> classesOf(StudentId student) {
        return classesOfStudents.computeIfAbsent(student, any -> new TreeSet<>());
    }

    private void addMembers(GroupId group, Collection<GroupMember> members) {
        var classes = classesOfGroups.computeIfAbsent(group, any -> new TreeSet<>());
        members.forEach(member -> classes.addAll(ofStudent(member.studentId())));
    }

    /** Returns the classes of a student; empty if not known. */
    SortedSet<GroupId> ofStudent(StudentId student) {
        return classesOfStudents.getOrDefault(student, Collections.emptySortedSet());
    }

    /** Returns the classes of a group's students; empty if not known. */
    SortedSet<GroupId> ofGroup(GroupId group) {
        return classesOfGroups.getOrDefault(group, Collections.emptySortedSet());
    }

    /** Returns whether a group is a class to other programs: a class, a team, or a course whose classes are not known. */
    boolean isClass(GroupId group) {
        Group.Kind kind = kinds.getOrDefault(group, Group.Kind.CLASS);
        return kind == Group.Kind.CLASS
                || kind == Group.Kind.TEAM
                || ofGroup(group).isEmpty();
    }

    /** Returns whether a group's students are taken out of their classes' lessons. */
    boolean isPulledOut(GroupId group) {
        Group.Kind kind = kinds.getOrDefault(group, Group.Kind.CLASS);
        return kind == Group.Kind.SMALL_GROUP || kind == Group.Kind.PAIR;
    }
}

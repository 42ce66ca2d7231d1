package dk.grundskema.solver.check;

import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.GroupMembers;
import dk.grundskema.domain.timetable.Timetable;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;

/** The students of each group, given or formed, with their weeks. */
final class GroupRoster {
    private final Map<GroupId, Map<StudentId, SortedSet<IsoWeek>>> members = new HashMap<>();
    private final Map<GroupId, Set<StudentId>> given = new HashMap<>();

    private GroupRoster() {}

    static GroupRoster of(Problem problem, DemandIndex demanded, Timetable timetable) {
        var attendance = new GroupRoster();
        problem.groups().forEach(attendance::addGiven);
        for (Grouping grouping : demanded.groupings()) {
            grouping.groups().forEach(attendance::addGiven);
        }
        for (GroupMembers formed : timetable.groups()) {
            attendance.add(formed.id(), formed.members());
        }
        return attendance;
    }

    private void addGiven(Group group) {
        add(group.id(), group.members());
        var named = given.computeIfAbsent(group.id(), any -> new LinkedHashSet<>());
        group.members().forEach(member -> named.add(member.studentId()));
    }

    /** The weeks that the problem gives for a student take precedence. */
    private void add(GroupId group, List<GroupMember> some) {
        var all = members.computeIfAbsent(group, any -> new LinkedHashMap<>());
        some.forEach(member -> all.putIfAbsent(member.studentId(), member.weeks()));
    }

    /** Returns all members of a group, in any week. */
    Set<StudentId> members(GroupId group) {
        return members.getOrDefault(group, Map.of()).keySet();
    }

    /** Returns the weeks of each member of a group; none means all. */
    Map<StudentId, SortedSet<IsoWeek>> weeks(GroupId group) {
        return members.getOrDefault(group, Map.of());
    }

    /** Returns whether the problem or the demand puts the student into the group, so that it was not a decision. */
    boolean isGiven(GroupId group, StudentId student) {
        return given.getOrDefault(group, Set.of()).contains(student);
    }

    /** Returns whether a group has a member that neither the problem nor the demand put there. */
    boolean isJoined(GroupId group) {
        return members(group).stream().anyMatch(student -> !isGiven(group, student));
    }

    /** Returns whether a session sleeps: no student has joined the group that it is held for. */
    boolean isAsleep(Session session) {
        return session.awakeWith() != null && !isJoined(session.awakeWith());
    }

    /** Returns all participants, in any week. */
    Set<StudentId> students(Collection<GroupId> groups, Collection<StudentId> single) {
        var all = new LinkedHashSet<StudentId>();
        groups.forEach(group -> all.addAll(members(group)));
        all.addAll(single);
        return all;
    }

    /** Returns all participants in one week. */
    Set<StudentId> students(Collection<GroupId> groups, Collection<StudentId> single, IsoWeek week) {
        var all = new LinkedHashSet<StudentId>();
        for (GroupId group : groups) {
            members.getOrDefault(group, Map.of()).forEach((student, weeks) -> {
                if (weeks.isEmpty() || weeks.contains(week)) {
                    all.add(student);
                }
            });
        }
        all.addAll(single);
        return all;
    }
}

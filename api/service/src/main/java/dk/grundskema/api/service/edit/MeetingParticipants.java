package dk.grundskema.api.service.edit;

import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.GroupMembers;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Determines the participants of meetings. */
public final class MeetingParticipants {
    private MeetingParticipants() {}

    /** Returns the students of a meeting: individual ones, and the members of its groups in any of its weeks. */
    public static Set<StudentId> of(Problem problem, Timetable timetable, Meeting meeting) {
        return of(problem, timetable, meeting.groupIds(), meeting.studentIds());
    }

    /** Returns individual students and the members of groups in any week. */
    static Set<StudentId> of(
            Problem problem, Timetable timetable, Collection<GroupId> groups, Collection<StudentId> single) {
        var students = new HashSet<>(single);
        for (GroupId group : groups) {
            problem.group(group)
                    .ifPresent(given ->
                            given.members().stream().map(GroupMember::studentId).forEach(students::add));
        }
        for (GroupMembers group : timetable.groups()) {
            if (groups.contains(group.id())) {
                group.members().stream().map(GroupMember::studentId).forEach(students::add);
            }
        }
        return students;
    }
}

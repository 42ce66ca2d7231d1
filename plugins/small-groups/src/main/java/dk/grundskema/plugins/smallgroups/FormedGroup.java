package dk.grundskema.plugins.smallgroups;

import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.timetable.GroupMembers;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.solver.spi.toolkit.FinishedIntervention;
import java.util.Comparator;
import java.util.List;

/**
 * A group of the finished timetable.
 *
 * @param id       the group
 * @param parts    parts of its id after the intervention's id, split at slashes
 * @param members  students who are in it in some week, at least one
 * @param size     students who are in it at once, in the week of its meetings with the most; one may have left and another taken the place
 * @param meetings its meetings, in the timetable's order
 */
record FormedGroup(GroupId id, List<String> parts, List<StudentId> members, int size, List<Meeting> meetings) {
    /** Returns the intervention's groups with students, in the order of ids with 2 before 10. */
    static List<FormedGroup> of(FinishedIntervention finished) {
        return finished.groupsByPrefix("").stream()
                .map(GroupMembers::id)
                .filter(id -> !finished.members(id).isEmpty())
                .sorted(Comparator.comparing((GroupId id) -> id.value().replaceAll("\\d+$", ""))
                        .thenComparingInt(id -> id.value().length())
                        .thenComparing(GroupId::value))
                .map(id -> of(id, finished))
                .toList();
    }

    private static FormedGroup of(GroupId id, FinishedIntervention finished) {
        List<Meeting> meetings = meetingsOf(id, finished);
        List<StudentId> members = finished.members(id);
        int size = meetings.stream()
                .flatMap(meeting -> meeting.weeks().stream())
                .distinct()
                .mapToInt(week -> finished.members(id, week).size())
                .max()
                .orElse(members.size());
        return new FormedGroup(id, finished.idParts(id), members, size, meetings);
    }

    private static List<Meeting> meetingsOf(GroupId id, FinishedIntervention finished) {
        return finished.meetings().stream()
                .filter(one -> one.groupIds().contains(id))
                .toList();
    }

    /** Returns its meetings of a kind. */
    List<Meeting> meetings(String kind) {
        return meetings.stream().filter(one -> one.kind().equals(kind)).toList();
    }
}

package dk.grundskema.api.exports.sheet;

import dk.grundskema.api.documents.timetable.TimetableEntry.NumberedStudent;
import dk.grundskema.api.documents.timetable.TimetableViews;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lists the members of the groups that the plan formed, for the planner. It contains students' names, so it must not be put on walls. */
final class FormedGroupList {
    /**
     * A group.
     *
     * @param name    name of the group
     * @param members names of its students, each with the name of the home class if it is known
     */
    record Line(String name, List<String> members) {
        Line {
            members = List.copyOf(members);
        }
    }

    private FormedGroupList() {}

    static List<Line> linesOf(TimetableViews views) {
        Map<GroupId, String> names = new HashMap<>();
        for (Group group : views.problem().groups()) {
            names.put(group.id(), group.name());
        }
        Map<StudentId, String> homes = new HashMap<>();
        for (Student student : views.problem().students()) {
            GroupId home = student.classGroup();
            if (home != null && names.containsKey(home)) {
                homes.put(student.id(), " (" + names.get(home) + ")");
            }
        }
        return views.formedGroups().stream()
                .map(group -> new Line(
                        group.name(),
                        views.members(group).stream()
                                .map(member -> nameWithClass(member, homes))
                                .toList()))
                .toList();
    }

    private static String nameWithClass(NumberedStudent member, Map<StudentId, String> homes) {
        return member.name() + homes.getOrDefault(member.id(), "");
    }
}

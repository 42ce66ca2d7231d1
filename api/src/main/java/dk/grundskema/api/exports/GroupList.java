package dk.grundskema.api.exports;

import dk.grundskema.api.timetable.Entry.Member;
import dk.grundskema.api.timetable.TimetableViews;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who is in which group that the plan formed, for the planner: with names of students, so not for walls. */
final class GroupList {
    /**
     * A group.
     *
     * @param name    what it is called
     * @param members names of its students, each with the name of the home class where it is known
     */
    record Line(String name, List<String> members) {
        Line {
            members = List.copyOf(members);
        }
    }

    private GroupList() {}

    static List<Line> of(TimetableViews views) {
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
        return views.formed().stream()
                .map(group -> new Line(
                        group.name(),
                        views.members(group).stream()
                                .map(member -> named(member, homes))
                                .toList()))
                .toList();
    }

    private static String named(Member member, Map<StudentId, String> homes) {
        return member.name() + homes.getOrDefault(member.id(), "");
    }
}

package dk.grundskema.examples.comparison.scoring;

import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.GroupMembers;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.plugins.smallgroups.Candidate;
import dk.grundskema.plugins.smallgroups.SmallGroupsParameters;
import dk.grundskema.solver.spi.toolkit.RuleStrength;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A plan of small groups, indexed for scoring. Written from the rules' definitions, independently of the plugin's code.
 *
 * @param problem    the problem, whose only intervention is small groups
 * @param parameters its parameters
 * @param timetable  the finished plan
 * @param groups     groups with students
 */
record GroupsPlan(Problem problem, SmallGroupsParameters parameters, Timetable timetable, List<FormedGroup> groups) {
    static GroupsPlan of(Problem problem, Timetable timetable) {
        Intervention<?> only = problem.interventions().getFirst();
        if (problem.interventions().size() != 1
                || !(only.parameters() instanceof SmallGroupsParameters parameters)
                || !problem.locks().isEmpty()
                || !problem.memberLocks().isEmpty()
                || parameters.talkMinutes() > 0
                || parameters.tutorHoursPerWeek() != null
                || !parameters.cover().isEmpty()
                || !parameters.outside().isEmpty()
                || !parameters.gatherings().isEmpty()
                || parameters.tutorsPerGroup() > 1
                || parameters.oneSessionADay() != RuleStrength.WISH) {
            throw new IllegalArgumentException(
                    "The problem (%s) must be small groups with one tutor each, without talks, covers, gatherings and locks."
                            .formatted(problem.title()));
        }
        Map<StudentId, Student> students = new HashMap<>();
        problem.students().forEach(one -> students.put(one.id(), one));
        Map<StudentId, Candidate> candidates = new HashMap<>();
        parameters.candidates().forEach(one -> candidates.put(one.studentId(), one));
        var given = problem.groups().stream().map(Group::id).toList();
        var groups = new ArrayList<FormedGroup>();
        for (GroupMembers group : timetable.groups()) {
            if (!given.contains(group.id()) && !group.members().isEmpty()) {
                var members =
                        group.members().stream().map(one -> one.studentId()).toList();
                groups.add(new FormedGroup(
                        group.id(),
                        members.stream().map(students::get).toList(),
                        members.stream().map(candidates::get).toList(),
                        timetable.meetings().stream()
                                .filter(one -> one.groupIds().contains(group.id()))
                                .toList()));
            }
        }
        return new GroupsPlan(problem, parameters, timetable, List.copyOf(groups));
    }

    /** Returns the sessions that a staff member teaches. */
    List<Meeting> meetingsOf(StaffId who) {
        return timetable.meetings().stream()
                .filter(meeting -> meeting.seats().stream().anyMatch(seat -> who.equals(seat.staffId())))
                .toList();
    }

    /** Returns whether a staff member teaches a candidate the subject of the candidacy. */
    boolean teaches(StaffId who, Candidate one) {
        return lessonsOf(one.studentId()).stream()
                .anyMatch(lesson -> lesson.subject().equals(one.subject())
                        && lesson.staffIds().contains(who));
    }

    /** Returns the lessons that a student attends, by class, course or name. */
    List<Lesson> lessonsOf(StudentId student) {
        var own = problem.groups().stream()
                .filter(group -> group.members().stream()
                        .anyMatch(member -> member.studentId().equals(student)))
                .map(Group::id)
                .toList();
        return problem.lessons().stream()
                .filter(lesson -> lesson.studentIds().contains(student)
                        || lesson.groupIds().stream().anyMatch(own::contains))
                .toList();
    }
}

package dk.grundskema.solver.repair;

import dk.grundskema.domain.demand.Task;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Delivery;
import dk.grundskema.domain.timetable.GroupMembers;
import dk.grundskema.domain.timetable.Meeting;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Leaves out of a plan the students who have left the problem since the plan was made. A timetable may refer to students of its problem only. */
final class KnownStudents {
    private final Set<StudentId> known;

    KnownStudents(Problem problem) {
        this.known = problem.students().stream().map(Student::id).collect(Collectors.toUnmodifiableSet());
    }

    /** Returns the meeting; empty if it was with students only who have left. */
    Optional<Meeting> in(Meeting meeting) {
        List<StudentId> students = knownOf(meeting.studentIds());
        List<StudentId> excused = knownOf(meeting.excusedStudentIds());
        boolean isWithNobody = students.isEmpty()
                && !meeting.studentIds().isEmpty()
                && meeting.groupIds().isEmpty();
        if (isWithNobody) {
            return Optional.empty();
        }
        boolean isSame = students.size() == meeting.studentIds().size()
                && excused.size() == meeting.excusedStudentIds().size();
        return Optional.of(isSame ? meeting : meeting.withStudents(students, excused));
    }

    GroupMembers in(GroupMembers group) {
        return new GroupMembers(
                group.id(),
                group.members().stream()
                        .filter(member -> known.contains(member.studentId()))
                        .toList());
    }

    /** Returns the task; empty if it was for students only who have left. */
    Optional<Task> in(Task task) {
        List<StudentId> students = knownOf(task.studentIds());
        return students.isEmpty() && !task.studentIds().isEmpty()
                ? Optional.empty()
                : Optional.of(new Task(
                        task.taskId(),
                        task.interventionId(),
                        task.kind(),
                        task.title(),
                        task.date(),
                        students,
                        task.staffId()));
    }

    Delivery in(Delivery delivery) {
        return new Delivery(
                delivery.sessionId(),
                delivery.date(),
                delivery.held(),
                delivery.reason(),
                new TreeSet<>(knownOf(delivery.absent())));
    }

    private List<StudentId> knownOf(Collection<StudentId> students) {
        return students.stream().filter(known::contains).toList();
    }
}

package dk.grundskema.solver.mapping;

import dk.grundskema.domain.demand.Task;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Delivery;
import dk.grundskema.domain.timetable.GroupMembers;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Leaves students out of a changed plan who have left the problem since the plan was made. A timetable may refer to students of its problem only. */
public final class KnownStudents {
    private final Set<StudentId> known;

    /** @param problem the problem that the plan belongs to from now on */
    public KnownStudents(Problem problem) {
        this.known = problem.students().stream().map(Student::id).collect(Collectors.toUnmodifiableSet());
    }

    /** Returns the plan without students that the problem lacks, and without meetings and tasks that were for such students only. */
    public Timetable in(Timetable plan) {
        return new Timetable(
                        plan.version(),
                        plan.problem(),
                        plan.zone(),
                        plan.seed(),
                        plan.score(),
                        plan.rules(),
                        plan.groups().stream().map(this::in).toList(),
                        plan.meetings().stream().flatMap(this::in).toList(),
                        plan.tasks().stream().flatMap(this::in).toList())
                .withDeliveries(plan.deliveries().stream().map(this::in).toList());
    }

    private Stream<Meeting> in(Meeting meeting) {
        if (known.containsAll(meeting.studentIds()) && known.containsAll(meeting.excusedStudentIds())) {
            return Stream.of(meeting);
        }
        List<StudentId> students = knownOf(meeting.studentIds());
        boolean isForNobody = students.isEmpty()
                && !meeting.studentIds().isEmpty()
                && meeting.groupIds().isEmpty();
        return isForNobody
                ? Stream.empty()
                : Stream.of(meeting.withStudents(students, knownOf(meeting.excusedStudentIds())));
    }

    private GroupMembers in(GroupMembers group) {
        return new GroupMembers(
                group.id(),
                group.members().stream()
                        .filter(member -> known.contains(member.studentId()))
                        .toList());
    }

    private Stream<Task> in(Task task) {
        if (known.containsAll(task.studentIds())) {
            return Stream.of(task);
        }
        List<StudentId> students = knownOf(task.studentIds());
        return students.isEmpty()
                ? Stream.empty()
                : Stream.of(new Task(
                        task.taskId(),
                        task.interventionId(),
                        task.kind(),
                        task.title(),
                        task.date(),
                        students,
                        task.staffId()));
    }

    private Delivery in(Delivery delivery) {
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

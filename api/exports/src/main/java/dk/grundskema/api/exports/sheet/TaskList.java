package dk.grundskema.api.exports.sheet;

import dk.grundskema.domain.demand.Task;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Lists the tasks on a date without a time, for the planner: by date, without names of students. */
final class TaskList {
    /**
     * A line of the list.
     *
     * @param date     the date
     * @param title    the task
     * @param who      person who does it; empty means not decided yet
     * @param students number of students concerned
     */
    record Line(LocalDate date, String title, String who, int students) {}

    private TaskList() {}

    static List<Line> linesOf(Problem problem, Timetable timetable) {
        return timetable.tasks().stream()
                .sorted(Comparator.comparing(Task::date).thenComparing(Task::taskId))
                .map(task -> new Line(
                        task.date(),
                        task.title(),
                        problem.staff().stream()
                                .filter(one -> Objects.equals(one.id(), task.staffId()))
                                .map(StaffMember::name)
                                .findFirst()
                                .orElse(""),
                        task.studentIds().size()))
                .toList();
    }
}

package dk.grundskema.api.exports;

import dk.grundskema.domain.demand.Task;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** What is to be done on a date without a time, for the planner: in the order of the dates, without names of students. */
final class TaskList {
    /**
     * A line of the list.
     *
     * @param date     when
     * @param title    what
     * @param who      who does it; empty means that this is still open
     * @param students how many students it concerns
     */
    record Line(LocalDate date, String title, String who, int students) {}

    private TaskList() {}

    static List<Line> of(Problem problem, Timetable timetable) {
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

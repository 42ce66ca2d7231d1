package dk.grundskema.solver.check;

import dk.grundskema.domain.demand.Task;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.solver.spi.RequiredTask;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * Compares the tasks of a timetable with those that each plugin derives from its parameters, without the demand. Tasks that agree in everything are
 * taken first, then those for the same students, then those with the same title.
 */
final class RequiredTasksCheck {
    private final CoreViolations faults;

    private RequiredTasksCheck(CoreViolations faults) {
        this.faults = faults;
    }

    /** Adds a violation for each difference between the tasks and what is required. */
    static void check(List<Task> tasks, Map<InterventionId, List<RequiredTask>> required, CoreViolations faults) {
        var check = new RequiredTasksCheck(faults);
        required.forEach((intervention, some) -> check.compare(
                new ArrayList<>(tasks.stream()
                        .filter(one -> one.interventionId().equals(intervention))
                        .toList()),
                new ArrayList<>(some)));
    }

    private void compare(List<Task> tasks, List<RequiredTask> required) {
        match(tasks, required, (task, one) -> isOnDate(task, one) && isForPeople(task, one));
        match(tasks, required, RequiredTasksCheck::isForPeople);
        match(tasks, required, (task, one) -> true);
        required.forEach(one -> faults.medium("core.required-task", 1, one.title(), one.date()));
        tasks.forEach(task -> faults.medium("core.other-task", 1, task.taskId(), task.title(), task.date()));
    }

    /** Takes the tasks of the same kind and title that a condition accepts off both lists, and reports how they differ. */
    private void match(List<Task> tasks, List<RequiredTask> required, BiPredicate<Task, RequiredTask> condition) {
        for (var left = tasks.iterator(); left.hasNext(); ) {
            Task task = left.next();
            Optional<RequiredTask> found = required.stream()
                    .filter(one ->
                            task.kind().equals(one.kind()) && task.title().equals(one.title()))
                    .filter(one -> condition.test(task, one))
                    .findFirst();
            found.ifPresent(one -> {
                faults.medium(
                        "core.asked-task-date", isOnDate(task, one) ? 0 : 1, task.taskId(), task.title(), one.date());
                faults.medium("core.asked-task-people", isForPeople(task, one) ? 0 : 1, task.taskId(), task.title());
                required.remove(one);
                left.remove();
            });
        }
    }

    private static boolean isOnDate(Task task, RequiredTask required) {
        return task.date().equals(required.date());
    }

    private static boolean isForPeople(Task task, RequiredTask required) {
        StaffId who = task.staffId();
        boolean isStaff =
                who == null ? required.staff().isEmpty() : required.staff().contains(who);
        return isStaff && required.students().equals(new HashSet<>(task.studentIds()));
    }
}

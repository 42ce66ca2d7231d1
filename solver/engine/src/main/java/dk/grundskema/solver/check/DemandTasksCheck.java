package dk.grundskema.solver.check;

import dk.grundskema.domain.demand.Task;
import dk.grundskema.domain.demand.TaskId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;

/** Checks that the timetable has exactly the tasks that are asked for, on their dates, for the same students and with the same person. */
final class DemandTasksCheck implements CoreCheck {
    @Override
    public void check(CheckedPlan plan, CoreViolations faults) {
        Map<TaskId, Task> stated = new HashMap<>();
        for (Task task : plan.tasks()) {
            boolean isRepeated = stated.put(task.taskId(), task) != null;
            faults.medium("core.other-task", isRepeated ? 1 : 0, task.taskId(), task.title(), task.date());
        }
        plan.demanded().tasks().forEach((id, asked) -> {
            Task task = stated.remove(id);
            if (task == null) {
                faults.medium("core.asked-task", 1, id, asked.title(), asked.date());
            } else {
                faults.medium(
                        "core.asked-task-date",
                        task.date().equals(asked.date()) ? 0 : 1,
                        id,
                        asked.title(),
                        asked.date());
                faults.medium("core.asked-task-people", isForSamePeople(task, asked) ? 0 : 1, id, asked.title());
            }
        });
        stated.forEach((id, task) -> faults.medium("core.other-task", 1, id, task.title(), task.date()));
    }

    private static boolean isForSamePeople(Task task, Task asked) {
        return Objects.equals(task.staffId(), asked.staffId())
                && task.kind().equals(asked.kind())
                && new HashSet<>(task.studentIds()).equals(new HashSet<>(asked.studentIds()));
    }
}

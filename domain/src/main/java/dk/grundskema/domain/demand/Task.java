package dk.grundskema.domain.demand;

import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something to be done on a date, without a time: a book package is handed out.
 *
 * @param taskId         the id
 * @param interventionId which intervention asks for it
 * @param kind           what it is, a word of the intervention's
 * @param title          what people call it
 * @param date           when
 * @param studentIds     whom it concerns; empty means nobody in particular
 * @param staffId        staff member who does it; {@code null} means not assigned
 */
public record Task(
        TaskId taskId,
        InterventionId interventionId,
        String kind,
        String title,
        LocalDate date,
        List<StudentId> studentIds,
        @Nullable StaffId staffId) {
    /** Copies the list. */
    public Task {
        studentIds = List.copyOf(studentIds);
    }

    /** Creates a task without an assigned staff member. */
    public Task(
            TaskId taskId,
            InterventionId interventionId,
            String kind,
            String title,
            LocalDate date,
            List<StudentId> studentIds) {
        this(taskId, interventionId, kind, title, date, studentIds, null);
    }
}

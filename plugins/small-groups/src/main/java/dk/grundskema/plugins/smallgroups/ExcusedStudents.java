package dk.grundskema.plugins.smallgroups;

import dk.grundskema.domain.finding.RecordValidator;
import dk.grundskema.domain.intervention.Decision;
import dk.grundskema.domain.people.StudentId;
import java.util.List;

/**
 * A named decision that some students may miss ordinary lessons, against the guide. Reports list each lesson missed.
 *
 * @param decision   who decided it, and why
 * @param studentIds students who may miss lessons, at least one
 */
public record ExcusedStudents(Decision decision, List<StudentId> studentIds) {
    /** @throws dk.grundskema.domain.finding.InvalidValueException if no student is given, or one twice */
    public ExcusedStudents {
        studentIds = List.copyOf(studentIds);
        new RecordValidator()
                .notEmpty("studentIds", studentIds)
                .distinct("studentIds", studentIds)
                .throwIfInvalid();
    }
}

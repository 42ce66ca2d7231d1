package dk.grundskema.plugins.smallgroups;

import dk.grundskema.domain.finding.Checks;
import dk.grundskema.domain.intervention.Decision;
import dk.grundskema.domain.people.StudentId;
import java.util.List;

/**
 * That some candidates may miss ordinary lessons for their group, against the guide. They are put into groups of their own, so that nobody else
 * misses a lesson with them.
 *
 * @param decision   who decided it, and why
 * @param studentIds who may miss lessons, at least one
 */
public record OutsideDecision(Decision decision, List<StudentId> studentIds) {
    /** @throws dk.grundskema.domain.finding.InvalidValueException if nobody is named, or somebody twice */
    public OutsideDecision {
        studentIds = List.copyOf(studentIds);
        new Checks()
                .notEmpty("studentIds", studentIds)
                .distinct("studentIds", studentIds)
                .done();
    }
}

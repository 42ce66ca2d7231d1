package dk.grundskema.plugins.peerlearning;

import dk.grundskema.domain.finding.RecordValidator;
import dk.grundskema.domain.people.StudentId;

/**
 * How far a student is, as the teachers judge it. The scale is ours.
 *
 * @param studentId the student
 * @param level     level from 0 to 100; higher is further ahead; only differences count
 */
public record StudentLevel(StudentId studentId, int level) {
    /** @throws dk.grundskema.domain.finding.InvalidValueException if the level is out of range */
    public StudentLevel {
        new RecordValidator().range("level", level, 0, 100).throwIfInvalid();
    }
}

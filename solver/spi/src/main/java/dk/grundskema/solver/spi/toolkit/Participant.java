package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.finding.Default;
import dk.grundskema.domain.finding.RecordValidator;
import dk.grundskema.domain.intervention.Need;
import dk.grundskema.domain.people.StudentId;

/**
 * A student who is to take part. For the parameters of any plugin.
 *
 * @param studentId which student
 * @param need      how much the student needs it, 1 to 10; more need goes first where there are too few places
 */
public record Participant(StudentId studentId, @Default("5") int need) {
    /** @throws dk.grundskema.domain.finding.InvalidValueException if the need is out of range */
    public Participant {
        Need.check(new RecordValidator(), "need", need).throwIfInvalid();
    }
}

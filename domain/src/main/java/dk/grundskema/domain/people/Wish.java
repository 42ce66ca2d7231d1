package dk.grundskema.domain.people;

import dk.grundskema.domain.finding.Default;
import dk.grundskema.domain.finding.RecordValidator;
import dk.grundskema.domain.time.Period;

/**
 * Something that a staff member would like, and gets if it can be done.
 *
 * @param kind   to be free or to be on duty
 * @param period when
 * @param weight how much it matters compared with other wishes, 1 to 10
 */
public record Wish(Kind kind, Period period, @Default("1") int weight) {
    /** What is wished for. */
    public enum Kind {
        /** No duty during the period. */
        FREE,
        /** At least one duty in each occurrence of the period. */
        DUTY
    }

    /** @throws dk.grundskema.domain.finding.InvalidValueException if the weight is out of range */
    public Wish {
        new RecordValidator().range("weight", weight, 1, 10).throwIfInvalid();
    }
}

package dk.grundskema.domain.people;

import dk.grundskema.domain.finding.Default;
import dk.grundskema.domain.finding.RecordValidator;

/**
 * A school's agreement that the daily rest may be shorter now and then, never two days running.
 *
 * @param hours       the shorter rest in hours, 8 to 10
 * @param timesAWeek  how often in one calendar week, 1 or 2; a short rest counts in the week in which it ends
 * @param agreedBy    who made the agreement, for the record
 * Source: executive order on rest periods, as explained to schools; see the facts on working time.
 */
public record AgreedShortRest(
        @Default("8") int hours, @Default("2") int timesAWeek, String agreedBy) {
    /** @throws dk.grundskema.domain.finding.InvalidValueException if a number is out of range or {@code agreedBy} is blank */
    public AgreedShortRest {
        new RecordValidator()
                .range("hours", hours, 8, 10)
                .range("timesAWeek", timesAWeek, 1, 2)
                .name("agreedBy", agreedBy)
                .throwIfInvalid();
    }
}

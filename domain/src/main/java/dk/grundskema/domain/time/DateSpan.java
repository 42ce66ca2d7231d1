package dk.grundskema.domain.time;

import dk.grundskema.domain.finding.RecordValidator;
import java.time.LocalDate;

/**
 * Some days in a row.
 *
 * @param from  first day
 * @param until last day, included; not before {@code from}
 */
public record DateSpan(LocalDate from, LocalDate until) {
    /** @throws dk.grundskema.domain.finding.InvalidValueException if the last day is before the first */
    public DateSpan {
        new RecordValidator()
                .require(!until.isBefore(from), "until", "date.end-before-start", from.toString(), until.toString())
                .throwIfInvalid();
    }

    /** Returns whether the date is one of the days. */
    public boolean contains(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(until);
    }
}

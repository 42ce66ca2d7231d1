package dk.grundskema.domain.place;

import dk.grundskema.domain.finding.RecordValidator;

/**
 * How long it takes from one site to another, both ways unless the way back is given too.
 *
 * @param from    where from
 * @param to      site of arrival, different from {@code from}
 * @param minutes travel time from door to door in minutes, 0 to 600
 */
public record Travel(SiteId from, SiteId to, int minutes) {
    /** @throws dk.grundskema.domain.finding.InvalidValueException if both ends are one site or the minutes are out of range */
    public Travel {
        new RecordValidator()
                .require(!from.equals(to), "to", "travel.to-itself", from)
                .range("minutes", minutes, 0, 600)
                .throwIfInvalid();
    }
}

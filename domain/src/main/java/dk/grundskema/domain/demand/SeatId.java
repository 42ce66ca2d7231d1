package dk.grundskema.domain.demand;

import dk.grundskema.domain.finding.Id;

/**
 * Names a seat: one role of a session that a staff member fills.
 *
 * @param value the id's text, of the form {@link Id#FORM}
 */
public record SeatId(String value) implements Id, Comparable<SeatId> {
    /** @throws dk.grundskema.domain.finding.InvalidValueException if the text does not match {@link Id#FORM} */
    public SeatId {
        Id.check(value);
    }

    @Override
    public int compareTo(SeatId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

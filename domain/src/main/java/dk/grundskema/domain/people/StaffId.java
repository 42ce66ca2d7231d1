package dk.grundskema.domain.people;

import dk.grundskema.domain.finding.Id;

/**
 * Names a staff member.
 *
 * @param value the id's text, of the form {@link Id#FORM}
 */
public record StaffId(String value) implements Id, Comparable<StaffId> {
    /** @throws dk.grundskema.domain.finding.InvalidValueException if the text does not match {@link Id#FORM} */
    public StaffId {
        Id.check(value);
    }

    @Override
    public int compareTo(StaffId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

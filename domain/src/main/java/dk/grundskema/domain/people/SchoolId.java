package dk.grundskema.domain.people;

import dk.grundskema.domain.finding.Id;

/**
 * Names a school that students come from.
 *
 * @param value the id's text, of the form {@link Id#FORM}
 */
public record SchoolId(String value) implements Id, Comparable<SchoolId> {
    /** @throws dk.grundskema.domain.finding.InvalidValueException if the text does not match {@link Id#FORM} */
    public SchoolId {
        Id.check(value);
    }

    @Override
    public int compareTo(SchoolId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

package dk.grundskema.domain.intervention;

import dk.grundskema.domain.finding.Id;

/**
 * Names one intervention of a problem.
 *
 * @param value the id's text, of the form {@link Id#FORM}
 */
public record InterventionId(String value) implements Id, Comparable<InterventionId> {
    /** @throws dk.grundskema.domain.finding.InvalidValueException if the text does not match {@link Id#FORM} */
    public InterventionId {
        Id.check(value);
    }

    @Override
    public int compareTo(InterventionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

package dk.grundskema.domain.demand;

import dk.grundskema.domain.finding.Id;

/**
 * Names a session: an activity that is held once or in several weeks.
 *
 * @param value the id's text, of the form {@link Id#FORM}
 */
public record SessionId(String value) implements Id, Comparable<SessionId> {
    /** @throws dk.grundskema.domain.finding.InvalidValueException if the text does not match {@link Id#FORM} */
    public SessionId {
        Id.check(value);
    }

    @Override
    public int compareTo(SessionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

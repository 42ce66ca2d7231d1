package dk.grundskema.domain.place;

import dk.grundskema.domain.finding.Id;

/**
 * Names a room.
 *
 * @param value the id's text, of the form {@link Id#FORM}
 */
public record RoomId(String value) implements Id, Comparable<RoomId> {
    /** @throws dk.grundskema.domain.finding.InvalidValueException if the text does not match {@link Id#FORM} */
    public RoomId {
        Id.check(value);
    }

    @Override
    public int compareTo(RoomId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

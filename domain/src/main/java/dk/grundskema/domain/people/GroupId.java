package dk.grundskema.domain.people;

import dk.grundskema.domain.finding.Id;

/**
 * Names a group of students: a class, a team, a small group, a pair.
 *
 * @param value the id's text, of the form {@link Id#FORM}
 */
public record GroupId(String value) implements Id, Comparable<GroupId> {
    /** @throws dk.grundskema.domain.finding.InvalidValueException if the text does not match {@link Id#FORM} */
    public GroupId {
        Id.check(value);
    }

    @Override
    public int compareTo(GroupId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

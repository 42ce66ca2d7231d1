package dk.grundskema.domain.people;

import dk.grundskema.domain.finding.Id;

/**
 * Names a student.
 *
 * @param value the id's text, of the form {@link Id#FORM}
 */
public record StudentId(String value) implements Id, Comparable<StudentId> {
    /** @throws dk.grundskema.domain.finding.InvalidValueException if the text does not match {@link Id#FORM} */
    public StudentId {
        Id.check(value);
    }

    @Override
    public int compareTo(StudentId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

package dk.grundskema.domain.demand;

import dk.grundskema.domain.finding.Id;

/**
 * Names a lesson of the existing timetable.
 *
 * @param value the id's text, of the form {@link Id#FORM}
 */
public record LessonId(String value) implements Id, Comparable<LessonId> {
    /** @throws dk.grundskema.domain.finding.InvalidValueException if the text does not match {@link Id#FORM} */
    public LessonId {
        Id.check(value);
    }

    @Override
    public int compareTo(LessonId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

package dk.grundskema.domain.demand;

import dk.grundskema.domain.finding.Id;

/**
 * Names a task: something done on a date, without a time.
 *
 * @param value the id's text, of the form {@link Id#FORM}
 */
public record TaskId(String value) implements Id, Comparable<TaskId> {
    /** @throws dk.grundskema.domain.finding.InvalidValueException if the text does not match {@link Id#FORM} */
    public TaskId {
        Id.check(value);
    }

    @Override
    public int compareTo(TaskId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

package dk.grundskema.domain.timetable;

import dk.grundskema.domain.finding.RecordValidator;

/**
 * How good a timetable is, level by level; 0 is perfect, each fault makes it more negative.
 *
 * @param hard   weighted sum of the hard rules' penalties, 0 or below
 * @param medium weighted sum of the medium rules' penalties, 0 or below
 * @param soft   weighted sum of the soft rules' penalties, 0 or below
 */
public record Score(long hard, long medium, long soft) {
    /** @throws dk.grundskema.domain.finding.InvalidValueException if one is above 0 */
    public Score {
        new RecordValidator()
                .range("hard", hard, Long.MIN_VALUE, 0)
                .range("medium", medium, Long.MIN_VALUE, 0)
                .range("soft", soft, Long.MIN_VALUE, 0)
                .throwIfInvalid();
    }

    /** Returns whether no hard and no medium rule is broken. */
    public boolean isWithoutFault() {
        return hard == 0 && medium == 0;
    }
}

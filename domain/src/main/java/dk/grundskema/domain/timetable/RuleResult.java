package dk.grundskema.domain.timetable;

import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RecordValidator;

/**
 * What one rule cost.
 *
 * @param id      id of the rule
 * @param level   how binding it is
 * @param weight  what one unit of its penalty costs
 * @param penalty units of penalty, before the weight; 0 means that it is kept
 * @param count   in how many places it is broken
 */
public record RuleResult(String id, Level level, long weight, long penalty, int count) {
    /** @throws dk.grundskema.domain.finding.InvalidValueException if the id is blank or a number is below 0 */
    public RuleResult {
        new RecordValidator()
                .name("id", id)
                .range("weight", weight, 0, Long.MAX_VALUE)
                .range("penalty", penalty, 0, Long.MAX_VALUE)
                .range("count", count, 0, Integer.MAX_VALUE)
                .throwIfInvalid();
    }
}

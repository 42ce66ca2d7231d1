package dk.grundskema.domain.timetable;

import dk.grundskema.domain.finding.Level;

/**
 * What one rule cost.
 *
 * @param id      the rule
 * @param level   how binding it is
 * @param weight  what one unit of its penalty costs
 * @param penalty units of penalty, before the weight; 0 means that it is kept
 * @param count   in how many places it is broken
 */
public record RuleResult(String id, Level level, long weight, long penalty, int count) {}

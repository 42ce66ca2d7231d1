package dk.grundskema.api.exports.sheet;

/**
 * A violated rule, without the people concerned, because sheets are put on public walls.
 *
 * @param rule   name of the rule
 * @param places number of violations, at least 1
 */
public record RuleViolationCount(String rule, long places) {}

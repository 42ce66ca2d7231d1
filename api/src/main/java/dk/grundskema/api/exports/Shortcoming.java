package dk.grundskema.api.exports;

/**
 * What is wrong with a plan, without saying who is concerned, for the sheets hang where all can read.
 *
 * @param rule   name of the rule that is broken
 * @param places in how many places, at least 1
 */
public record Shortcoming(String rule, long places) {}

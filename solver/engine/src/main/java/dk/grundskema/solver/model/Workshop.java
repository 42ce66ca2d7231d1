package dk.grundskema.solver.model;

/**
 * What all searches of a plan share and none changes. The score calculator and the moves find their own compiled parts
 * here, which this package doesn't know.
 *
 * @param blueprint the problem by numbers
 * @param rules     the compiled rules, for the score calculator
 * @param moves     the settings of the moves, for their factory
 */
public record Workshop(Blueprint blueprint, Object rules, Object moves) {}

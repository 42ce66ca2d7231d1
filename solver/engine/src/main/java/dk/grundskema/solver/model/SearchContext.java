package dk.grundskema.solver.model;

/**
 * The immutable data that all searches of a plan share. The types of {@code rules} and {@code moves} are opaque because
 * this package does not depend on theirs.
 *
 * @param blueprint the indexed problem
 * @param rules the compiled rules, for the score calculator
 * @param moves the move settings, for the move generator
 */
public record SearchContext(Blueprint blueprint, Object rules, Object moves) {}

package dk.grundskema.solver.spi;

/**
 * A rule as a declaration, in one of three shapes. No rule keeps state, none knows what changed: from the same declaration
 * the engine computes costs as decisions change, asserts them from scratch, and explains them. Functions given to a rule
 * must be pure: same arguments, same answer, no side effect; they are called from several threads.
 */
public sealed interface Rule permits SumRule, LocalRule, TimelineRule {
    /** What is known of the rule without a plan. */
    RuleType type();
}

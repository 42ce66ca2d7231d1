package dk.grundskema.solver.spi;

/**
 * The declaration of a rule, in one of three shapes. Rules have no state and do not know what changed. From the same declaration the engine
 * calculates costs incrementally, asserts them from scratch and explains them. Functions of a rule must be pure: equal arguments give equal results
 * without side effects. They are called from several threads.
 */
public sealed interface Rule permits SumRule, LocalRule, TimelineRule {
    /** Returns the properties of the rule that are independent of a plan. */
    RuleType type();
}

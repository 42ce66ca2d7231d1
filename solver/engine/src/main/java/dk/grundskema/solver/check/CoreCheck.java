package dk.grundskema.solver.check;

/** Checks one topic of the core's rules on a finished plan. */
@FunctionalInterface
interface CoreCheck {
    /** Adds a violation for each place where a rule of the topic is broken. */
    void check(CheckedPlan plan, CoreViolations faults);
}

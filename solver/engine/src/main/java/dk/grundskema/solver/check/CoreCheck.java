package dk.grundskema.solver.check;

/** Derives one theme of the core's rules from a finished plan. */
@FunctionalInterface
interface CoreCheck {
    /** Adds a fault for each place where a rule of the theme is broken. */
    void check(CheckedPlan plan, Faults faults);
}

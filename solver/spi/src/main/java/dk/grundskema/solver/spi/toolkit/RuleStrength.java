package dk.grundskema.solver.spi.toolkit;

/**
 * How strictly a plan keeps a rule whose strictness planners choose. A plugin declares a rule type for each strength that it allows, because the level
 * of a rule type is fixed. The text of a constant is {@code enum.<constant>}.
 */
public enum RuleStrength {
    /** The rule does not count. */
    OFF,
    /** A soft rule: breaking it costs points, whose weight can be set. */
    WISH,
    /** A medium rule: a plan that breaks it comes out and names it. */
    GUIDELINE,
    /** A hard rule: what would break it is not planned. */
    REQUIREMENT;

    /** Returns whether the rule is hard or medium, so that a plan that breaks it is reported. */
    public boolean isBinding() {
        return this == GUIDELINE || this == REQUIREMENT;
    }
}

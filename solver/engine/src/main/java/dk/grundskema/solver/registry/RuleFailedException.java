package dk.grundskema.solver.registry;

import dk.grundskema.solver.spi.RuleType;

/** Thrown when the function of a rule throws, or its hints are false. The plugin that declared the rule is at fault. */
public final class RuleFailedException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    private final String rule;

    /**
     * @param rule the rule
     * @param cause what its function threw
     */
    public RuleFailedException(RuleType rule, RuntimeException cause) {
        super(
                "The rule (%s) failed: %s.\nMaybe its function doesn't expect a decision that is still open?"
                        .formatted(rule.id(), cause),
                cause);
        this.rule = rule.id();
    }

    /**
     * @param rule the rule
     * @param reason what is wrong, in English for its author
     */
    public RuleFailedException(RuleType rule, String reason) {
        super("The rule (%s) failed: %s".formatted(rule.id(), reason));
        this.rule = rule.id();
    }

    /** Returns the id of the rule, which begins with that of its plugin. */
    public String rule() {
        return rule;
    }
}

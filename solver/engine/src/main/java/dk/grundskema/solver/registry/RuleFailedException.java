package dk.grundskema.solver.registry;

import dk.grundskema.solver.spi.RuleType;
import org.jspecify.annotations.Nullable;

/** Thrown when the function of a rule throws, or its hints are false. The plugin that declared the rule is at fault. */
public final class RuleFailedException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    private final String rule;
    private final boolean ended;

    /**
     * @param rule the rule
     * @param cause what its function threw
     */
    public RuleFailedException(RuleType rule, Throwable cause) {
        super(
                "The rule (%s) failed: %s.\nMaybe its function doesn't expect a decision that is still open?"
                        .formatted(rule.id(), cause),
                cause);
        this.rule = rule.id();
        this.ended = false;
    }

    /**
     * @param rule the rule
     * @param reason what is wrong, in English for its author
     */
    public RuleFailedException(RuleType rule, String reason) {
        super("The rule (%s) failed: %s".formatted(rule.id(), reason));
        this.rule = rule.id();
        this.ended = false;
    }

    /** A call that the watch ended, or an error of a plugin in a jar. */
    RuleFailedException(RuleType rule, String of, String reason, @Nullable Throwable cause) {
        super("The rule (%s) of %s failed: %s".formatted(rule.id(), of, reason), cause);
        this.rule = rule.id();
        this.ended = true;
    }

    /** Returns whether the rule cannot be asked again without delay, because it did not return or threw an error. */
    public boolean isEnded() {
        return ended;
    }

    /** Returns the id of the rule, which begins with that of its plugin. */
    public String rule() {
        return rule;
    }
}

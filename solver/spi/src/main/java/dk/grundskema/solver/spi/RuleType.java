package dk.grundskema.solver.spi;

import dk.grundskema.domain.finding.Level;

/**
 * What is known of a rule without a plan. Its texts are {@code rule.<id>.name} (a few words), {@code rule.<id>.sentence}
 * (what it asks) and {@code rule.<id>.broken} (what to say of one place where it is broken; placeholder 0 is the amount).
 *
 * @param id            {@code <plugin>.<kebab-name>}, or {@code core.<kebab-name>}
 * @param level         how binding it is
 * @param defaultWeight what one unit of its penalty costs unless the user says otherwise, 1 to 1,000,000
 * @param source        document and chapter that asks for it, or {@code ours}
 */
public record RuleType(String id, Level level, long defaultWeight, String source) {
    /** What a rule says that is asked by no document but by us. */
    public static final String OURS = "ours";

    /** A hard rule of weight 1. */
    public static RuleType hard(String id, String source) {
        return new RuleType(id, Level.HARD, 1, source);
    }

    /** A medium rule. */
    public static RuleType medium(String id, long weight, String source) {
        return new RuleType(id, Level.MEDIUM, weight, source);
    }

    /** A soft rule. */
    public static RuleType soft(String id, long weight, String source) {
        return new RuleType(id, Level.SOFT, weight, source);
    }
}

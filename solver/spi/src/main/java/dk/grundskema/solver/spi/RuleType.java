package dk.grundskema.solver.spi;

import dk.grundskema.domain.finding.Level;

/**
 * The properties of a rule that are independent of a plan. Its texts are {@code rule.<id>.name} (a few words), {@code rule.<id>.sentence} (what it
 * requires) and {@code rule.<id>.broken} (one violation; placeholder 0 is the amount).
 *
 * @param id            {@code <plugin>.<kebab-name>}, or {@code core.<kebab-name>}
 * @param level         level of the rule
 * @param defaultWeight cost of one unit of its penalty unless the user changes it, 1 to 1,000,000
 * @param source        document and chapter that requires it, or {@code ours}
 */
public record RuleType(String id, Level level, long defaultWeight, String source) {
    /** Source of a rule that no document requires; it is a default of the product. */
    public static final String OURS = "ours";

    /** Returns a hard rule of weight 1. */
    public static RuleType hard(String id, String source) {
        return new RuleType(id, Level.HARD, 1, source);
    }

    /** Returns a medium rule. */
    public static RuleType medium(String id, long weight, String source) {
        return new RuleType(id, Level.MEDIUM, weight, source);
    }

    /** Returns a soft rule. */
    public static RuleType soft(String id, long weight, String source) {
        return new RuleType(id, Level.SOFT, weight, source);
    }
}

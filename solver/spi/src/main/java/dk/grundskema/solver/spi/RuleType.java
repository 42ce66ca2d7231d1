package dk.grundskema.solver.spi;

import dk.grundskema.domain.finding.Level;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

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

    /**
     * Returns the types of a rule whose level a planner chooses: {@code id} is hard, {@code id-guideline} medium and {@code id-wish} soft.
     *
     * @param weight default weight as a guideline and as a wish
     */
    public static Map<Level, RuleType> ofEachLevel(String id, long weight, String source) {
        var types = new EnumMap<Level, RuleType>(Level.class);
        types.put(Level.HARD, hard(id, source));
        types.put(Level.MEDIUM, medium(id + "-guideline", weight, source));
        types.put(Level.SOFT, soft(id + "-wish", weight, source));
        return Collections.unmodifiableMap(types);
    }
}

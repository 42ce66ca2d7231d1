package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.solver.spi.RuleType;
import java.util.ArrayList;
import java.util.List;

/**
 * Creates the types of a plugin's rules and keeps a list of all, so that none is forgotten in {@code ruleTypes}. Rules are given without the
 * plugin's id.
 */
public final class RuleTypes {
    private final String prefix;
    private final List<RuleType> all = new ArrayList<>();

    /** @param type id of the plugin's type, the prefix of every rule's id */
    public RuleTypes(String type) {
        this.prefix = type + ".";
    }

    /** Creates a hard rule, see {@link RuleType#hard}. */
    public RuleType hard(String rule, String source) {
        return register(RuleType.hard(prefix + rule, source));
    }

    /** Creates a medium rule, see {@link RuleType#medium}. */
    public RuleType medium(String rule, long weight, String source) {
        return register(RuleType.medium(prefix + rule, weight, source));
    }

    /** Creates a soft rule, see {@link RuleType#soft}. */
    public RuleType soft(String rule, long weight, String source) {
        return register(RuleType.soft(prefix + rule, weight, source));
    }

    private RuleType register(RuleType type) {
        all.add(type);
        return type;
    }

    /** Returns all types, in order of creation. */
    public List<RuleType> all() {
        return List.copyOf(all);
    }
}

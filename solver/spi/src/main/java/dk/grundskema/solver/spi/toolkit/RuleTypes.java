package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.solver.spi.RuleType;
import java.util.ArrayList;
import java.util.List;

/** Names the types of a plugin's rules one by one, and keeps them all, so that none is forgotten where they are listed. Rules are given without the plugin's id. */
public final class RuleTypes {
    private final String prefix;
    private final List<RuleType> all = new ArrayList<>();

    /** @param type id of the plugin's type, which every rule's id begins with */
    public RuleTypes(String type) {
        this.prefix = type + ".";
    }

    /** A rule that must not be broken, see {@link RuleType#hard}. */
    public RuleType hard(String rule, String source) {
        return added(RuleType.hard(prefix + rule, source));
    }

    /** A rule that makes a plan thin, see {@link RuleType#medium}. */
    public RuleType medium(String rule, long weight, String source) {
        return added(RuleType.medium(prefix + rule, weight, source));
    }

    /** A wish, see {@link RuleType#soft}. */
    public RuleType soft(String rule, long weight, String source) {
        return added(RuleType.soft(prefix + rule, weight, source));
    }

    private RuleType added(RuleType type) {
        all.add(type);
        return type;
    }

    /** All types that were named, in order. */
    public List<RuleType> all() {
        return List.copyOf(all);
    }
}

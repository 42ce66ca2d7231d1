package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import java.util.ArrayList;
import java.util.List;

/** Collects violations of a plugin's rules in a finished timetable. Rules are given without the plugin's id. */
public final class PluginViolations {
    private final String prefix;
    private final List<RuleViolation> all = new ArrayList<>();

    /** @param type id of the plugin's type, the prefix of every rule's id */
    public PluginViolations(String type) {
        this.prefix = type + ".";
    }

    /**
     * Adds a violation of a hard rule.
     *
     * @param amount    in the rule's unit; 0 or less means that the rule is not broken
     * @param arguments the arguments with which the rule itself charges
     */
    public void hard(String rule, long amount, Object... arguments) {
        add(rule, Level.HARD, amount, arguments);
    }

    /** Adds a violation of a medium rule; otherwise like {@link #hard}. */
    public void medium(String rule, long amount, Object... arguments) {
        add(rule, Level.MEDIUM, amount, arguments);
    }

    private void add(String rule, Level level, long amount, Object... arguments) {
        if (amount > 0) {
            all.add(new RuleViolation(prefix + rule, level, amount, List.of(arguments)));
        }
    }

    /** Returns all violations, in order. */
    public List<RuleViolation> all() {
        return List.copyOf(all);
    }
}

package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.finding.Fault;
import dk.grundskema.domain.finding.Level;
import java.util.ArrayList;
import java.util.List;

/** Collects where a finished timetable breaks a plugin's rules. Rules are given without the plugin's id. */
public final class FaultList {
    private final String prefix;
    private final List<Fault> all = new ArrayList<>();

    /** @param type id of the plugin's type, which every rule's id begins with */
    public FaultList(String type) {
        this.prefix = type + ".";
    }

    /**
     * A hard rule is broken by so much.
     *
     * @param amount    in the rule's unit; 0 or less means that it is not broken
     * @param arguments where and who, as the rule itself charges it
     */
    public void hard(String rule, long amount, Object... arguments) {
        add(rule, Level.HARD, amount, arguments);
    }

    /** A medium rule is broken by so much; the rest as with {@link #hard}. */
    public void medium(String rule, long amount, Object... arguments) {
        add(rule, Level.MEDIUM, amount, arguments);
    }

    private void add(String rule, Level level, long amount, Object... arguments) {
        if (amount > 0) {
            all.add(new Fault(prefix + rule, level, amount, List.of(arguments)));
        }
    }

    /** All that is broken, in order. */
    public List<Fault> all() {
        return List.copyOf(all);
    }
}

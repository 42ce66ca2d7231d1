package dk.grundskema.solver.check;

import dk.grundskema.domain.finding.Fault;
import dk.grundskema.domain.finding.Level;
import java.util.ArrayList;
import java.util.List;

/** Collects faults; what amounts to nothing is no fault. */
final class Faults {
    private final List<Fault> faults = new ArrayList<>();

    /** A hard rule is broken by an amount, unless that is 0 or below. */
    void hard(String rule, long amount, Object... key) {
        add(rule, Level.HARD, amount, key);
    }

    /** A medium rule is broken by an amount, unless that is 0 or below. */
    void medium(String rule, long amount, Object... key) {
        add(rule, Level.MEDIUM, amount, key);
    }

    private void add(String rule, Level level, long amount, Object... key) {
        if (amount > 0) {
            faults.add(new Fault(rule, level, amount, List.of(key)));
        }
    }

    List<Fault> all() {
        return List.copyOf(faults);
    }
}

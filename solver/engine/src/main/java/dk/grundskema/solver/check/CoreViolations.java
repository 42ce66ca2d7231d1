package dk.grundskema.solver.check;

import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import java.util.ArrayList;
import java.util.List;

/** Collects violations of core rules; ignores amounts of 0 or less. */
final class CoreViolations {
    private final List<RuleViolation> faults = new ArrayList<>();

    /** Adds a violation of a hard rule, unless the amount is 0 or less. */
    void hard(String rule, long amount, Object... key) {
        add(rule, Level.HARD, amount, key);
    }

    /** Adds a violation of a medium rule, unless the amount is 0 or less. */
    void medium(String rule, long amount, Object... key) {
        add(rule, Level.MEDIUM, amount, key);
    }

    private void add(String rule, Level level, long amount, Object... key) {
        if (amount > 0) {
            faults.add(new RuleViolation(rule, level, amount, List.of(key)));
        }
    }

    List<RuleViolation> all() {
        return List.copyOf(faults);
    }
}

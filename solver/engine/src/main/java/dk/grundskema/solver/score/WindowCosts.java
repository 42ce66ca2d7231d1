package dk.grundskema.solver.score;

import dk.grundskema.solver.score.CompiledRules.RuleSet;
import dk.grundskema.solver.score.CompiledRules.Windows;
import java.util.Arrays;

/** The charges for one owner of the rules that look at windows of one length, per window. */
final class WindowCosts {
    /** Lists the owner's duties. */
    interface DutyListFiller {
        /** Lists the duties whose spots are from {@code from} (inclusive) to {@code until} (exclusive). */
        void fill(DutyList list, int from, int until);
    }

    private final RuleSet rules;
    private final Windows windows;
    private final long[] changed;
    private final long[][] costs;
    private final CostLog log;

    WindowCosts(RuleSet rules, Windows windows, CostLog log) {
        this.rules = rules;
        this.windows = windows;
        this.log = log;
        this.changed = new long[rules.isEmpty() ? 0 : (windows.count() + 63) / 64];
        this.costs = new long[rules.size()][windows.count()];
    }

    void clear() {
        Arrays.fill(changed, -1L);
        for (long[] ofRule : costs) {
            Arrays.fill(ofRule, 0);
        }
    }

    void markChanged(int spot) {
        if (changed.length > 0) {
            int window = windows.ofSpot()[spot];
            changed[window >> 6] |= 1L << window;
        }
    }

    void settle(DutyListFiller filling, DutyList list, SummingPenaltyCollector charge, Penalties penalties) {
        for (int word = 0; word < changed.length; word++) {
            for (long bits = changed[word]; bits != 0; bits &= bits - 1) {
                int window = (word << 6) + Long.numberOfTrailingZeros(bits);
                if (window < windows.count()) {
                    filling.fill(list, windows.starts()[window], windows.starts()[window + 1]);
                    settle(window, list, charge, penalties);
                }
            }
            changed[word] = 0;
        }
    }

    private void settle(int window, DutyList list, SummingPenaltyCollector charge, Penalties penalties) {
        for (int i = 0; i < costs.length; i++) {
            charge.total = 0;
            if (list.size() > 0) {
                rules.rules().get(i).cost().charge(list, charge);
            }
            penalties.add(rules.numbers()[i], charge.total - costs[i][window]);
            log.set(costs[i], window, charge.total);
        }
    }

    /** Forgets which windows changed. */
    void forgetChanges() {
        Arrays.fill(changed, 0);
    }
}

package dk.grundskema.solver.score;

import dk.grundskema.domain.finding.Level;
import java.util.Arrays;

/** The penalty of each rule and the weighted penalty of each level. */
final class Penalties {
    private final long[] ofRule;
    private final long[] ofLevel = new long[Level.values().length];
    private final long[] weights;
    private final int[] levels;

    Penalties(CompiledRules compiled) {
        ofRule = new long[compiled.rules().size()];
        weights = compiled.weights();
        levels = compiled.rules().stream()
                .mapToInt(rule -> rule.type().level().ordinal())
                .toArray();
    }

    void clear() {
        Arrays.fill(ofRule, 0);
        Arrays.fill(ofLevel, 0);
    }

    void add(int rule, long change) {
        ofRule[rule] += change;
        ofLevel[levels[rule]] += change * weights[rule];
    }

    long of(int rule) {
        return ofRule[rule];
    }

    long of(Level level) {
        return ofLevel[level.ordinal()];
    }
}

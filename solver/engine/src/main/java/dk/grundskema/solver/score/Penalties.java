package dk.grundskema.solver.score;

import dk.grundskema.domain.finding.Level;
import java.util.Arrays;

/** The penalty of each rule and the weighted penalty of each level. */
final class Penalties {
    private final long[] ofRule;
    private final long[] ofLevel = new long[Level.values().length];
    private final long[] weights;
    private final int[] levels;
    private final boolean[] changed;
    private final long[] ofRuleBefore;
    private final long[] ofLevelBefore = new long[ofLevel.length];

    Penalties(CompiledRules compiled) {
        ofRule = new long[compiled.rules().size()];
        changed = new boolean[ofRule.length];
        ofRuleBefore = new long[ofRule.length];
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
        changed[rule] |= change != 0;
        ofRule[rule] += change;
        ofLevel[levels[rule]] += change * weights[rule];
    }

    void forgetChanges() {
        Arrays.fill(changed, false);
    }

    /** Whether some charge of a rule has changed since {@link #forgetChanges}, even if their sum has not. */
    boolean hasChanged(int rule) {
        return changed[rule];
    }

    /** Remembers all penalties. */
    void begin() {
        System.arraycopy(ofRule, 0, ofRuleBefore, 0, ofRule.length);
        System.arraycopy(ofLevel, 0, ofLevelBefore, 0, ofLevel.length);
    }

    long before(Level level) {
        return ofLevelBefore[level.ordinal()];
    }

    /** Restores the penalties of the last {@link #begin}. */
    void revert() {
        System.arraycopy(ofRuleBefore, 0, ofRule, 0, ofRule.length);
        System.arraycopy(ofLevelBefore, 0, ofLevel, 0, ofLevel.length);
    }

    long of(int rule) {
        return ofRule[rule];
    }

    long of(Level level) {
        return ofLevel[level.ordinal()];
    }
}

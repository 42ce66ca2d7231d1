package dk.grundskema.solver.engine;

import dk.grundskema.domain.finding.Level;
import dk.grundskema.solver.moves.GroupConstruction;
import dk.grundskema.solver.score.ScoreState;
import java.util.Arrays;

/** Evaluates candidate changes one by one and remembers the best, provided that it improves the plan. */
final class BestChangeTracker implements GroupConstruction.ChangeEvaluator {
    private static final Level[] LEVELS = {Level.HARD, Level.MEDIUM, Level.SOFT};

    private final ScoreState state;
    private final int[] currentValues;
    private long[] best;
    private int[] changed = {};
    private int[] values = {};

    /** @param currentValues current values of all decisions; updated when a change is applied */
    BestChangeTracker(ScoreState state, int[] currentValues) {
        this.state = state;
        this.currentValues = currentValues;
        this.best = costs();
    }

    private long[] costs() {
        return Arrays.stream(LEVELS).mapToLong(state::cost).toArray();
    }

    @Override
    public void evaluateChange(int[] decisions, int[] to) {
        int[] before = Arrays.stream(decisions).map(state::value).toArray();
        set(decisions, to);
        long[] costs = costs();
        if (Arrays.compare(costs, best) < 0) {
            best = costs;
            changed = decisions;
            values = to;
        }
        set(decisions, before);
    }

    private void set(int[] decisions, int[] to) {
        for (int i = 0; i < decisions.length; i++) {
            state.set(decisions[i], to[i]);
        }
        state.settle();
    }

    @Override
    public void applyBest() {
        set(changed, values);
        for (int i = 0; i < changed.length; i++) {
            currentValues[changed[i]] = values[i];
        }
        changed = new int[0];
        values = changed;
        best = costs();
    }
}

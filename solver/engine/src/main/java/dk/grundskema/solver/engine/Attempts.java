package dk.grundskema.solver.engine;

import dk.grundskema.domain.finding.Level;
import dk.grundskema.solver.moves.FirstGroups;
import dk.grundskema.solver.score.ScoreState;
import java.util.Arrays;

/** Changes that are tried one after the other, of which the best is kept if it makes the plan better. */
final class Attempts implements FirstGroups.Trying {
    private static final Level[] LEVELS = {Level.HARD, Level.MEDIUM, Level.SOFT};

    private final ScoreState state;
    private final int[] standing;
    private long[] best;
    private int[] changed = {};
    private int[] values = {};

    /**
     * @param standing how decisions stand, which follows what is kept
     */
    Attempts(ScoreState state, int[] standing) {
        this.state = state;
        this.standing = standing;
        this.best = costs();
    }

    private long[] costs() {
        return Arrays.stream(LEVELS).mapToLong(state::cost).toArray();
    }

    @Override
    public void change(int[] decisions, int[] to) {
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
    public void keepBest() {
        set(changed, values);
        for (int i = 0; i < changed.length; i++) {
            standing[changed[i]] = values[i];
        }
        changed = new int[0];
        values = changed;
        best = costs();
    }
}

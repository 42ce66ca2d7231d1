package dk.grundskema.solver.engine;

import dk.grundskema.domain.finding.Level;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import dk.grundskema.solver.model.ReliefTimeSlots;
import dk.grundskema.solver.score.ScoreState;

/**
 * Empties seats whose holder takes over a colleague's lesson although the colleague is free to hold it. Schools pay no substitute in that case, even
 * if a seat filled this way would reduce the soft cost. A search leaves such seats behind when the colleague's other duty moves.
 */
final class IdleReliefRemover {
    private final PreparedPlan prepared;

    IdleReliefRemover(PreparedPlan prepared) {
        this.prepared = prepared;
    }

    /**
     * Returns the values without such reliefs. The cost of hard and medium rules does not increase. Locked seats stay
     * unchanged.
     */
    int[] removeIdleReliefs(int[] values) {
        Blueprint blueprint = prepared.blueprint();
        Decisions decisions = blueprint.decisions();
        var reliefs = new ReliefTimeSlots(blueprint);
        int[] kept = values.clone();
        ScoreState state = null;
        for (int session = 0; session < blueprint.sessions().size(); session++) {
            int seat = reliefs.relievingSeat(session);
            if (seat != Decisions.NONE
                    && decisions.isOpen(decisions.seat(seat))
                    && kept[decisions.seat(seat)] != Decisions.NONE) {
                state = state == null ? loadState(kept) : state;
                kept[decisions.seat(seat)] = emptyIfIdle(state, decisions.seat(seat));
            }
        }
        return kept;
    }

    private ScoreState loadState(int[] values) {
        var state = new ScoreState(prepared.rules());
        state.load(values);
        return state.settle();
    }

    private static int emptyIfIdle(ScoreState state, int decision) {
        int holder = state.value(decision);
        long hard = state.cost(Level.HARD);
        long medium = state.cost(Level.MEDIUM);
        state.set(decision, Decisions.NONE);
        state.settle();
        if (state.cost(Level.HARD) > hard || state.cost(Level.MEDIUM) > medium) {
            state.set(decision, holder);
            state.settle();
        }
        return state.value(decision);
    }
}

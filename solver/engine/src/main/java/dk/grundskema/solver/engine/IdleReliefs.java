package dk.grundskema.solver.engine;

import dk.grundskema.domain.finding.Level;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import dk.grundskema.solver.model.ReliefSpots;
import dk.grundskema.solver.score.ScoreState;

/**
 * Empties seats in which somebody takes a lesson off a colleague's hands though the colleague could as well hold it: nobody is called in,
 * and paid, for that, whatever a wish gains by it. A search leaves such seats behind when what the colleague was away for moves.
 */
final class IdleReliefs {
    private final PreparedPlan prepared;

    IdleReliefs(PreparedPlan prepared) {
        this.prepared = prepared;
    }

    /** The same decisions without them; no hard and no medium rule is broken more by it. Locked seats stay as they are. */
    int[] emptied(int[] values) {
        Blueprint blueprint = prepared.blueprint();
        Decisions decisions = blueprint.decisions();
        var reliefs = new ReliefSpots(blueprint);
        int[] kept = values.clone();
        ScoreState state = null;
        for (int session = 0; session < blueprint.sessions().size(); session++) {
            int seat = reliefs.seat(session);
            if (seat != Decisions.NONE
                    && decisions.isOpen(decisions.seat(seat))
                    && kept[decisions.seat(seat)] != Decisions.NONE) {
                state = state == null ? loaded(kept) : state;
                kept[decisions.seat(seat)] = emptiedOrKept(state, decisions.seat(seat));
            }
        }
        return kept;
    }

    private ScoreState loaded(int[] values) {
        var state = new ScoreState(prepared.rules());
        state.load(values);
        return state.settle();
    }

    private static int emptiedOrKept(ScoreState state, int decision) {
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

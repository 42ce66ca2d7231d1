package dk.grundskema.solver.engine;

import dk.grundskema.domain.timetable.Score;
import dk.grundskema.solver.explain.Evaluation;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import dk.grundskema.solver.model.ReliefSpots;

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
        Score before = null;
        for (int session = 0; session < blueprint.sessions().size(); session++) {
            int seat = reliefs.seat(session);
            if (seat == Decisions.NONE || !decisions.isOpen(decisions.seat(seat))) {
                continue;
            }
            int holder = kept[decisions.seat(seat)];
            if (holder != Decisions.NONE) {
                before = before == null ? score(kept) : before;
                kept[decisions.seat(seat)] = Decisions.NONE;
                Score after = score(kept);
                if (after.hard() < before.hard() || after.medium() < before.medium()) {
                    kept[decisions.seat(seat)] = holder;
                }
            }
        }
        return kept;
    }

    private Score score(int[] values) {
        return Evaluation.of(prepared.rules(), values).score();
    }
}

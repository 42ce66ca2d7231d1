package dk.grundskema.solver.change;

import dk.grundskema.domain.finding.Level;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import dk.grundskema.solver.score.ScoreState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives each session that has lost its room another one at the same time. Only if none is free, moves the session to another of its times. Prefers,
 * in this order, few broken hard rules, the same time, few broken guidelines, and a low cost in wishes.
 */
final class LostRoomReplacer {
    private final RepairBaseline baseline;
    private final List<Integer> sessions;
    private final Blueprint blueprint;
    private final Decisions decisions;
    private final ScoreState score;

    private record Place(int slot, int room, long hard, long medium, long soft) {
        boolean isBetterThan(@Nullable Place other) {
            return other == null
                    || hard < other.hard
                    || (hard == other.hard && (medium < other.medium || (medium == other.medium && soft < other.soft)));
        }
    }

    LostRoomReplacer(RepairBaseline baseline, List<Integer> sessions) {
        this.baseline = baseline;
        this.sessions = sessions;
        this.blueprint = baseline.blueprint();
        this.decisions = blueprint.decisions();
        this.score = new ScoreState(baseline.plan().rules());
    }

    /** Writes the new rooms and times into the values of the baseline. */
    void replaceRooms() {
        score.load(baseline.values());
        score.settle();
        for (int session : sessions) {
            int slot = score.value(decisions.slot(session));
            Place without = evaluate(session, slot, Decisions.NONE);
            Place best = bestRoom(session, slot, without);
            if (best.room() == Decisions.NONE && decisions.isOpen(decisions.slot(session))) {
                for (int other : decisions.range(decisions.slot(session))) {
                    best = bestRoom(session, other, best);
                }
            }
            place(session, best.slot(), best.room());
            baseline.values()[decisions.slot(session)] = best.slot();
            baseline.values()[decisions.room(session)] = best.room();
        }
    }

    private Place bestRoom(int session, int slot, Place start) {
        Place best = start;
        if (slot == Decisions.NONE || !isToCome(session, slot)) {
            return best;
        }
        for (int room : decisions.range(decisions.room(session))) {
            Place one = evaluate(session, slot, room);
            best = one.isBetterThan(best) ? one : best;
        }
        return best;
    }

    private boolean isToCome(int session, int slot) {
        for (int spot : blueprint.spots().of()[session][slot]) {
            if (baseline.lost().isPast(blueprint.spots().interval(spot))) {
                return false;
            }
        }
        return true;
    }

    private Place evaluate(int session, int slot, int room) {
        int slotBefore = score.value(decisions.slot(session));
        int roomBefore = score.value(decisions.room(session));
        place(session, slot, room);
        var one = new Place(slot, room, score.cost(Level.HARD), score.cost(Level.MEDIUM), score.cost(Level.SOFT));
        place(session, slotBefore, roomBefore);
        return one;
    }

    private void place(int session, int slot, int room) {
        score.set(decisions.slot(session), slot);
        score.set(decisions.room(session), room);
        score.settle();
    }
}

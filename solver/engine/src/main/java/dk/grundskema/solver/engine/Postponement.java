package dk.grundskema.solver.engine;

import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.solver.model.Decisions;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can't be given to somebody else is held at another time: whoever has held the first of a student's conversations holds the
 * others too, and one that the absence touches waits until the person is back, if one of its times does.
 */
final class Postponement {
    /** A time and a room, and what holding the session then comes to, what matters most first. */
    private record Choice(int slot, int room, List<Long> costs) {
        boolean isBetterThan(@Nullable Choice other) {
            return other == null || Arrays.compare(array(costs), array(other.costs)) < 0;
        }

        private static long[] array(List<Long> costs) {
            return costs.stream().mapToLong(Long::longValue).toArray();
        }
    }

    private final RepairState state;

    Postponement(RepairState state) {
        this.state = state;
    }

    /** Whether each session of the seat that the absence touches was given another time. */
    boolean of(Standing.Fallen fallen) {
        boolean all = true;
        for (int session : fallen.sessions()) {
            all &= postpone(session, fallen.person());
        }
        return all;
    }

    private boolean postpone(int session, int person) {
        if (state.standing.isFact(state.decisions.slot(session))) {
            return false;
        }
        long hard = state.look().cost(Level.HARD);
        int from = state.slot(session);
        int before = state.room(session);
        Choice best = null;
        for (int slot : state.decisions.range(state.decisions.slot(session))) {
            if (slot != from && isPossible(session, slot, person)) {
                int[] rooms = state.decisions.range(state.decisions.room(session));
                for (int room : rooms.length == 0 ? new int[] {before} : rooms) {
                    state.hold(session, from, slot, room, 1);
                    state.look();
                    var choice = new Choice(
                            slot,
                            room,
                            List.of(
                                    state.cost(Level.HARD),
                                    (long) state.days.count(),
                                    state.cost(Level.MEDIUM),
                                    state.cost(Level.SOFT)));
                    best = state.cost(Level.HARD) < hard && choice.isBetterThan(best) ? choice : best;
                    state.hold(session, slot, from, before, -1);
                }
            }
        }
        if (best != null) {
            state.hold(session, from, best.slot(), best.room(), 1);
        }
        return best != null;
    }

    private boolean isPossible(int session, int slot, int person) {
        if (slot == Decisions.NONE) {
            return false;
        }
        var who = state.blueprint.staff().get(person).id();
        for (int spot : state.blueprint.spots().of()[session][slot]) {
            Interval when = state.blueprint.spots().interval(spot);
            if (state.standing.absent().isPast(when) || state.standing.absent().isAway(who, when)) {
                return false;
            }
        }
        return true;
    }
}

package dk.grundskema.solver.change;

import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.solver.model.Decisions;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Postpones sessions that cannot be reassigned. For example, the person who held the first of a student's conversations
 * must hold the others; a conversation that the absence touches moves to one of its times after the person's return.
 */
final class SessionPostponer {
    /** A time and a room, with the resulting costs in order of priority. */
    private record TimeAndRoom(int slot, int room, List<Long> costs) {
        boolean isBetterThan(@Nullable TimeAndRoom other) {
            return other == null || Arrays.compare(array(costs), array(other.costs)) < 0;
        }

        private static long[] array(List<Long> costs) {
            return costs.stream().mapToLong(Long::longValue).toArray();
        }
    }

    private final RepairState state;

    SessionPostponer(RepairState state) {
        this.state = state;
    }

    /** Postpones all sessions of a seat that the absence touches; returns whether all could be moved. */
    boolean postponeAll(RepairBaseline.Vacancy vacancy) {
        boolean all = true;
        for (int session : vacancy.sessions()) {
            all &= postpone(session, vacancy.person());
        }
        return all;
    }

    private boolean postpone(int session, int person) {
        if (state.baseline.isFact(state.decisions.slot(session))) {
            return false;
        }
        long hard = state.updateCosts().cost(Level.HARD);
        int from = state.slot(session);
        int before = state.room(session);
        TimeAndRoom best = null;
        for (int slot : state.decisions.range(state.decisions.slot(session))) {
            if (slot != from && isPossible(session, slot, person)) {
                int[] rooms = state.decisions.range(state.decisions.room(session));
                for (int room : rooms.length == 0 ? new int[] {before} : rooms) {
                    state.rescheduleSession(session, from, slot, room, 1);
                    state.updateCosts();
                    var choice = new TimeAndRoom(
                            slot,
                            room,
                            List.of(
                                    state.cost(Level.HARD),
                                    (long) state.days.count(),
                                    state.cost(Level.MEDIUM),
                                    state.cost(Level.SOFT)));
                    best = state.cost(Level.HARD) < hard && choice.isBetterThan(best) ? choice : best;
                    state.rescheduleSession(session, slot, from, before, -1);
                }
            }
        }
        if (best != null) {
            state.rescheduleSession(session, from, best.slot(), best.room(), 1);
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
            if (state.baseline.lost().isPast(when) || state.baseline.lost().isAway(who, when)) {
                return false;
            }
        }
        return true;
    }
}

package dk.grundskema.solver.moves;

import dk.grundskema.solver.model.Decisions;
import java.util.random.RandomGenerator;

/** Knows who holds seats in the move under construction, and who is free to take one. */
final class FreePeople {
    private final OpenDecisionIndex openDecisions;
    private final Decisions decisions;
    private final DecisionOverlay draft;
    private final RandomGenerator random;
    private final int[] busy;
    private int stamp;

    FreePeople(OpenDecisionIndex openDecisions, DecisionOverlay draft, RandomGenerator random) {
        this.openDecisions = openDecisions;
        this.decisions = openDecisions.decisions;
        this.draft = draft;
        this.random = random;
        this.busy = new int[openDecisions.blueprint.staff().size()];
    }

    /** Returns the holder of a seat; {@link Decisions#NONE} if it is empty. */
    int holder(int seat) {
        return draft.value(decisions.seat(seat));
    }

    /** Whether a person has no duty too close to a seat, besides that of one seat. A seat without a day is close to none. */
    boolean isFree(int person, int seat, int besides) {
        int day = openDecisions.dayOfSeat[seat];
        if (day < 0 || person == Decisions.NONE) {
            return true;
        }
        for (int near = Math.max(0, day - 1); near <= Math.min(day + 1, openDecisions.seatsOfDay.length - 1); near++) {
            for (int each : openDecisions.seatsOfDay[near]) {
                if (holder(each) == person
                        && each != seat
                        && each != besides
                        && openDecisions.areTooClose(person, each, seat)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether a person has another seat of the same session. */
    boolean sitsBeside(int seat, int person) {
        for (int session : openDecisions.blueprint.sessionsOf()[seat]) {
            for (int other : openDecisions.blueprint.seatsOf()[session]) {
                if (other != seat && holder(other) == person) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Returns another candidate without a duty too close to the seat; {@link Decisions#NONE} if there is none. */
    int anySubstitute(int seat) {
        int[] range = decisions.range(decisions.seat(seat));
        markBusyPersons(seat);
        int offset = range.length == 0 ? 0 : random.nextInt(range.length);
        for (int i = 0; i < range.length; i++) {
            int candidate = range[(offset + i) % range.length];
            if (busy[candidate] != stamp) {
                return candidate;
            }
        }
        return Decisions.NONE;
    }

    /** Marks the holder of the seat and all persons with a duty too close to it. */
    private void markBusyPersons(int seat) {
        stamp++;
        int day = openDecisions.dayOfSeat[seat];
        for (int near = Math.max(0, day - 1); near <= Math.min(day + 1, openDecisions.seatsOfDay.length - 1); near++) {
            for (int other : openDecisions.seatsOfDay[near]) {
                int holder = holder(other);
                if (holder != Decisions.NONE && openDecisions.areTooClose(holder, other, seat)) {
                    busy[holder] = stamp;
                }
            }
        }
    }
}

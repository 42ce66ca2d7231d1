package dk.grundskema.solver.moves;

import dk.grundskema.solver.model.Decisions;
import java.util.random.RandomGenerator;

/** Finds required seats of a day that nobody has. It looks through all seats now and then only, so that asking costs next to nothing. */
final class EmptySeats {
    static final int NONE = -1;

    /** Questions after which all seats are looked through again. */
    private static final int QUESTIONS = 256;

    private final OpenDecisionIndex openDecisions;
    private final DecisionOverlay draft;
    private final RandomGenerator random;
    private final int[] known;
    private int count;
    private int questions = QUESTIONS;

    EmptySeats(OpenDecisionIndex openDecisions, DecisionOverlay draft, RandomGenerator random) {
        this.openDecisions = openDecisions;
        this.draft = draft;
        this.random = random;
        this.known = new int[openDecisions.requiredSeats.length];
    }

    /** Returns a random one; {@link #NONE} if none is known. */
    int any() {
        if (++questions > QUESTIONS) {
            findAll();
        }
        boolean wasAny = count > 0;
        int seat = anyKnown();
        if (seat == NONE && wasAny) {
            findAll();
            seat = anyKnown();
        }
        return seat;
    }

    private void findAll() {
        questions = 0;
        count = 0;
        for (int seat : openDecisions.requiredSeats) {
            if (isEmpty(seat)) {
                known[count++] = seat;
            }
        }
    }

    private int anyKnown() {
        while (count > 0) {
            int place = random.nextInt(count);
            int seat = known[place];
            if (isEmpty(seat)) {
                return seat;
            }
            known[place] = known[--count];
        }
        return NONE;
    }

    private boolean isEmpty(int seat) {
        return draft.value(openDecisions.decisions.seat(seat)) == Decisions.NONE;
    }
}

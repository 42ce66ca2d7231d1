package dk.grundskema.solver.moves;

import dk.grundskema.solver.model.Decisions;
import java.util.random.RandomGenerator;

/**
 * Chains that fill an open seat: somebody takes it and gives away the duties that are too close to it, sometimes also all duties of another day; each
 * of these goes to somebody who is free, or to somebody who in turn gives duties away.
 */
final class SeatChainMoves {
    private static final int MOST_LINKS = 8;
    private static final int MOST_HOLES = 16;
    private static final int TRIES = 4;
    private static final int DAY_TRIES = 3;
    private static final int MOST_DAYS_APART = 6;
    private static final long WEEK = 7 * 24 * 60;

    private final OpenDecisionIndex openDecisions;
    private final Decisions decisions;
    private final DecisionOverlay draft;
    private final RandomGenerator random;
    private final FreePeople people;
    private final EmptySeats empty;
    private final int[] chainOfPerson;
    private final int[] holes = new int[MOST_HOLES];
    private int holeCount;
    private int chain;

    SeatChainMoves(OpenDecisionIndex openDecisions, DecisionOverlay draft, FreePeople people, RandomGenerator random) {
        this.openDecisions = openDecisions;
        this.decisions = openDecisions.decisions;
        this.draft = draft;
        this.people = people;
        this.random = random;
        this.empty = new EmptySeats(openDecisions, draft, random);
        this.chainOfPerson = new int[openDecisions.blueprint.staff().size()];
    }

    /** Fills an empty required seat by a chain. Seats that the chain does not fill stay empty. */
    void passSeatsOn() {
        int seat = empty.any();
        if (seat == EmptySeats.NONE) {
            return;
        }
        chain++;
        holes[0] = seat;
        holeCount = 1;
        int links = 1 + random.nextInt(MOST_LINKS);
        for (int link = 0; link < links && holeCount > 0; link++) {
            fill(holes[--holeCount]);
        }
    }

    private void fill(int seat) {
        int person = pickPerson(seat);
        if (person == Decisions.NONE) {
            return;
        }
        chainOfPerson[person] = chain;
        draft.set(decisions.seat(seat), person);
        int day = openDecisions.dayOfSeat[seat];
        int last = Math.min(day + 1, openDecisions.seatsOfDay.length - 1);
        for (int near = Math.max(0, day - 1); near <= last; near++) {
            for (int each : openDecisions.seatsOfDay[near]) {
                if (each != seat && people.holder(each) == person && openDecisions.areTooClose(person, each, seat)) {
                    giveAway(each, Decisions.NONE);
                }
            }
        }
        if (random.nextInt(3) == 0) {
            giveAwayDay(person, seat);
        }
    }

    /** Returns a random candidate who is not in the chain yet and has no other seat of the session; {@link Decisions#NONE} if a few tries find none. */
    private int pickPerson(int seat) {
        int[] range = decisions.range(decisions.seat(seat));
        for (int i = 0; i < TRIES; i++) {
            int person = range[random.nextInt(range.length)];
            if (chainOfPerson[person] != chain && !people.sitsBeside(seat, person)) {
                return person;
            }
        }
        return Decisions.NONE;
    }

    /** Gives a seat to one person if that one is free, else to somebody who is, else empties it. */
    private void giveAway(int seat, int preferred) {
        int substitute = preferred != Decisions.NONE
                        && decisions.allows(decisions.seat(seat), preferred)
                        && people.isFree(preferred, seat, seat)
                        && !people.sitsBeside(seat, preferred)
                ? preferred
                : people.anySubstitute(seat);
        if (draft.set(decisions.seat(seat), substitute) && substitute == Decisions.NONE && holeCount < MOST_HOLES) {
            holes[holeCount++] = seat;
        }
    }

    /** Gives away all duties of a person on another day, less than a week before or after a seat, so that the person has time off. */
    private void giveAwayDay(int person, int seat) {
        for (int i = 0; i < DAY_TRIES; i++) {
            int apart = 1 + random.nextInt(MOST_DAYS_APART);
            int day = openDecisions.dayOfSeat[seat] + (random.nextBoolean() ? apart : -apart);
            if (day >= 0 && day < openDecisions.seatsOfDay.length && giveAwayDutiesOfDay(day, person, seat)) {
                return;
            }
        }
    }

    /** Gives the duties of a day to one person as far as possible; returns whether there are any. */
    private boolean giveAwayDutiesOfDay(int day, int person, int seat) {
        int preferred = Decisions.NONE;
        boolean isAny = false;
        for (int each : openDecisions.seatsOfDay[day]) {
            long apart = Math.abs(openDecisions.startOfSeat[each] - openDecisions.startOfSeat[seat]);
            if (people.holder(each) == person && apart < WEEK) {
                giveAway(each, preferred);
                isAny = true;
                int holder = people.holder(each);
                preferred = holder == person ? Decisions.NONE : holder;
            }
        }
        return isAny;
    }
}

package dk.grundskema.solver.moves;

import dk.grundskema.solver.model.Decisions;
import java.util.random.RandomGenerator;

/** Moves that reassign seats with staff. */
final class SeatMoves {
    private static final int WEEK = 7;
    private static final long DAY = 24 * 60;
    private static final int TRIES = 16;
    private static final int FEW_TRIES = 3;

    private final OpenDecisionIndex openDecisions;
    private final Decisions decisions;
    private final DecisionOverlay draft;
    private final RandomGenerator random;
    private final FreePeople people;

    SeatMoves(OpenDecisionIndex openDecisions, DecisionOverlay draft, FreePeople people, RandomGenerator random) {
        this.openDecisions = openDecisions;
        this.decisions = openDecisions.decisions;
        this.draft = draft;
        this.random = random;
        this.people = people;
    }

    private int any(int[] list) {
        return list[random.nextInt(list.length)];
    }

    private int anyCandidate(int seat) {
        return any(decisions.range(decisions.seat(seat)));
    }

    /** Seats with a single candidate are drawn less often, because they only change between filled and empty. */
    void changePerson() {
        boolean amongAll = openDecisions.seatsWithChoice.length == 0 || random.nextInt(4) == 0;
        int seat = any(amongAll ? openDecisions.openSeats : openDecisions.seatsWithChoice);
        boolean leaves = people.holder(seat) != Decisions.NONE && random.nextInt(32) == 0;
        draft.set(decisions.seat(seat), leaves ? Decisions.NONE : freeCandidate(seat));
    }

    /** Returns a random candidate, after a few tries one without a duty too close to the seat if they find one. */
    private int freeCandidate(int seat) {
        int candidate = anyCandidate(seat);
        for (int i = 0; i < FEW_TRIES && !people.isFree(candidate, seat, seat); i++) {
            candidate = anyCandidate(seat);
        }
        return candidate;
    }

    void swapPersons() {
        int one = any(openDecisions.seatsWithChoice);
        int first = people.holder(one);
        int other = partner(one);
        for (int i = 0; i < FEW_TRIES && !canSwap(one, other); i++) {
            other = partner(one);
        }
        int second = people.holder(other);
        if (first != second
                && openDecisions.alikeSeats[one] != openDecisions.alikeSeats[other]
                && draft.allows(decisions.seat(one), second)
                && draft.allows(decisions.seat(other), first)) {
            draft.set(decisions.seat(one), second);
            draft.set(decisions.seat(other), first);
        }
    }

    /** Returns a random seat to swap with, mostly of the same day. */
    private int partner(int seat) {
        int day = openDecisions.dayOfSeat[seat];
        return day < 0 || random.nextInt(4) == 0
                ? any(openDecisions.seatsWithChoice)
                : any(openDecisions.seatsOfDay[day]);
    }

    private boolean canSwap(int one, int other) {
        return people.holder(one) != people.holder(other)
                && people.isFree(people.holder(one), other, one)
                && people.isFree(people.holder(other), one, other);
    }

    /**
     * Gives the seats of one position in several consecutive blocks to one person; sessions in which the person already
     * has another seat, or a duty too close to them, are skipped.
     */
    void takeOverSeats() {
        int[] stretch = openDecisions.stretches[random.nextInt(openDecisions.stretches.length)];
        int start = random.nextInt(stretch.length);
        int position = openDecisions.blueprint.seats().get(stretch[start]).position();
        int blocks = 1 + random.nextInt(6);
        int person = pickPerson(stretch[start]);
        for (int i = start; i < stretch.length && blocks > 0; i++) {
            if (openDecisions.blueprint.seats().get(stretch[i]).position() == position) {
                blocks--;
                giveTo(stretch[i], person);
            }
        }
    }

    /** Returns a random candidate for the seat, most likely a free one. */
    private int pickPerson(int seat) {
        int[] range = decisions.range(decisions.seat(seat));
        return range.length == 0 ? Decisions.NONE : freeCandidate(seat);
    }

    private void giveTo(int seat, int person) {
        if (person != Decisions.NONE && !people.sitsBeside(seat, person) && people.isFree(person, seat, seat)) {
            draft.set(decisions.seat(seat), person);
        }
    }

    /** Replaces one person by another in one group, for a day, a week or the whole time, wherever the other is free. */
    void replacePerson() {
        int seat = any(openDecisions.seatsWithChoice);
        int day = openDecisions.dayOfSeat[seat];
        int before = people.holder(seat);
        int after = freeCandidate(seat);
        if (day < 0 || before == after) {
            return;
        }
        int span = switch (random.nextInt(4)) {
            case 0 -> Integer.MAX_VALUE;
            case 1 -> WEEK / 2;
            default -> 0;
        };
        for (int other : openDecisions.seatsOfGroup[openDecisions.groupOfSeat[seat]]) {
            if (Math.abs((long) openDecisions.dayOfSeat[other] - day) <= span && people.holder(other) == before) {
                giveTo(other, after);
            }
        }
    }

    /**
     * Moves a person into a group for a day, some days or the whole time: wherever the person works elsewhere at the
     * same time, the two holders swap, either with all of the group's staff or with one of them. Nobody's hours change.
     */
    void changePlaces() {
        int seat = any(openDecisions.seatsWithChoice);
        int day = openDecisions.dayOfSeat[seat];
        int person = anyCandidate(seat);
        int before = people.holder(seat);
        if (day < 0 || person == before) {
            return;
        }
        boolean onlyWithOne = random.nextInt(4) > 0;
        int span = switch (random.nextInt(3)) {
            case 0 -> Integer.MAX_VALUE;
            case 1 -> WEEK / 2;
            default -> 0;
        };
        for (int other : openDecisions.seatsOfGroup[openDecisions.groupOfSeat[seat]]) {
            int holder = people.holder(other);
            if (Math.abs((long) openDecisions.dayOfSeat[other] - day) <= span
                    && holder != person
                    && (holder == before || !onlyWithOne)
                    && !people.sitsBeside(other, person)) {
                changePlaces(other, holder, person);
            }
        }
    }

    private void changePlaces(int seat, int holder, int person) {
        for (int each : openDecisions.seatsOfDay[openDecisions.dayOfSeat[seat]]) {
            if (openDecisions.startOfSeat[each] == openDecisions.startOfSeat[seat]
                    && openDecisions.endOfSeat[each] == openDecisions.endOfSeat[seat]
                    && people.holder(each) == person) {
                draft.set(decisions.seat(seat), person);
                draft.set(decisions.seat(each), holder);
                return;
            }
        }
    }

    /** Swaps all duties of two persons on a day, for several days, or from a duty to the same time on the next day. */
    void exchangeDays() {
        int seat = any(openDecisions.seatsWithChoice);
        int day = openDecisions.dayOfSeat[seat];
        if (day < 0) {
            return;
        }
        int one = people.holder(seat);
        int other = anyCandidate(seat);
        if (one == other || one == Decisions.NONE) {
            return;
        }
        switch (random.nextInt(4)) {
            case 0 ->
                exchangeDuties(
                        one,
                        other,
                        openDecisions.startOfSeat[seat],
                        openDecisions.startOfSeat[seat] + DAY,
                        day,
                        day + 1);
            case 1 ->
                exchangeDuties(one, other, Long.MIN_VALUE, Long.MAX_VALUE, day, day + 1 + random.nextInt(WEEK - 1));
            default -> exchangeDuties(one, other, Long.MIN_VALUE, Long.MAX_VALUE, day, day);
        }
    }

    /** Swaps the duties that start in a period, on the given days. */
    private void exchangeDuties(int one, int other, long from, long until, int firstDay, int lastDay) {
        int last = Math.min(lastDay, openDecisions.seatsOfDay.length - 1);
        for (int day = firstDay; day <= last; day++) {
            for (int each : openDecisions.seatsOfDay[day]) {
                int holder = people.holder(each);
                if ((holder == one || holder == other)
                        && openDecisions.startOfSeat[each] >= from
                        && openDecisions.startOfSeat[each] < until) {
                    draft.set(decisions.seat(each), holder == one ? other : one);
                }
            }
        }
    }

    /**
     * Assigns a seat, preferably an empty one, to a person, and reassigns the person's duties that are too close to it:
     * overlapping, or with too short a night between.
     */
    void takeWithRest() {
        int seat = anyEmptySeat();
        int day = openDecisions.dayOfSeat[seat];
        int person = anyCandidate(seat);
        if (day < 0 || people.holder(seat) == person || people.sitsBeside(seat, person)) {
            return;
        }
        draft.set(decisions.seat(seat), person);
        for (int near = Math.max(0, day - 1); near <= Math.min(day + 1, openDecisions.seatsOfDay.length - 1); near++) {
            for (int each : openDecisions.seatsOfDay[near]) {
                if (each != seat && people.holder(each) == person && openDecisions.areTooClose(person, each, seat)) {
                    int substitute = people.anySubstitute(each);
                    if (substitute != Decisions.NONE) {
                        draft.set(decisions.seat(each), substitute);
                    }
                }
            }
        }
    }

    /** Returns an empty seat if a few tries find one, else any seat. */
    private int anyEmptySeat() {
        for (int i = 0; i < TRIES; i++) {
            int seat = any(openDecisions.openSeats);
            if (people.holder(seat) == Decisions.NONE) {
                return seat;
            }
        }
        return any(openDecisions.openSeats);
    }

    /** Clears a person's day; each duty goes to a free person if there is one. */
    void clearDay() {
        int seat = any(openDecisions.seatsWithChoice);
        int day = openDecisions.dayOfSeat[seat];
        int person = people.holder(seat);
        if (day < 0 || person == Decisions.NONE) {
            return;
        }
        for (int each : openDecisions.seatsOfDay[day]) {
            if (people.holder(each) == person) {
                int substitute = people.anySubstitute(each);
                if (substitute != Decisions.NONE) {
                    draft.set(decisions.seat(each), substitute);
                }
            }
        }
    }
}

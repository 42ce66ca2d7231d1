package dk.grundskema.solver.moves;

import dk.grundskema.solver.model.Decisions;
import java.util.random.RandomGenerator;

/** Moves of people. */
final class SeatMoves {
    private static final int WEEK = 7;
    private static final long DAY = 24 * 60;
    private static final int TRIES = 16;

    private final Terrain terrain;
    private final Decisions decisions;
    private final Draft draft;
    private final RandomGenerator random;
    private final int[] busy;
    private int stamp;

    SeatMoves(Terrain terrain, Draft draft, RandomGenerator random) {
        this.terrain = terrain;
        this.decisions = terrain.decisions;
        this.draft = draft;
        this.random = random;
        this.busy = new int[terrain.blueprint.staff().size()];
    }

    private int any(int[] list) {
        return list[random.nextInt(list.length)];
    }

    private int holder(int seat) {
        return draft.value(decisions.seat(seat));
    }

    private int anyCandidate(int seat) {
        return any(decisions.range(decisions.seat(seat)));
    }

    void changePerson() {
        int seat = any(terrain.openSeats);
        boolean leaves = holder(seat) != Decisions.NONE && random.nextInt(32) == 0;
        draft.set(decisions.seat(seat), leaves ? Decisions.NONE : anyCandidate(seat));
    }

    void swapPersons() {
        int one = any(terrain.openSeats);
        int day = terrain.dayOfSeat[one];
        int other = day < 0 || random.nextInt(4) == 0 ? any(terrain.openSeats) : any(terrain.seatsOfDay[day]);
        int first = holder(one);
        int second = holder(other);
        if (first != second
                && draft.allows(decisions.seat(one), second)
                && draft.allows(decisions.seat(other), first)) {
            draft.set(decisions.seat(one), second);
            draft.set(decisions.seat(other), first);
        }
    }

    /** A person takes the seats of one position over some blocks in a row; whoever sat there already stays beside. */
    void takeOver() {
        int[] stretch = terrain.stretches[random.nextInt(terrain.stretches.length)];
        int start = random.nextInt(stretch.length);
        int position = terrain.blueprint.seats().get(stretch[start]).position();
        int blocks = 1 + random.nextInt(6);
        int person = pickPerson(stretch[start]);
        for (int i = start; i < stretch.length && blocks > 0; i++) {
            if (terrain.blueprint.seats().get(stretch[i]).position() == position) {
                blocks--;
                giveTo(stretch[i], person);
            }
        }
    }

    /** Mostly somebody new for the seat, sometimes the one who sits before it. */
    private int pickPerson(int seat) {
        int[] range = decisions.range(decisions.seat(seat));
        return range.length == 0 ? Decisions.NONE : any(range);
    }

    private void giveTo(int seat, int person) {
        if (person != Decisions.NONE && !sitsBeside(seat, person)) {
            draft.set(decisions.seat(seat), person);
        }
    }

    private boolean sitsBeside(int seat, int person) {
        for (int session : terrain.blueprint.sessionsOf()[seat]) {
            for (int other : terrain.blueprint.seatsOf()[session]) {
                if (other != seat && holder(other) == person) {
                    return true;
                }
            }
        }
        return false;
    }

    /** In one group, for a day, a week or all the time, somebody does what somebody else did. */
    void replace() {
        int seat = any(terrain.openSeats);
        int day = terrain.dayOfSeat[seat];
        int before = holder(seat);
        int after = anyCandidate(seat);
        if (day < 0 || before == after) {
            return;
        }
        int span = switch (random.nextInt(4)) {
            case 0 -> Integer.MAX_VALUE;
            case 1 -> WEEK / 2;
            default -> 0;
        };
        for (int other : terrain.seatsOfGroup[terrain.groupOfSeat[seat]]) {
            if (Math.abs((long) terrain.dayOfSeat[other] - day) <= span && holder(other) == before) {
                giveTo(other, after);
            }
        }
    }

    /**
     * A person joins a group, for a day, some days or all the time: wherever the person works at the same time elsewhere, the two
     * change places with whoever, or with one who, is in the group. Nobody's hours change, only who is with whom.
     */
    void changePlaces() {
        int seat = any(terrain.openSeats);
        int day = terrain.dayOfSeat[seat];
        int person = anyCandidate(seat);
        int before = holder(seat);
        if (day < 0 || person == before) {
            return;
        }
        boolean onlyWithOne = random.nextInt(4) > 0;
        int span = switch (random.nextInt(3)) {
            case 0 -> Integer.MAX_VALUE;
            case 1 -> WEEK / 2;
            default -> 0;
        };
        for (int other : terrain.seatsOfGroup[terrain.groupOfSeat[seat]]) {
            int holder = holder(other);
            if (Math.abs((long) terrain.dayOfSeat[other] - day) <= span
                    && holder != person
                    && (holder == before || !onlyWithOne)
                    && !sitsBeside(other, person)) {
                changePlaces(other, holder, person);
            }
        }
    }

    private void changePlaces(int seat, int holder, int person) {
        for (int each : terrain.seatsOfDay[terrain.dayOfSeat[seat]]) {
            if (terrain.startOfSeat[each] == terrain.startOfSeat[seat]
                    && terrain.endOfSeat[each] == terrain.endOfSeat[seat]
                    && holder(each) == person) {
                draft.set(decisions.seat(seat), person);
                draft.set(decisions.seat(each), holder);
                return;
            }
        }
    }

    /** Two persons exchange what they do on a day, or from a duty on until the same time tomorrow, or for some days. */
    void exchangeDays() {
        int seat = any(terrain.openSeats);
        int day = terrain.dayOfSeat[seat];
        if (day < 0) {
            return;
        }
        int one = holder(seat);
        int other = anyCandidate(seat);
        if (one == other || one == Decisions.NONE) {
            return;
        }
        switch (random.nextInt(4)) {
            case 0 -> exchange(one, other, terrain.startOfSeat[seat], terrain.startOfSeat[seat] + DAY, day, day + 1);
            case 1 -> exchange(one, other, Long.MIN_VALUE, Long.MAX_VALUE, day, day + 1 + random.nextInt(WEEK - 1));
            default -> exchange(one, other, Long.MIN_VALUE, Long.MAX_VALUE, day, day);
        }
    }

    /** Exchanges what starts between two times, on the days from one to another. */
    private void exchange(int one, int other, long from, long until, int firstDay, int lastDay) {
        int last = Math.min(lastDay, terrain.seatsOfDay.length - 1);
        for (int day = firstDay; day <= last; day++) {
            for (int each : terrain.seatsOfDay[day]) {
                int holder = holder(each);
                if ((holder == one || holder == other)
                        && terrain.startOfSeat[each] >= from
                        && terrain.startOfSeat[each] < until) {
                    draft.set(decisions.seat(each), holder == one ? other : one);
                }
            }
        }
    }

    /**
     * Somebody takes a seat, best one that is empty, and gives away what is too close to it: at the same time, or on the other
     * side of a night that would be too short.
     */
    void takeWithRest() {
        int seat = thinSeat();
        int day = terrain.dayOfSeat[seat];
        int person = anyCandidate(seat);
        if (day < 0 || holder(seat) == person || sitsBeside(seat, person)) {
            return;
        }
        draft.set(decisions.seat(seat), person);
        for (int near = Math.max(0, day - 1); near <= Math.min(day + 1, terrain.seatsOfDay.length - 1); near++) {
            for (int each : terrain.seatsOfDay[near]) {
                if (each != seat && holder(each) == person && terrain.areTooClose(each, seat)) {
                    int substitute = substitute(each);
                    if (substitute != Decisions.NONE) {
                        draft.set(decisions.seat(each), substitute);
                    }
                }
            }
        }
    }

    /** An empty seat if some tries find one, otherwise any. */
    private int thinSeat() {
        for (int i = 0; i < TRIES; i++) {
            int seat = any(terrain.openSeats);
            if (holder(seat) == Decisions.NONE) {
                return seat;
            }
        }
        return any(terrain.openSeats);
    }

    /** Somebody's day is freed; each of its duties goes to somebody who is not busy then, if there is one. */
    void clearDay() {
        int seat = any(terrain.openSeats);
        int day = terrain.dayOfSeat[seat];
        int person = holder(seat);
        if (day < 0 || person == Decisions.NONE) {
            return;
        }
        for (int each : terrain.seatsOfDay[day]) {
            if (holder(each) == person) {
                int substitute = substitute(each);
                if (substitute != Decisions.NONE) {
                    draft.set(decisions.seat(each), substitute);
                }
            }
        }
    }

    /** Somebody else who has nothing too close to the seat; nobody if everybody has. */
    private int substitute(int seat) {
        int[] range = decisions.range(decisions.seat(seat));
        markBusy(seat);
        int offset = range.length == 0 ? 0 : random.nextInt(range.length);
        for (int i = 0; i < range.length; i++) {
            int candidate = range[(offset + i) % range.length];
            if (busy[candidate] != stamp) {
                return candidate;
            }
        }
        return Decisions.NONE;
    }

    /** Marks who has the seat, or a duty that is too close to it. */
    private void markBusy(int seat) {
        stamp++;
        int day = terrain.dayOfSeat[seat];
        for (int near = Math.max(0, day - 1); near <= Math.min(day + 1, terrain.seatsOfDay.length - 1); near++) {
            for (int other : terrain.seatsOfDay[near]) {
                int holder = holder(other);
                if (holder != Decisions.NONE && terrain.areTooClose(other, seat)) {
                    busy[holder] = stamp;
                }
            }
        }
    }
}

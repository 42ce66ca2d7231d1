package dk.grundskema.solver.moves;

import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Finds people for groups that are on paper, and knows when those who are there have something else. */
final class GroupStaff {
    private static final int CANDIDATES = 3;

    private final WholeGroups wholes;
    private final Blueprint blueprint;
    private final Decisions decisions;
    private final Draft draft;
    private final RandomGenerator random;
    private final long[] busy;
    private boolean mayBeRelieved;

    GroupStaff(WholeGroups wholes, Blueprint blueprint, Draft draft, RandomGenerator random) {
        this.wholes = wholes;
        this.blueprint = blueprint;
        this.decisions = blueprint.decisions();
        this.draft = draft;
        this.random = random;
        this.busy = wholes.noTimes();
    }

    /** Begins with another group: whether lessons may be left to others is decided anew. */
    void begin() {
        mayBeRelieved = random.nextInt(3) == 0;
    }

    /** A seat of several sessions is filled first by whoever has most time, if nobody fills it; its holder's time is the group's. */
    void fillBundles(WholeGroup whole, long[] free) {
        for (int seat : whole.seats()) {
            if (blueprint.sessionsOf()[seat].length > 1) {
                int holder = draft.value(decisions.seat(seat));
                if (holder == Decisions.NONE || holdsAnother(holder, seat)) {
                    holder = mostTime(seat, whole, free);
                    draft.set(decisions.seat(seat), holder);
                }
                keepFree(free, holder, whole);
            }
        }
    }

    /** Leaves of some times those at which somebody has nothing else than a group. */
    void keepFree(long[] free, int person, WholeGroup whole) {
        if (person != Decisions.NONE) {
            gatherBusy(person, whole);
            TimeClashes.without(free, busy);
        }
    }

    private int mostTime(int seat, WholeGroup whole, long[] free) {
        int[] range = decisions.range(decisions.seat(seat));
        int best = Decisions.NONE;
        int most = -1;
        for (int i = 0; i < CANDIDATES && range.length > 0; i++) {
            int person = range[random.nextInt(range.length)];
            if (person != best && !holdsAnother(person, seat)) {
                gatherBusy(person, whole);
                int time = 0;
                for (int word = 0; word < free.length; word++) {
                    time += Long.bitCount(free[word] & ~busy[word]);
                }
                if (time > most) {
                    best = person;
                    most = time;
                }
            }
        }
        return best;
    }

    /** Whether somebody holds another seat of several sessions beside one, so that the two would be one person in two places. */
    private boolean holdsAnother(int person, int beside) {
        int[] sessions = blueprint.sessionsOf()[beside];
        for (int seat : wholes.seatsOfPerson[person]) {
            int[] own = blueprint.sessionsOf()[seat];
            if (seat != beside && own.length > 1 && draft.value(decisions.seat(seat)) == person) {
                for (int session : own) {
                    if (Arrays.stream(sessions).anyMatch(one -> one == session)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private void gatherBusy(int person, WholeGroup whole) {
        System.arraycopy(wholes.staff[person], 0, busy, 0, busy.length);
        for (int i = 0; i < wholes.reliefTimes[person].length; i++) {
            boolean isTaken = draft.value(decisions.seat(wholes.reliefSeats[person][i])) != Decisions.NONE;
            if (!isTaken && !mayBeRelieved) {
                TimeClashes.with(busy, wholes.reliefTimes[person][i]);
            }
        }
        int own = wholes.wholeOf[whole.group()];
        for (int seat : wholes.seatsOfPerson[person]) {
            if (draft.value(decisions.seat(seat)) == person) {
                for (int session : blueprint.sessionsOf()[seat]) {
                    int slot = draft.value(decisions.slot(session));
                    if (wholes.wholeOfSession[session] != own
                            && slot != Decisions.NONE
                            && !blueprint.isGuest(session)) {
                        TimeClashes.with(busy, wholes.clashes.of(session, slot));
                    }
                }
            }
        }
    }

    /** Seats of one session are filled by whoever is free then, if a few tries find somebody; lessons in the way are left to others. */
    void fill(WholeGroup whole) {
        for (int seat : whole.seats()) {
            if (blueprint.sessionsOf()[seat].length == 1) {
                fill(seat);
            }
        }
        for (int seat : whole.seats()) {
            relieve(draft.value(decisions.seat(seat)), whole);
        }
    }

    private void fill(int seat) {
        int session = blueprint.sessionsOf()[seat][0];
        int slot = draft.value(decisions.slot(session));
        int decision = decisions.seat(seat);
        if (slot == Decisions.NONE || wholes.wholeOfSession[session] == WholeGroups.NONE) {
            draft.set(decision, Decisions.NONE);
            return;
        }
        int time = wholes.clashes.time(session, slot);
        int now = draft.value(decision);
        int[] range = decisions.range(decision);
        for (int i = 0; i < CANDIDATES; i++) {
            if (now != Decisions.NONE && isFree(now, seat, time)) {
                draft.set(decision, now);
                return;
            }
            now = range[random.nextInt(range.length)];
        }
        draft.set(decision, Decisions.NONE);
    }

    /** Whether somebody is free for a seat at a time: whoever holds another seat of the same session isn't. */
    private boolean isFree(int person, int seat, int time) {
        if (TimeClashes.has(wholes.staff[person], time)) {
            return false;
        }
        for (int other : wholes.seatsOfPerson[person]) {
            if (other != seat && draft.value(decisions.seat(other)) == person) {
                for (int session : blueprint.sessionsOf()[other]) {
                    int slot = draft.value(decisions.slot(session));
                    if (slot != Decisions.NONE
                            && !blueprint.isGuest(session)
                            && TimeClashes.has(wholes.clashes.of(session, slot), time)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** Somebody takes the lessons that a person can't give because of a group. */
    private void relieve(int person, WholeGroup whole) {
        for (int i = 0; person != Decisions.NONE && i < wholes.reliefSeats[person].length; i++) {
            int decision = decisions.seat(wholes.reliefSeats[person][i]);
            int[] range = decisions.range(decision);
            if (draft.value(decision) == Decisions.NONE && meets(whole, wholes.reliefTimes[person][i])) {
                draft.set(decision, range[random.nextInt(range.length)]);
            }
        }
    }

    private boolean meets(WholeGroup whole, long[] times) {
        for (int session : whole.sessions()) {
            int slot = draft.value(decisions.slot(session));
            if (slot != Decisions.NONE && TimeClashes.has(times, wholes.clashes.time(session, slot))) {
                return true;
            }
        }
        return false;
    }
}

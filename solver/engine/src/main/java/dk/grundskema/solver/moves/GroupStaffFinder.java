package dk.grundskema.solver.moves;

import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import java.util.random.RandomGenerator;

/** Assigns staff to the groups of a draft, and computes when the assigned staff are busy. */
final class GroupStaffFinder {
    private static final int CANDIDATES = 3;

    private final WholeGroups wholes;
    private final Blueprint blueprint;
    private final Decisions decisions;
    private final DecisionOverlay draft;
    private final RandomGenerator random;
    private final long[] busy;
    private boolean mayBeRelieved;

    GroupStaffFinder(WholeGroups wholes, Blueprint blueprint, DecisionOverlay draft, RandomGenerator random) {
        this.wholes = wholes;
        this.blueprint = blueprint;
        this.decisions = blueprint.decisions();
        this.draft = draft;
        this.random = random;
        this.busy = wholes.noTimes();
    }

    /** Starts another group; decides at random whether its staff may be relieved of lessons. */
    void startGroup() {
        mayBeRelieved = random.nextInt(3) == 0;
    }

    /**
     * Fills vacant seats that span several sessions, with the candidate who has the most free time, and restricts the
     * group to times when their holders are free.
     */
    void fillSharedSeats(WholeGroup whole, long[] free) {
        for (int seat : whole.seats()) {
            if (blueprint.sessionsOf()[seat].length > 1) {
                int holder = draft.value(decisions.seat(seat));
                if (holder == Decisions.NONE || holdsOtherSharedSeat(holder, seat)) {
                    holder = mostAvailableCandidate(seat, whole, free);
                    draft.set(decisions.seat(seat), holder);
                }
                retainFreeTimes(free, holder, whole);
            }
        }
    }

    /**
     * Restricts times to those at which a lead is free, if the group has a seat for each session that best have the same holder. The lead is the
     * holder of the first of these seats, or else the candidate with the most free time, who gets that seat.
     *
     * @return whether the group has such seats
     */
    boolean retainFreeTimesOfLead(WholeGroup whole, long[] free) {
        for (int seat : whole.seats()) {
            if (wholes.seatsBeside[seat].length > 0) {
                int lead = draft.value(decisions.seat(seat));
                if (lead == Decisions.NONE) {
                    lead = mostAvailableCandidate(seat, whole, free);
                    draft.set(decisions.seat(seat), lead);
                }
                retainFreeTimes(free, lead, whole);
                return true;
            }
        }
        return false;
    }

    /** Removes the times at which a person is busy outside a group from a set of times. */
    void retainFreeTimes(long[] free, int person, WholeGroup whole) {
        if (person != Decisions.NONE) {
            collectBusyTimes(person, whole);
            TimeOverlapIndex.removeAll(free, busy);
        }
    }

    private int mostAvailableCandidate(int seat, WholeGroup whole, long[] free) {
        int[] range = decisions.range(decisions.seat(seat));
        int best = Decisions.NONE;
        int most = -1;
        for (int i = 0; i < CANDIDATES && range.length > 0; i++) {
            int person = range[random.nextInt(range.length)];
            if (person != best && !holdsOtherSharedSeat(person, seat)) {
                collectBusyTimes(person, whole);
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

    /** Whether a person holds another seat in one of the seat's sessions that also spans several sessions. */
    private boolean holdsOtherSharedSeat(int person, int beside) {
        int[] sessions = blueprint.sessionsOf()[beside];
        for (int seat : wholes.seatsOfPerson[person]) {
            int[] own = blueprint.sessionsOf()[seat];
            if (seat != beside && own.length > 1 && draft.value(decisions.seat(seat)) == person) {
                for (int session : own) {
                    for (int one : sessions) {
                        if (one == session) {
                            return true;
                        }
                    }
                }
            }
        }
        return false;
    }

    private void collectBusyTimes(int person, WholeGroup whole) {
        System.arraycopy(wholes.staff[person], 0, busy, 0, busy.length);
        for (int i = 0; i < wholes.reliefTimes[person].length; i++) {
            boolean isTaken = draft.value(decisions.seat(wholes.reliefSeats[person][i])) != Decisions.NONE;
            if (!isTaken && !mayBeRelieved) {
                TimeOverlapIndex.addAll(busy, wholes.reliefTimes[person][i]);
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
                        TimeOverlapIndex.addAll(busy, wholes.overlaps.overlapsOf(session, slot));
                    }
                }
            }
        }
    }

    /**
     * Fills the seats of single sessions with free staff, if a few tries find any, and has conflicting lessons taken
     * over.
     */
    void fillSeats(WholeGroup whole) {
        for (int seat : whole.seats()) {
            if (blueprint.sessionsOf()[seat].length == 1) {
                fillSeats(seat);
            }
        }
        for (int seat : whole.seats()) {
            assignReliefs(draft.value(decisions.seat(seat)), whole);
        }
    }

    private void fillSeats(int seat) {
        int session = blueprint.sessionsOf()[seat][0];
        int slot = draft.value(decisions.slot(session));
        int decision = decisions.seat(seat);
        if (slot == Decisions.NONE || wholes.wholeOfSession[session] == WholeGroups.NONE) {
            draft.set(decision, Decisions.NONE);
            return;
        }
        int time = wholes.overlaps.timeNumber(session, slot);
        int now = draft.value(decision);
        int[] range = decisions.range(decision);
        for (int other : wholes.seatsBeside[seat]) {
            if (now != Decisions.NONE && isFree(now, seat, time)) {
                break;
            }
            int beside = draft.value(decisions.seat(other));
            now = beside != Decisions.NONE && draft.allows(decision, beside) ? beside : now;
        }
        for (int i = 0; i < CANDIDATES; i++) {
            if (now != Decisions.NONE && isFree(now, seat, time)) {
                draft.set(decision, now);
                return;
            }
            now = range[random.nextInt(range.length)];
        }
        draft.set(decision, Decisions.NONE);
    }

    /** Whether a person is free for a seat at a time. A holder of another seat in the same session is not. */
    private boolean isFree(int person, int seat, int time) {
        if (TimeOverlapIndex.contains(wholes.staff[person], time)) {
            return false;
        }
        for (int other : wholes.seatsOfPerson[person]) {
            if (other != seat && draft.value(decisions.seat(other)) == person) {
                for (int session : blueprint.sessionsOf()[other]) {
                    int slot = draft.value(decisions.slot(session));
                    if (slot != Decisions.NONE
                            && !blueprint.isGuest(session)
                            && TimeOverlapIndex.contains(wholes.overlaps.overlapsOf(session, slot), time)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** Assigns stand-ins for the lessons that a person misses because of a group. */
    private void assignReliefs(int person, WholeGroup whole) {
        for (int i = 0; person != Decisions.NONE && i < wholes.reliefSeats[person].length; i++) {
            int decision = decisions.seat(wholes.reliefSeats[person][i]);
            int[] range = decisions.range(decision);
            if (draft.value(decision) == Decisions.NONE && meetsAtAnyOf(whole, wholes.reliefTimes[person][i])) {
                draft.set(decision, range[random.nextInt(range.length)]);
            }
        }
    }

    private boolean meetsAtAnyOf(WholeGroup whole, long[] times) {
        for (int session : whole.sessions()) {
            int slot = draft.value(decisions.slot(session));
            if (slot != Decisions.NONE && TimeOverlapIndex.contains(times, wholes.overlaps.timeNumber(session, slot))) {
                return true;
            }
        }
        return false;
    }
}

package dk.grundskema.solver.change;

import dk.grundskema.domain.finding.Level;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import dk.grundskema.solver.score.ScoreState;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The state of a plan under repair: its score, its changed person-days, and the seats that wait for a holder. Every
 * operation has an inverse, so that a search can backtrack.
 */
final class RepairState {
    final RepairBaseline baseline;
    final Blueprint blueprint;
    final Decisions decisions;
    final ChangedPersonDays days;
    /** Seats that wait for a holder, the next one first. */
    final Deque<Integer> waiting = new ArrayDeque<>();

    private final ScoreState score;
    private final boolean[] decided;
    /** Previous holder of each waiting seat, who does not take it back. */
    private final int[] formerHolders;

    private final boolean[] vacant;
    private long costUpdates;

    RepairState(RepairBaseline baseline) {
        this.baseline = baseline;
        this.blueprint = baseline.blueprint();
        this.decisions = blueprint.decisions();
        this.days = new ChangedPersonDays(blueprint);
        this.score = new ScoreState(baseline.plan().rules());
        this.decided = new boolean[decisions.count()];
        this.formerHolders = new int[blueprint.seats().size()];
        this.vacant = new boolean[formerHolders.length];
        score.load(baseline.values());
        score.settle();
        for (RepairBaseline.Vacancy one : baseline.vacancies()) {
            formerHolders[one.seat()] = one.person();
            vacant[one.seat()] = true;
            for (int session : one.sessions()) {
                for (int spot : blueprint.spots().of()[session][slot(session)]) {
                    days.exempt(one.person(), blueprint.spots().day()[spot]);
                }
            }
        }
    }

    int slot(int session) {
        return score.value(decisions.slot(session));
    }

    int holder(int seat) {
        return score.value(decisions.seat(seat));
    }

    int formerHolder(int seat) {
        return formerHolders[seat];
    }

    boolean isDecided(int seat) {
        return decided[decisions.seat(seat)];
    }

    void markDecided(int seat, boolean isDecided) {
        decided[decisions.seat(seat)] = isDecided;
    }

    /** Returns the first day on which the seat's holder is on duty for it. */
    int day(int seat) {
        int session = blueprint.sessionsOf()[seat][0];
        return slot(session) < 0 ? 0 : blueprint.spots().day()[blueprint.spots().of()[session][slot(session)][0]];
    }

    /** Assigns a waiting seat to a person or to nobody; the sign -1 reverts this. */
    void assignWaitingSeat(int seat, int person, int sign) {
        score.set(decisions.seat(seat), sign > 0 ? person : Decisions.NONE);
        countPersonDays(seat, person, sign);
        if (vacant[seat]) {
            countPersonDays(seat, formerHolders[seat], sign);
        }
        markDecided(seat, sign > 0);
    }

    /** Vacates a seat, which then waits for another holder; returns the previous holder. */
    int vacate(int seat) {
        int person = holder(seat);
        formerHolders[seat] = person;
        score.set(decisions.seat(seat), Decisions.NONE);
        countPersonDays(seat, person, 1);
        waiting.addFirst(seat);
        return person;
    }

    /** Reverts {@link #vacate}. */
    void undoVacate(int seat) {
        waiting.remove(seat);
        countPersonDays(seat, formerHolders[seat], -1);
        score.set(decisions.seat(seat), formerHolders[seat]);
    }

    /**
     * Reassigns a decided seat, or one that was not vacated, to another person, to nobody, or to its original holder.
     */
    void reassignSeat(int seat, int person) {
        int before = holder(seat);
        int original = originalHolder(seat);
        if (before == person) {
            return;
        }
        if (before != original) {
            countPersonDays(seat, original, -1);
            countPersonDays(seat, before, -1);
        }
        score.set(decisions.seat(seat), person);
        if (person != original) {
            countPersonDays(seat, original, 1);
            countPersonDays(seat, person, 1);
        }
        markDecided(seat, vacant[seat] || person != original);
    }

    /** Returns the holder of a seat in the plan in use, even if absent. */
    int originalHolder(int seat) {
        return vacant[seat] ? formerHolders[seat] : baseline.values()[decisions.seat(seat)];
    }

    /** Whether a seat is vacant because of the absence. */
    boolean isVacancy(int seat) {
        return vacant[seat];
    }

    /** Moves a session of a vacant seat to another time, held by its original staff; the sign -1 reverts this. */
    void moveSession(int seat, int session, int from, int to, int room, int formerRoom, int sign) {
        if (sign < 0) {
            score.set(decisions.seat(seat), Decisions.NONE);
            markDecided(seat, false);
        }
        for (int other : blueprint.seatsOf()[session]) {
            int person = other == seat ? formerHolders[seat] : holder(other);
            days.countSession(person, session, from, sign);
            days.countSession(person, session, to, sign);
        }
        score.set(decisions.slot(session), sign > 0 ? to : from);
        score.set(decisions.room(session), sign > 0 ? room : formerRoom);
        if (sign > 0) {
            score.set(decisions.seat(seat), formerHolders[seat]);
            markDecided(seat, true);
        }
    }

    /** Moves a session to another time with its current staff; the sign -1 reverts this. */
    void rescheduleSession(int session, int from, int to, int room, int sign) {
        for (int seat : blueprint.seatsOf()[session]) {
            days.countSession(holder(seat), session, from, sign);
            days.countSession(holder(seat), session, to, sign);
        }
        score.set(decisions.slot(session), to);
        score.set(decisions.room(session), room);
    }

    /** Swaps two guests, which changes the duties of their hosts' staff. */
    void swapGuests(int guest, int choice, int other, int otherChoice, int sign) {
        score.set(decisions.slot(guest), Decisions.NONE);
        score.set(decisions.slot(other), otherChoice);
        score.set(decisions.slot(guest), choice);
        for (int moved : new int[] {guest, other}) {
            decided[decisions.slot(moved)] = sign > 0;
            int host = blueprint.host(moved, slot(moved));
            for (int seat : blueprint.seatsOf()[host]) {
                days.countSession(holder(seat), host, slot(host), sign);
            }
        }
    }

    /** Whether a guest has been moved. */
    boolean isMoved(int guest) {
        return decided[decisions.slot(guest)];
    }

    private void countPersonDays(int seat, int person, int sign) {
        for (int session : blueprint.sessionsOf()[seat]) {
            days.countSession(person, session, slot(session), sign);
        }
    }

    int room(int session) {
        return score.value(decisions.room(session));
    }

    void setRoom(int session, int room) {
        score.set(decisions.room(session), room);
    }

    /** Updates the costs. */
    RepairState updateCosts() {
        costUpdates++;
        score.settle();
        return this;
    }

    long cost(Level level) {
        return score.cost(level);
    }

    /** Returns how often costs were evaluated, which counts as the steps of a repair. */
    long costUpdateCount() {
        return costUpdates;
    }

    int[] values() {
        int[] values = new int[decisions.count()];
        for (int d = 0; d < values.length; d++) {
            values[d] = score.value(d);
        }
        return values;
    }
}

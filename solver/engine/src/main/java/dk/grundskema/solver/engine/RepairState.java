package dk.grundskema.solver.engine;

import dk.grundskema.domain.finding.Level;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import dk.grundskema.solver.score.ScoreState;
import java.util.ArrayDeque;
import java.util.Deque;

/** The plan while it is repaired: decisions with their cost, whose days differ, which seats wait for somebody. */
final class RepairState {
    final Standing standing;
    final Blueprint blueprint;
    final Decisions decisions;
    final ChangedDays days;
    /** Seats that wait for somebody, the next one first. */
    final Deque<Integer> waiting = new ArrayDeque<>();

    private final ScoreState score;
    private final boolean[] decided;
    /** Who gave a waiting seat away and doesn't take it back. */
    private final int[] leaver;

    private final boolean[] fell;
    private long looks;

    RepairState(Standing standing) {
        this.standing = standing;
        this.blueprint = standing.blueprint();
        this.decisions = blueprint.decisions();
        this.days = new ChangedDays(blueprint);
        this.score = new ScoreState(standing.plan().rules());
        this.decided = new boolean[decisions.count()];
        this.leaver = new int[blueprint.seats().size()];
        this.fell = new boolean[leaver.length];
        score.load(standing.values());
        score.settle();
        for (Standing.Fallen one : standing.fallen()) {
            leaver[one.seat()] = one.person();
            fell[one.seat()] = true;
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

    int leaver(int seat) {
        return leaver[seat];
    }

    boolean isDecided(int seat) {
        return decided[decisions.seat(seat)];
    }

    void decide(int seat, boolean isDecided) {
        decided[decisions.seat(seat)] = isDecided;
    }

    /** First day on which a seat's holder is on duty for it. */
    int day(int seat) {
        int session = blueprint.sessionsOf()[seat][0];
        return slot(session) < 0 ? 0 : blueprint.spots().day()[blueprint.spots().of()[session][slot(session)][0]];
    }

    /** Somebody, or nobody, takes a waiting seat; with the sign -1 it waits again. */
    void give(int seat, int person, int sign) {
        score.set(decisions.seat(seat), sign > 0 ? person : Decisions.NONE);
        touch(seat, person, sign);
        if (fell[seat]) {
            touch(seat, leaver[seat], sign);
        }
        decide(seat, sign > 0);
    }

    /** Whoever holds a seat leaves it; it waits for somebody else. */
    int vacate(int seat) {
        int person = holder(seat);
        leaver[seat] = person;
        score.set(decisions.seat(seat), Decisions.NONE);
        touch(seat, person, 1);
        waiting.addFirst(seat);
        return person;
    }

    /** Takes back {@link #vacate}. */
    void unvacate(int seat) {
        waiting.remove(seat);
        touch(seat, leaver[seat], -1);
        score.set(decisions.seat(seat), leaver[seat]);
    }

    /** A decided seat, or one that nobody gave away, goes to somebody else, or to nobody, or back to who had it in the plan in use. */
    void reseat(int seat, int person) {
        int before = holder(seat);
        int original = original(seat);
        if (before == person) {
            return;
        }
        if (before != original) {
            touch(seat, original, -1);
            touch(seat, before, -1);
        }
        score.set(decisions.seat(seat), person);
        if (person != original) {
            touch(seat, original, 1);
            touch(seat, person, 1);
        }
        decide(seat, fell[seat] || person != original);
    }

    /** Who has a seat in the plan in use, whoever is away included. */
    int original(int seat) {
        return fell[seat] ? leaver[seat] : standing.values()[decisions.seat(seat)];
    }

    /** Whether a seat fell open by the absence. */
    boolean hasFallen(int seat) {
        return fell[seat];
    }

    /** A session of a seat that fell open is held at another time, by those who were to hold it; with the sign -1 it is back. */
    void move(int seat, int session, int from, int to, int room, int formerRoom, int sign) {
        if (sign < 0) {
            score.set(decisions.seat(seat), Decisions.NONE);
            decide(seat, false);
        }
        for (int other : blueprint.seatsOf()[session]) {
            int person = other == seat ? leaver[seat] : holder(other);
            days.touch(person, session, from, sign);
            days.touch(person, session, to, sign);
        }
        score.set(decisions.slot(session), sign > 0 ? to : from);
        score.set(decisions.room(session), sign > 0 ? room : formerRoom);
        if (sign > 0) {
            score.set(decisions.seat(seat), leaver[seat]);
            decide(seat, true);
        }
    }

    /** A session is held at another time by those who hold its seats; with the sign -1 it is back. */
    void hold(int session, int from, int to, int room, int sign) {
        for (int seat : blueprint.seatsOf()[session]) {
            days.touch(holder(seat), session, from, sign);
            days.touch(holder(seat), session, to, sign);
        }
        score.set(decisions.slot(session), to);
        score.set(decisions.room(session), room);
    }

    /** Two guests are placed otherwise; those who hold the seats of their hosts have something else to do. */
    void swap(int guest, int choice, int other, int otherChoice, int sign) {
        score.set(decisions.slot(guest), Decisions.NONE);
        score.set(decisions.slot(other), otherChoice);
        score.set(decisions.slot(guest), choice);
        for (int moved : new int[] {guest, other}) {
            decided[decisions.slot(moved)] = sign > 0;
            int host = blueprint.host(moved, slot(moved));
            for (int seat : blueprint.seatsOf()[host]) {
                days.touch(holder(seat), host, slot(host), sign);
            }
        }
    }

    /** Whether a guest has been placed otherwise. */
    boolean isMoved(int guest) {
        return decided[decisions.slot(guest)];
    }

    private void touch(int seat, int person, int sign) {
        for (int session : blueprint.sessionsOf()[seat]) {
            days.touch(person, session, slot(session), sign);
        }
    }

    int room(int session) {
        return score.value(decisions.room(session));
    }

    void tryRoom(int session, int room) {
        score.set(decisions.room(session), room);
    }

    /** Brings the costs up to date. */
    RepairState look() {
        looks++;
        score.settle();
        return this;
    }

    long cost(Level level) {
        return score.cost(level);
    }

    /** How often costs were asked for; the steps of a repair. */
    long looks() {
        return looks;
    }

    int[] values() {
        int[] values = new int[decisions.count()];
        for (int d = 0; d < values.length; d++) {
            values[d] = score.value(d);
        }
        return values;
    }
}

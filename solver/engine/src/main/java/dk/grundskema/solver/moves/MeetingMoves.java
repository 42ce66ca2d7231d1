package dk.grundskema.solver.moves;

import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Moves of sessions with their own seats and variable times, such as conversations and visits. */
final class MeetingMoves {
    private static final int TRIES = 8;

    private final OpenDecisionIndex openDecisions;
    private final Blueprint blueprint;
    private final Decisions decisions;
    private final DecisionOverlay draft;
    private final RandomGenerator random;
    private long[] busy = new long[64];
    private int busyCount;

    MeetingMoves(OpenDecisionIndex openDecisions, DecisionOverlay draft, RandomGenerator random) {
        this.openDecisions = openDecisions;
        this.blueprint = openDecisions.blueprint;
        this.decisions = openDecisions.decisions;
        this.draft = draft;
        this.random = random;
    }

    private int any(int[] list) {
        return list[random.nextInt(list.length)];
    }

    /**
     * If a seat has a single candidate, that person is relieved of lessons at the new time, and no longer of others.
     */
    void moveMeeting() {
        int session = any(openDecisions.meetings);
        int slot = any(decisions.range(decisions.slot(session)));
        draft.set(decisions.slot(session), slot);
        if (random.nextInt(3) == 0) {
            changeRoom(session);
        }
        for (int seat : blueprint.seatsOf()[session]) {
            int[] range = decisions.range(decisions.seat(seat));
            if (range.length > 0 && draft.value(decisions.seat(seat)) == Decisions.NONE) {
                int person = any(range);
                draft.set(decisions.seat(seat), person);
                leaveOneLesson(person);
            }
            for (int other : openDecisions.reliefs.reliefSeatsFor(seat)) {
                changeStandIn(other, openDecisions.reliefs.overlapsInTime(session, slot, other));
            }
        }
    }

    /**
     * In half of the cases the new holder of a vacant seat gives up a lesson, because working hours are often used up.
     */
    private void leaveOneLesson(int person) {
        int[] lessons = openDecisions.lessons.open();
        if (lessons.length == 0 || random.nextBoolean()) {
            return;
        }
        int offset = random.nextInt(lessons.length);
        for (int i = 0; i < lessons.length; i++) {
            int decision = decisions.seat(lessons[(offset + i) % lessons.length]);
            if (draft.value(decision) == person) {
                draft.set(decision, Decisions.NONE);
                return;
            }
        }
    }

    private void changeStandIn(int seat, boolean isNeeded) {
        int decision = decisions.seat(seat);
        if (!isNeeded) {
            draft.set(decision, Decisions.NONE);
        } else if (draft.value(decision) == Decisions.NONE || random.nextInt(4) == 0) {
            draft.set(decision, any(decisions.range(decision)));
        }
    }

    private void changeRoom(int session) {
        int decision = decisions.room(session);
        if (decisions.range(decision).length > 0) {
            draft.set(decision, any(decisions.range(decision)));
        }
    }

    /** Only if each can be held at the other's time. */
    void swapMeetings() {
        int one = any(openDecisions.meetings);
        int other = any(openDecisions.meetings);
        int first = slotAtTimeOf(one, other);
        int second = slotAtTimeOf(other, one);
        if (one == other || first == Decisions.NONE || second == Decisions.NONE) {
            return;
        }
        int room = draft.value(decisions.room(one));
        int otherRoom = draft.value(decisions.room(other));
        draft.set(decisions.slot(one), first);
        draft.set(decisions.slot(other), second);
        draft.set(decisions.room(one), otherRoom);
        draft.set(decisions.room(other), room);
    }

    /** Returns the choice of a session at the current time of another session. */
    private int slotAtTimeOf(int session, int other) {
        int slot = draft.value(decisions.slot(other));
        if (slot == Decisions.NONE) {
            return Decisions.NONE;
        }
        List<MeetingTime> times = blueprint.times().get(session);
        return times.indexOf(blueprint.times().get(other).get(slot));
    }

    void changeContact() {
        int seat = any(openDecisions.contacts);
        int before = draft.value(decisions.seat(seat));
        int after = any(decisions.range(decisions.seat(seat)));
        if (before == after) {
            return;
        }
        if (random.nextBoolean() && before != Decisions.NONE) {
            int other = anyContactHeldBy(after, seat);
            if (other != Decisions.NONE && draft.allows(decisions.seat(other), before)) {
                handOverSeat(other, before);
            }
        }
        handOverSeat(seat, after);
    }

    private int anyContactHeldBy(int person, int not) {
        int offset = random.nextInt(openDecisions.contacts.length);
        for (int i = 0; i < openDecisions.contacts.length; i++) {
            int seat = openDecisions.contacts[(offset + i) % openDecisions.contacts.length];
            if (seat != not && draft.value(decisions.seat(seat)) == person) {
                return seat;
            }
        }
        return Decisions.NONE;
    }

    /** A session keeps its time if the new holder is free then. */
    private void handOverSeat(int seat, int person) {
        draft.set(decisions.seat(seat), person);
        collectBusyTimes(person, seat);
        for (int session : blueprint.sessionsOf()[seat]) {
            int slot = draft.value(decisions.slot(session));
            boolean isOpen = decisions.isOpen(decisions.slot(session));
            for (int i = 0; i < TRIES && isOpen && (slot == Decisions.NONE || isBusy(session, slot)); i++) {
                slot = any(decisions.range(decisions.slot(session)));
            }
            if (isOpen && slot != draft.value(decisions.slot(session))) {
                draft.set(decisions.slot(session), slot);
            }
        }
    }

    private void collectBusyTimes(int person, int not) {
        busyCount = 0;
        for (int seat : openDecisions.fillable) {
            if (seat != not && draft.value(decisions.seat(seat)) == person) {
                for (int session : blueprint.sessionsOf()[seat]) {
                    int slot = draft.value(decisions.slot(session));
                    for (int spot : slot == Decisions.NONE
                            ? new int[0]
                            : blueprint.spots().of()[session][slot]) {
                        addBusy(
                                blueprint.spots().start()[spot],
                                blueprint.spots().end()[spot]);
                    }
                }
            }
        }
    }

    private void addBusy(long start, long end) {
        if (busyCount + 2 > busy.length) {
            busy = Arrays.copyOf(busy, 2 * busy.length);
        }
        busy[busyCount++] = start;
        busy[busyCount++] = end;
    }

    private boolean isBusy(int session, int slot) {
        for (int spot : blueprint.spots().of()[session][slot]) {
            for (int i = 0; i < busyCount; i += 2) {
                if (busy[i] < blueprint.spots().end()[spot] && blueprint.spots().start()[spot] < busy[i + 1]) {
                    return true;
                }
            }
        }
        return false;
    }
}

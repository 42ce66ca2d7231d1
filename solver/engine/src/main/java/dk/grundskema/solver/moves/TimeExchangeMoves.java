package dk.grundskema.solver.moves;

import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Moves of sessions that choose their time, made so that they do not clash. Kempe chains: a session moves to another time, sessions there that clash
 * with it move to its old time, and so on. Each keeps its room, or takes one that is free.
 */
final class TimeExchangeMoves {
    private static final int LONGEST_CHAIN = 40;

    private final ClashGraph clashes;
    private final Blueprint blueprint;
    private final Decisions decisions;
    private final DecisionOverlay draft;
    private final RandomGenerator random;
    private final int[] sessions;
    private final int[] exchangeable;
    private final int[][] timeOf;
    private final int[][] slotAt;
    private final int[] chain;
    private final int[] here;
    private final int[] there;
    private final int[] roomTaken;
    private int hereCount;
    private int thereCount;
    private int stamp;

    TimeExchangeMoves(OpenDecisionIndex openDecisions, DecisionOverlay draft, RandomGenerator random) {
        this.clashes = openDecisions.clashes;
        this.blueprint = openDecisions.blueprint;
        this.decisions = openDecisions.decisions;
        this.draft = draft;
        this.random = random;
        this.sessions = clashes.sessions();
        this.exchangeable = openDecisions.exchangeable;
        this.timeOf = new int[blueprint.sessions().size()][];
        this.slotAt = new int[timeOf.length][];
        Map<MeetingTime, Integer> numbers = new HashMap<>();
        for (int session : sessions) {
            timeOf[session] = blueprint.times().get(session).stream()
                    .mapToInt(time -> numbers.computeIfAbsent(time, fresh -> numbers.size()))
                    .toArray();
        }
        for (int session : sessions) {
            slotAt[session] = new int[numbers.size()];
            Arrays.fill(slotAt[session], Decisions.NONE);
            for (int slot : decisions.range(decisions.slot(session))) {
                slotAt[session][timeOf[session][slot]] = slot;
            }
        }
        this.chain = new int[LONGEST_CHAIN];
        this.here = new int[sessions.length];
        this.there = new int[sessions.length];
        this.roomTaken = new int[blueprint.rooms().size()];
    }

    /** Moves a chain of sessions between two times; changes nothing if one of them cannot be held at the other time. */
    void exchangeTimes() {
        int first = exchangeable[random.nextInt(exchangeable.length)];
        int[] range = decisions.range(decisions.slot(first));
        int from = currentTime(first);
        int to = timeOf[first][range[random.nextInt(range.length)]];
        if (from == to) {
            return;
        }
        collect(from, to);
        int length = buildChain(first);
        if (length == 0 || !canExchange(length, from, to)) {
            return;
        }
        for (int i = 0; i < length; i++) {
            int session = chain[i];
            draft.set(decisions.slot(session), slotAt[session][currentTime(session) == to ? from : to]);
        }
        assignRooms(length, to);
        if (from != Decisions.NONE) {
            assignRooms(length, from);
        }
    }

    /** Gives a session another room; if another session has it at that time, both exchange their rooms. */
    void exchangeRooms() {
        int session = exchangeable[random.nextInt(exchangeable.length)];
        int decision = decisions.room(session);
        int[] range = decisions.range(decision);
        int time = currentTime(session);
        if (range.length < 2 || time == Decisions.NONE || !decisions.isOpen(decision)) {
            return;
        }
        int before = draft.value(decision);
        int after = range[random.nextInt(range.length)];
        for (int other : sessions) {
            if (other != session && currentTime(other) == time && draft.value(decisions.room(other)) == after) {
                if (!draft.allows(decisions.room(other), before)) {
                    return;
                }
                draft.set(decisions.room(other), before);
            }
        }
        draft.set(decision, after);
    }

    private int currentTime(int session) {
        int slot = draft.value(decisions.slot(session));
        return slot == Decisions.NONE ? Decisions.NONE : timeOf[session][slot];
    }

    private void collect(int from, int to) {
        hereCount = 0;
        thereCount = 0;
        for (int session : sessions) {
            int time = currentTime(session);
            if (time == to) {
                there[thereCount++] = session;
            } else if (time == from && from != Decisions.NONE) {
                here[hereCount++] = session;
            }
        }
    }

    /** Fills the chain; returns its length, or 0 if it would be too long or leave a session without a time. */
    private int buildChain(int first) {
        int length = 0;
        chain[length++] = first;
        int from = currentTime(first);
        for (int i = 0; i < length; i++) {
            int session = chain[i];
            boolean isHere = currentTime(session) == from;
            int[] others = isHere ? there : here;
            int count = isHere ? thereCount : hereCount;
            for (int k = 0; k < count; k++) {
                if (isClash(session, others[k]) && !isInChain(others[k], length)) {
                    if (length == LONGEST_CHAIN || from == Decisions.NONE) {
                        return 0;
                    }
                    chain[length++] = others[k];
                }
            }
        }
        return length;
    }

    /** Whether two sessions clash by the rules, or because one person is to be in both. */
    private boolean isClash(int one, int other) {
        if (clashes.isClash(one, other)) {
            return true;
        }
        for (int seat : blueprint.seatsOf()[one]) {
            int holder = draft.value(decisions.seat(seat));
            for (int each : blueprint.seatsOf()[other]) {
                if (holder != Decisions.NONE && draft.value(decisions.seat(each)) == holder) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isInChain(int session, int length) {
        for (int i = 0; i < length; i++) {
            if (chain[i] == session) {
                return true;
            }
        }
        return false;
    }

    private boolean canExchange(int length, int from, int to) {
        for (int i = 0; i < length; i++) {
            int session = chain[i];
            int other = currentTime(session) == to ? from : to;
            if (slotAt[session][other] == Decisions.NONE || !decisions.isOpen(decisions.slot(session))) {
                return false;
            }
        }
        return true;
    }

    /** Gives the sessions of the chain that come to a time a room that nobody else has then, if there is one. */
    private void assignRooms(int length, int time) {
        stamp++;
        for (int i = 0; i < hereCount; i++) {
            markRoomOfStaying(here[i], length, time);
        }
        for (int i = 0; i < thereCount; i++) {
            markRoomOfStaying(there[i], length, time);
        }
        for (int i = 0; i < length; i++) {
            if (currentTime(chain[i]) == time) {
                assignRoom(chain[i]);
            }
        }
    }

    private void markRoomOfStaying(int session, int length, int time) {
        int room = draft.value(decisions.room(session));
        if (room != Decisions.NONE && currentTime(session) == time && !isInChain(session, length)) {
            roomTaken[room] = stamp;
        }
    }

    private void assignRoom(int session) {
        int decision = decisions.room(session);
        int room = draft.value(decision);
        int[] range = decisions.range(decision);
        if ((room == Decisions.NONE || roomTaken[room] == stamp) && decisions.isOpen(decision) && range.length > 0) {
            int offset = random.nextInt(range.length);
            for (int i = 0; i < range.length; i++) {
                int other = range[(offset + i) % range.length];
                if (roomTaken[other] != stamp) {
                    draft.set(decision, other);
                    room = other;
                    break;
                }
            }
        }
        if (room != Decisions.NONE) {
            roomTaken[room] = stamp;
        }
    }
}

package dk.grundskema.solver.moves;

import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Assigns rooms to the sessions of groups in a draft. */
final class GroupRoomFinder {
    private final WholeGroups wholes;
    private final Blueprint blueprint;
    private final Decisions decisions;
    private final DecisionOverlay draft;
    private final RandomGenerator random;
    private final boolean[] isTaken;

    GroupRoomFinder(WholeGroups wholes, Blueprint blueprint, DecisionOverlay draft, RandomGenerator random) {
        this.wholes = wholes;
        this.blueprint = blueprint;
        this.decisions = blueprint.decisions();
        this.draft = draft;
        this.random = random;
        this.isTaken = new boolean[blueprint.rooms().size()];
    }

    /**
     * Keeps the room of a scheduled session if it is free, else assigns a free one, preferably a room of the group's
     * other sessions; a random one if none is free.
     */
    void assignRoom(int session) {
        int slot = draft.value(decisions.slot(session));
        int decision = decisions.room(session);
        int[] range = decisions.range(decision);
        if (slot == Decisions.NONE || range.length == 0 || !decisions.isOpen(decision)) {
            return;
        }
        int time = wholes.overlaps.timeNumber(session, slot);
        markTakenRooms(session, time);
        int now = draft.value(decision);
        if (now != Decisions.NONE && isFree(now, time)) {
            return;
        }
        for (int other : wholes.groups.get(wholes.wholeOfSession[session]).sessions()) {
            int room = draft.value(decisions.room(other));
            if (other != session && room != Decisions.NONE && isFree(room, time) && draft.allows(decision, room)) {
                draft.set(decision, room);
                return;
            }
        }
        int offset = random.nextInt(range.length);
        draft.set(decision, range[offset]);
        for (int i = 0; i < range.length; i++) {
            int room = range[offset + i < range.length ? offset + i : offset + i - range.length];
            if (isFree(room, time)) {
                draft.set(decision, room);
                return;
            }
        }
    }

    private boolean isFree(int room, int time) {
        return !isTaken[room] && !TimeOverlapIndex.contains(wholes.rooms[room], time);
    }

    /** Marks the rooms that other sessions occupy at a time. */
    private void markTakenRooms(int session, int time) {
        Arrays.fill(isTaken, false);
        for (int other : wholes.wantingRooms[wholes.wholeOfSession[session]]) {
            int room = draft.value(decisions.room(other));
            if (other != session && room != Decisions.NONE && !isTaken[room] && !blueprint.isGuest(other)) {
                int slot = draft.value(decisions.slot(other));
                isTaken[room] = slot != Decisions.NONE
                        && TimeOverlapIndex.contains(wholes.overlaps.overlapsOf(other, slot), time);
            }
        }
    }
}

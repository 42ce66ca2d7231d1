package dk.grundskema.solver.moves;

import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Finds rooms for the sessions of groups whose times are on paper. */
final class GroupRooms {
    private final WholeGroups wholes;
    private final Blueprint blueprint;
    private final Decisions decisions;
    private final Draft draft;
    private final RandomGenerator random;
    private final boolean[] isTaken;

    GroupRooms(WholeGroups wholes, Blueprint blueprint, Draft draft, RandomGenerator random) {
        this.wholes = wholes;
        this.blueprint = blueprint;
        this.decisions = blueprint.decisions();
        this.draft = draft;
        this.random = random;
        this.isTaken = new boolean[blueprint.rooms().size()];
    }

    /**
     * A session that has a time keeps its room if that is free then, or gets one that is, best one in which its group is at another time; any, if none
     * is.
     */
    void find(int session) {
        int slot = draft.value(decisions.slot(session));
        int decision = decisions.room(session);
        int[] range = decisions.range(decision);
        if (slot == Decisions.NONE || range.length == 0 || !decisions.isOpen(decision)) {
            return;
        }
        int time = wholes.clashes.time(session, slot);
        look(session, time);
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
        return !isTaken[room] && !TimeClashes.has(wholes.rooms[room], time);
    }

    /** Which rooms other sessions take at a time. */
    private void look(int session, int time) {
        Arrays.fill(isTaken, false);
        for (int other : wholes.wantingRooms[wholes.wholeOfSession[session]]) {
            int room = draft.value(decisions.room(other));
            if (other != session && room != Decisions.NONE && !isTaken[room] && !blueprint.isGuest(other)) {
                int slot = draft.value(decisions.slot(other));
                isTaken[room] = slot != Decisions.NONE && TimeClashes.has(wholes.clashes.of(other, slot), time);
            }
        }
    }
}

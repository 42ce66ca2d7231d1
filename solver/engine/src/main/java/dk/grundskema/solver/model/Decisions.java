package dk.grundskema.solver.model;

import java.util.Arrays;
import java.util.BitSet;

/**
 * All decisions of a plan, numbered: first one slot a session (which of its times or hosts), then one room a session, then
 * one person a seat, then one group a membership. A value is an index (of the session's choice, of the room, of the staff
 * member, of the group), or {@link #NONE}. Decisions that are not open keep their start value for ever.
 */
public final class Decisions {
    /** The value of a decision that is not taken. */
    public static final int NONE = -1;

    /** What a decision decides. */
    public enum Kind {
        /** When, or into which host, a session is placed. */
        SLOT,
        /** In which room a session is held. */
        ROOM,
        /** Who fills a seat. */
        SEAT,
        /** Which group a student joins. */
        MEMBER
    }

    private final int sessions;
    private final int seats;
    private final int[][] ranges;
    private final int[] start;
    private final boolean[] open;

    /** Decisions of so many sessions, seats and memberships, none of them open yet. */
    public Decisions(int sessions, int seats, int memberships) {
        this.sessions = sessions;
        this.seats = seats;
        int count = 2 * sessions + seats + memberships;
        this.ranges = new int[count][];
        this.start = new int[count];
        this.open = new boolean[count];
        Arrays.fill(ranges, new int[0]);
        Arrays.fill(start, NONE);
    }

    /** The same decisions, of which those that are open and not among some are closed, without a value to take. */
    Decisions only(BitSet some) {
        var only = new Decisions(sessions, seats, ranges.length - 2 * sessions - seats);
        for (int decision = 0; decision < ranges.length; decision++) {
            boolean others = open[decision] && !some.get(decision);
            only.ranges[decision] = others ? new int[0] : ranges[decision];
            only.start[decision] = start[decision];
            only.open[decision] = open[decision] && !others;
        }
        return only;
    }

    /** Settles a decision while a blueprint is made. */
    public void fix(int decision, int value) {
        ranges[decision] = value == NONE ? new int[0] : new int[] {value};
        start[decision] = value;
        open[decision] = false;
    }

    /** Opens a decision while a blueprint is made; the range is in ascending order. */
    public void open(int decision, int[] range) {
        ranges[decision] = range;
        open[decision] = true;
    }

    /** How many decisions there are. */
    public int count() {
        return ranges.length;
    }

    /** The slot decision of a session. */
    public int slot(int session) {
        return session;
    }

    /** The room decision of a session. */
    public int room(int session) {
        return sessions + session;
    }

    /** The decision of a seat. */
    public int seat(int seat) {
        return 2 * sessions + seat;
    }

    /** The decision of a membership. */
    public int member(int membership) {
        return 2 * sessions + seats + membership;
    }

    /** What a decision decides. */
    public Kind kind(int decision) {
        if (decision < sessions) {
            return Kind.SLOT;
        }
        if (decision < 2 * sessions) {
            return Kind.ROOM;
        }
        return decision < 2 * sessions + seats ? Kind.SEAT : Kind.MEMBER;
    }

    /** Index of the session, seat or membership that a decision is about. */
    public int owner(int decision) {
        return switch (kind(decision)) {
            case SLOT -> decision;
            case ROOM -> decision - sessions;
            case SEAT -> decision - 2 * sessions;
            case MEMBER -> decision - 2 * sessions - seats;
        };
    }

    /** Whether a decision is the solver's to take. */
    public boolean isOpen(int decision) {
        return open[decision];
    }

    /** Values that a decision may take besides {@link #NONE}, in ascending order; not to be changed. */
    public int[] range(int decision) {
        return ranges[decision];
    }

    /** Whether a value is in the range of a decision; {@link #NONE} is in every range. */
    public boolean allows(int decision, int value) {
        if (value == NONE) {
            return true;
        }
        int[] range = ranges[decision];
        int last = range.length - 1;
        if (last < 0 || value < range[0] || value > range[last]) {
            return false;
        }
        return range[last] - range[0] == last || Arrays.binarySearch(range, value) >= 0;
    }

    /** The values that a search starts from: those of decisions that are not open, and none elsewhere. */
    public int[] startValues() {
        return start.clone();
    }
}

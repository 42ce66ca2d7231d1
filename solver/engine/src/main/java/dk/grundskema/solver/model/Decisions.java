package dk.grundskema.solver.model;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * The decisions of a plan in one number space: one slot per session (its time or host), then one room per session, one
 * person per seat, one group per membership. A value is an index (of the session's choice, the room, the staff member,
 * the group) or {@link #NONE}. A decision that is not open always keeps its start value. Ranges are fixed while the
 * blueprint is built, so searches share one instance and keep only an {@code int[]} of values each.
 */
public final class Decisions {
    /** The value of an undecided decision. */
    public static final int NONE = -1;

    /** The kinds of decision. */
    public enum Kind {
        /** The time or host of a session. */
        SLOT,
        /** The room of a session. */
        ROOM,
        /** The person who fills a seat. */
        SEAT,
        /** The group that a student joins. */
        MEMBER
    }

    private final int sessions;
    private final int seats;
    private final int[][] ranges;
    private final int[] start;
    private final boolean[] open;

    /** Creates decisions for the given numbers of sessions, seats and memberships; none of them is open yet. */
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

    /** Returns a copy in which open decisions outside the given set are closed and have an empty range. */
    Decisions restrictedTo(BitSet some) {
        var only = new Decisions(sessions, seats, ranges.length - 2 * sessions - seats);
        for (int decision = 0; decision < ranges.length; decision++) {
            boolean others = open[decision] && !some.get(decision);
            only.ranges[decision] = others ? new int[0] : ranges[decision];
            only.start[decision] = start[decision];
            only.open[decision] = open[decision] && !others;
        }
        return only;
    }

    /** Fixes a decision while a blueprint is built. */
    public void fix(int decision, int value) {
        ranges[decision] = value == NONE ? new int[0] : new int[] {value};
        start[decision] = value;
        open[decision] = false;
    }

    /** Opens a decision while a blueprint is built; the range is in ascending order. Without any value there is nothing to decide. */
    public void open(int decision, int[] range) {
        ranges[decision] = range;
        open[decision] = range.length > 0;
    }

    /** Returns the number of decisions. */
    public int count() {
        return ranges.length;
    }

    /** Returns the slot decision of a session. */
    public int slot(int session) {
        return session;
    }

    /** Returns the room decision of a session. */
    public int room(int session) {
        return sessions + session;
    }

    /** Returns the decision of a seat. */
    public int seat(int seat) {
        return 2 * sessions + seat;
    }

    /** Returns the decision of a membership. */
    public int member(int membership) {
        return 2 * sessions + seats + membership;
    }

    /** Returns the kind of a decision. */
    public Kind kind(int decision) {
        if (decision < sessions) {
            return Kind.SLOT;
        }
        if (decision < 2 * sessions) {
            return Kind.ROOM;
        }
        return decision < 2 * sessions + seats ? Kind.SEAT : Kind.MEMBER;
    }

    /** Returns the index of the session, seat or membership that a decision belongs to. */
    public int owner(int decision) {
        return switch (kind(decision)) {
            case SLOT -> decision;
            case ROOM -> decision - sessions;
            case SEAT -> decision - 2 * sessions;
            case MEMBER -> decision - 2 * sessions - seats;
        };
    }

    /** Whether the solver takes this decision. */
    public boolean isOpen(int decision) {
        return open[decision];
    }

    /** Returns how many values all open decisions may take together. */
    public long openChoices() {
        return IntStream.range(0, ranges.length)
                .filter(this::isOpen)
                .mapToLong(decision -> ranges[decision].length)
                .sum();
    }

    /**
     * Returns the values that a decision may take besides {@link #NONE}, in ascending order; do not modify the array.
     */
    public int[] range(int decision) {
        return ranges[decision];
    }

    /** Whether a value is in the range of a decision; always true for {@link #NONE}. */
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

    /**
     * Returns the values that a search starts from: fixed values, and {@link #NONE} for open decisions without a start
     * value.
     */
    public int[] startValues() {
        return start.clone();
    }
}

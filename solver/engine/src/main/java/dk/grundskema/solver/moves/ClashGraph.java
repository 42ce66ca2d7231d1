package dk.grundskema.solver.moves;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Which sessions cannot be held at the same time, by the rules of the problem: because of people, groups or a plugin's rule, not because of rooms.
 * Immutable once it is built.
 */
public final class ClashGraph {
    private final int[] sessions;
    private final int[] numberOf;
    private final BitSet[] clashes;

    /**
     * Creates a graph without clashes.
     *
     * @param sessions the sessions that are compared
     * @param count number of all sessions
     */
    public ClashGraph(int[] sessions, int count) {
        this.sessions = sessions.clone();
        this.numberOf = new int[count];
        Arrays.fill(numberOf, -1);
        this.clashes = new BitSet[sessions.length];
        for (int number = 0; number < sessions.length; number++) {
            numberOf[sessions[number]] = number;
            clashes[number] = new BitSet(sessions.length);
        }
    }

    /** Adds a clash of two of the compared sessions. */
    public void add(int one, int other) {
        clashes[numberOf[one]].set(numberOf[other]);
        clashes[numberOf[other]].set(numberOf[one]);
    }

    /** Returns a copy of the compared sessions. */
    public int[] sessions() {
        return sessions.clone();
    }

    /** Returns whether two of the compared sessions clash. */
    public boolean isClash(int one, int other) {
        return clashes[numberOf[one]].get(numberOf[other]);
    }

    /** Returns the number of compared sessions with which one of them clashes. */
    public int degree(int session) {
        return clashes[numberOf[session]].cardinality();
    }

    /** Returns the number of pairs that clash. */
    public int size() {
        int size = 0;
        for (BitSet row : clashes) {
            size += row.cardinality();
        }
        return size / 2;
    }
}

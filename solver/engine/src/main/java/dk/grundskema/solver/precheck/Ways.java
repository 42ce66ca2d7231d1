package dk.grundskema.solver.precheck;

import java.util.Arrays;

/**
 * Ways to spend a part of a day, as far as it matters how they go on.
 *
 * @param least   fewest minutes of work that each number of seats takes, from 0 seats on; empty if there is no way at all
 * @param longest most minutes of work; -1 if there is no way at all
 */
@SuppressWarnings("ArrayRecordComponent") // small, never shared, never compared
record Ways(long[] least, long longest) {
    private static final long IMPOSSIBLE = Long.MAX_VALUE;

    /** No way at all. */
    static Ways none() {
        return new Ways(new long[0], -1);
    }

    /** The one way of doing nothing. */
    static Ways ofNothing() {
        return new Ways(new long[] {0}, 0);
    }

    /** All ways of both. */
    Ways or(Ways other) {
        long[] both = Arrays.copyOf(least, Math.max(least.length, other.least.length));
        Arrays.fill(both, least.length, both.length, IMPOSSIBLE);
        for (int seats = 0; seats < other.least.length; seats++) {
            both[seats] = Math.min(both[seats], other.least[seats]);
        }
        return new Ways(both, Math.max(longest, other.longest));
    }

    /** Each of the ways with one more stint after it. */
    Ways with(Stint next) {
        if (least.length == 0) {
            return this;
        }
        long[] more = new long[least.length + 1];
        more[0] = IMPOSSIBLE;
        for (int seats = 0; seats < least.length; seats++) {
            more[seats + 1] = least[seats] == IMPOSSIBLE ? IMPOSSIBLE : least[seats] + next.least();
        }
        return new Ways(more, longest + next.most());
    }

    /** Most seats that can be filled in so many minutes. */
    int mostSeatsWithin(long minutes) {
        for (int seats = least.length - 1; seats > 0; seats--) {
            if (least[seats] != IMPOSSIBLE && least[seats] <= minutes) {
                return seats;
            }
        }
        return 0;
    }

    /** Most minutes of work; 0 if there is no way at all. */
    @Override
    public long longest() {
        return Math.max(0, longest);
    }
}

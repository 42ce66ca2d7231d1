package dk.grundskema.solver.precheck;

import java.util.Arrays;

/**
 * A set of schedules for a part of a day, reduced to the values that are needed to extend them.
 *
 * @param least minimum minutes of work for each number of seats, from 0 seats on; empty if the set is empty
 * @param longest maximum minutes of work; -1 if the set is empty
 */
@SuppressWarnings("ArrayRecordComponent") // small, never shared or compared
record PartialDaySchedules(long[] least, long longest) {
    private static final long IMPOSSIBLE = Long.MAX_VALUE;

    /** Returns the empty set of schedules. */
    static PartialDaySchedules noSchedule() {
        return new PartialDaySchedules(new long[0], -1);
    }

    /** Returns the set that contains only the empty schedule. */
    static PartialDaySchedules emptySchedule() {
        return new PartialDaySchedules(new long[] {0}, 0);
    }

    /** Returns the union of both sets. */
    PartialDaySchedules union(PartialDaySchedules other) {
        long[] both = Arrays.copyOf(least, Math.max(least.length, other.least.length));
        Arrays.fill(both, least.length, both.length, IMPOSSIBLE);
        for (int seats = 0; seats < other.least.length; seats++) {
            both[seats] = Math.min(both[seats], other.least[seats]);
        }
        return new PartialDaySchedules(both, Math.max(longest, other.longest));
    }

    /** Returns all schedules of the set, each extended by a stint. */
    PartialDaySchedules append(SeatInterval next) {
        if (least.length == 0) {
            return this;
        }
        long[] more = new long[least.length + 1];
        more[0] = IMPOSSIBLE;
        for (int seats = 0; seats < least.length; seats++) {
            more[seats + 1] = least[seats] == IMPOSSIBLE ? IMPOSSIBLE : least[seats] + next.least();
        }
        return new PartialDaySchedules(more, longest + next.most());
    }

    /** Returns the maximum number of seats that can be filled within the given minutes. */
    int mostSeatsWithin(long minutes) {
        for (int seats = least.length - 1; seats > 0; seats--) {
            if (least[seats] != IMPOSSIBLE && least[seats] <= minutes) {
                return seats;
            }
        }
        return 0;
    }

    /** Returns the maximum minutes of work; 0 if the set is empty. */
    @Override
    public long longest() {
        return Math.max(0, longest);
    }
}

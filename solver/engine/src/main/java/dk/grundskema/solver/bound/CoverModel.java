package dk.grundskema.solver.bound;

/**
 * Items that are each in exactly one chosen set, or left out. The arrays are not copied and must not be changed.
 *
 * @param leaveOutCosts for each item the cost of leaving it out, 0 or more
 * @param sets          possible sets: numbers of their items
 * @param costs         cost of each set, 0 or more
 */
@SuppressWarnings("ArrayRecordComponent") // hundreds of thousands of sets
public record CoverModel(long[] leaveOutCosts, int[][] sets, long[] costs) {}

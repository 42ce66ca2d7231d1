package dk.grundskema.solver.bound;

import java.util.Arrays;
import java.util.List;

/**
 * Items that are each in exactly one chosen set, or left out. What is left out, and sets that are vacant, cost from a budget that all parts share. The
 * arrays are not copied and must not be changed.
 *
 * @param parts  parts without common items, which share the budget only
 * @param budget maximum cost of items left out and of vacant sets, 0 or more
 */
public record CoverModel(List<Part> parts, long budget) {
    /** Copies the list. */
    public CoverModel {
        parts = List.copyOf(parts);
    }

    /**
     * Items and the sets that may be chosen.
     *
     * @param leaveOutCosts for each item what leaving it out costs from the budget, 0 or more
     * @param sets          possible sets: numbers of their items
     * @param costs         cost of each set, 0 or more
     * @param vacantCosts   cost of each set if it is vacant, 0 or more
     * @param vacancy       what a vacant set costs from the budget besides, 0 or more
     * @param mostSets      maximum number of chosen sets, 0 or more
     */
    @SuppressWarnings("ArrayRecordComponent") // hundreds of thousands of sets
    public record Part(
            long[] leaveOutCosts, int[][] sets, long[] costs, long[] vacantCosts, long vacancy, int mostSets) {
        /** Returns the largest cost of a set; 0 without sets. */
        long dearestSet() {
            return Math.max(
                    Arrays.stream(costs).max().orElse(0),
                    Arrays.stream(vacantCosts).max().orElse(0));
        }
    }

    /**
     * Prices of items of all parts, of a set and of a point of the budget: a solution of the dual problem. They are valid if of no set the items cost
     * more than the set with the price of its part's sets, and of no vacant set more than that with its vacancy at the budget's price, and if no item
     * costs more than leaving it out does at the budget's price.
     *
     * @param items  prices by part and item, which may be negative
     * @param sets   price of a chosen set by part, 0 or more
     * @param budget price of a point of the budget, 0 or more
     */
    @SuppressWarnings("ArrayRecordComponent") // prices of thousands of items
    public record Prices(double[][] items, double[] sets, double budget) {}
}

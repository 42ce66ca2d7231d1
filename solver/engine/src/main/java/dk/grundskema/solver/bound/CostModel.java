package dk.grundskema.solver.bound;

import java.util.List;

/**
 * A relaxed plan: yes/no choices, what restricts them, and what they cost. Every plan with a hard cost of 0 and a medium cost of at most
 * {@code mediumLimit} satisfies it, and its soft cost is at least that of the model. A literal is the number of a choice, from 1, or negative for its
 * negation. The arrays are not copied and must not be changed.
 *
 * @param choices     number of choices
 * @param limits      limits of how many literals are true
 * @param clauses     sets of literals of which at least one is true
 * @param charges     costs of combinations
 * @param totals      costs of totals
 * @param cuts        lower bounds that are already proved
 * @param mediumLimit limit of the sum of all medium costs, 0 or more
 */
public record CostModel(
        int choices,
        List<Limit> limits,
        List<int[]> clauses,
        List<Charge> charges,
        List<Total> totals,
        List<Cut> cuts,
        long mediumLimit) {
    /** Copies the lists. */
    public CostModel {
        limits = List.copyOf(limits);
        clauses = List.copyOf(clauses);
        charges = List.copyOf(charges);
        totals = List.copyOf(totals);
        cuts = List.copyOf(cuts);
    }

    /** How a cost counts. */
    public enum CostKind {
        /** Must be 0. */
        HARD,
        /** The sum must not exceed the medium limit. */
        MEDIUM,
        /** The sum is bounded. */
        SOFT
    }

    /**
     * From {@code least} to {@code most} of the literals are true.
     *
     * @param literals different literals
     * @param least    minimum, 0 or more
     * @param most     maximum, {@code least} or more
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by identity only
    public record Limit(int[] literals, int least, int most) {}

    /**
     * A cost while all literals are true.
     *
     * @param rule     number of the rule
     * @param kind     how it counts
     * @param cost     weighted cost, 1 or more
     * @param literals the literals, at least one
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by identity only
    public record Charge(int rule, CostKind kind, long cost, int[] literals) {}

    /**
     * A cost that depends on a total: {@code base} plus the amounts of the literals that are true.
     *
     * @param rule     number of the rule
     * @param kind     how it counts
     * @param base     total if no literal is true
     * @param literals the literals
     * @param amounts  amount of each literal
     * @param points   all totals that may occur, ascending
     * @param costs    weighted cost at each point, 0 or more
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by identity only
    public record Total(
            int rule, CostKind kind, long base, int[] literals, long[] amounts, long[] points, long[] costs) {
        /** Whether a larger total never costs less. */
        public boolean isGrowing() {
            for (int i = 1; i < costs.length; i++) {
                if (costs[i] < costs[i - 1]) {
                    return false;
                }
            }
            return true;
        }

        boolean hasNegativeAmount() {
            for (long amount : amounts) {
                if (amount < 0) {
                    return true;
                }
            }
            return false;
        }
    }

    /**
     * The costs of some totals of the model are at least a number together.
     *
     * @param totals the totals
     * @param least  lower bound of their sum
     */
    public record Cut(List<Total> totals, long least) {
        /** Copies the list. */
        public Cut {
            totals = List.copyOf(totals);
        }
    }
}

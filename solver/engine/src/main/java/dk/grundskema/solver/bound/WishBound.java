package dk.grundskema.solver.bound;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the wishes of a plan cost, and what they cost at least in every plan of the same problem, with the same locks, that keeps all hard rules and
 * is not worse in medium rules.
 *
 * @param cost       weighted cost of the plan's wishes, 0 or more
 * @param lowerBound proved lower bound of that cost in any such plan, from 0 to {@code cost}
 * @param byRule     proved lower bounds of single rules by id, weighted, each more than 0; rules that conflict may cost more together than the sum
 */
public record WishBound(long cost, long lowerBound, Map<String, Long> byRule) {
    /** @throws IllegalArgumentException if the bound is not between 0 and the cost */
    public WishBound {
        if (lowerBound < 0 || lowerBound > cost) {
            throw new IllegalArgumentException(
                    "The lower bound (%d) is not between 0 and the cost (%d).".formatted(lowerBound, cost));
        }
        byRule = Map.copyOf(byRule);
    }

    /**
     * Returns the share of the cost by which a better plan may cost less, from 0 to 1: 0 means that no plan costs less. {@code null} means that it is
     * not known, because wishes cost something and no bound above 0 was proved.
     */
    public @Nullable Double gap() {
        if (cost == 0) {
            return 0.0;
        }
        return lowerBound == 0 ? null : (double) (cost - lowerBound) / cost;
    }

    /** Returns whether no plan costs less. */
    public boolean isOptimal() {
        return cost == lowerBound;
    }
}

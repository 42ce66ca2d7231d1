package dk.grundskema.domain.fidelity;

import java.util.List;

/**
 * One place where a requirement falls short. The text of the place has the key {@code <code of the ask>.at}, with {@code where} as placeholders
 * from 0 on; without such a text the elements of {@code where} are listed one after the other.
 *
 * @param where   ids, dates, weeks, numbers, from coarse to fine; at least one
 * @param shortBy missing amount in the unit of the ask, at least 1
 * @param why     the reason
 * @param isAccepted whether the planner accepted it
 */
public record Shortfall(List<Object> where, long shortBy, Reason why, boolean isAccepted) {
    /** @throws IllegalArgumentException if {@code where} is empty, or {@code shortBy} is less than 1 */
    public Shortfall {
        where = List.copyOf(where);
        if (where.isEmpty() || shortBy < 1) {
            throw new IllegalArgumentException(
                    "A place (%s) is short by (%d).\nMaybe list only what falls short, and where?"
                            .formatted(where, shortBy));
        }
    }

    /** Creates a shortfall that nobody accepted, as the main constructor does. */
    public Shortfall(List<Object> where, long shortBy, Reason why) {
        this(where, shortBy, why, false);
    }

    /** Returns the same as one that the planner accepted. */
    Shortfall accepted() {
        return new Shortfall(where, shortBy, why, true);
    }

    /** Returns a shortfall of 1. */
    public static Shortfall at(Reason why, Object... where) {
        return new Shortfall(List.of(where), 1, why);
    }
}

package dk.grundskema.domain.fidelity;

import java.util.List;

/**
 * One place where a requirement falls short. The text of the place has the key {@code <code of the ask>.at}, with {@code where} as placeholders
 * from 0 on; without such a text the elements of {@code where} are listed one after the other.
 *
 * @param where   ids, dates, weeks, numbers, from coarse to fine; at least one
 * @param shortBy missing amount in the unit of the ask, at least 1
 * @param why     the reason
 */
public record Shortfall(List<Object> where, long shortBy, Reason why) {
    /** @throws IllegalArgumentException if {@code where} is empty, or {@code shortBy} is less than 1 */
    public Shortfall {
        where = List.copyOf(where);
        if (where.isEmpty() || shortBy < 1) {
            throw new IllegalArgumentException(
                    "A place (%s) is short by (%d).\nMaybe list only what falls short, and where?"
                            .formatted(where, shortBy));
        }
    }

    /** Returns a shortfall of 1. */
    public static Shortfall at(Reason why, Object... where) {
        return new Shortfall(List.of(where), 1, why);
    }
}

package dk.grundskema.domain.fidelity;

import java.util.List;

/**
 * One place where something that is asked falls short. Its text has the key {@code <code of the ask>.at}, with {@code where} as
 * placeholders from 0 on; without such a text they are listed one after the other.
 *
 * @param where   ids, dates, weeks, numbers, from the coarse to the fine; at least one
 * @param shortBy by how much, in the unit of the ask, at least 1
 * @param why     why
 */
public record Place(List<Object> where, long shortBy, Reason why) {
    /** @throws IllegalArgumentException if it is nowhere, or falls short by less than 1 */
    public Place {
        where = List.copyOf(where);
        if (where.isEmpty() || shortBy < 1) {
            throw new IllegalArgumentException(
                    "A place (%s) is short by (%d).\nMaybe list only what falls short, and where?"
                            .formatted(where, shortBy));
        }
    }

    /** A place that is short by 1. */
    public static Place at(Reason why, Object... where) {
        return new Place(List.of(where), 1, why);
    }
}

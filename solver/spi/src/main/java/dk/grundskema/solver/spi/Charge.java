package dk.grundskema.solver.spi;

import org.jspecify.annotations.Nullable;

/** Takes what a rule charges for what it sees. Calls with an amount of 0 are ignored. */
public interface Charge {
    /**
     * Charges an amount.
     *
     * @param amount 0 or more, in the rule's unit
     * @param who    first argument of the rule's {@code broken} text, placeholder 1
     * @param what   second argument, or {@code null}
     * @param where  third argument, or {@code null}
     */
    void add(long amount, @Nullable Object who, @Nullable Object what, @Nullable Object where);

    /** Charges an amount; the text mentions nothing but the amount. */
    default void add(long amount) {
        add(amount, null, null, null);
    }

    /** Charges an amount; the text mentions one thing. */
    default void add(long amount, Object who) {
        add(amount, who, null, null);
    }

    /** Charges an amount; the text mentions two things. */
    default void add(long amount, Object who, Object what) {
        add(amount, who, what, null);
    }
}

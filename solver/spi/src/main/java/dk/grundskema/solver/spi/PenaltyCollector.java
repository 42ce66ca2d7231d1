package dk.grundskema.solver.spi;

import org.jspecify.annotations.Nullable;

/** Receives what a rule charges. Calls with an amount of 0 are ignored. */
public interface PenaltyCollector {
    /**
     * Charges an amount.
     *
     * @param amount 0 or more, in the rule's unit
     * @param who    first argument of the rule's {@code broken} text, placeholder 1
     * @param what   second argument, or {@code null}
     * @param where  third argument, or {@code null}; the elements of a list are the third and further arguments
     */
    void add(long amount, @Nullable Object who, @Nullable Object what, @Nullable Object where);

    /**
     * Whether the arguments of the text are used. A search only adds up amounts: a rule whose arguments take time to make may then charge the
     * amount alone.
     */
    default boolean needsArguments() {
        return true;
    }

    /** Charges an amount; the text has no argument but the amount. */
    default void add(long amount) {
        add(amount, null, null, null);
    }

    /** Charges an amount; the text has one argument. */
    default void add(long amount, Object who) {
        add(amount, who, null, null);
    }

    /** Charges an amount; the text has two arguments. */
    default void add(long amount, Object who, Object what) {
        add(amount, who, what, null);
    }
}

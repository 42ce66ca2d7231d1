package dk.grundskema.solver.spi;

/** Receives the amounts that one decision adds under keys, see {@link SumRule}. */
@FunctionalInterface
public interface AmountCollector {
    /**
     * Adds an amount to the total of a key.
     *
     * @param key    a value with {@code equals} and {@code hashCode}, preferably a small record of ids. Its components in order are the arguments
     *     of the rule's {@code broken} text from placeholder 1 on; none of them is {@code null}. A single id or week is one argument
     * @param amount a number of at most 31 bits, may be negative; 0 adds nothing
     */
    void add(Object key, long amount);
}

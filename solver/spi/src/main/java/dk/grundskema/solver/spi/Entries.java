package dk.grundskema.solver.spi;

/** Takes the amounts that one decision adds under keys, see {@link SumRule}. */
@FunctionalInterface
public interface Entries {
    /**
     * Adds an amount to the total of a key.
     *
     * @param key    a value with {@code equals} and {@code hashCode}, best a small record of ids; its components, in
     *     order, are the arguments of the rule's {@code broken} text from placeholder 1 on, none of them {@code null};
     *     an id or a week alone is one argument
     * @param amount any number of at most 31 bits, also negative; 0 adds nothing
     */
    void add(Object key, long amount);
}

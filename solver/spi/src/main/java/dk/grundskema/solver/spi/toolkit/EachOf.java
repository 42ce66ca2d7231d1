package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.fidelity.Origin;
import dk.grundskema.domain.fidelity.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Asks several things of each of the same, such as of each group. Why one falls short has the code {@code <plugin>.why.<name>}, with what is given as
 * placeholder 0, unless there is another reason.
 *
 * @param <T> of what it is asked
 */
public final class EachOf<T> {
    private final Asks asks;
    private final String unit;
    private final List<T> items;
    private final Function<T, Object> where;
    private final @Nullable Function<T, Reason> why;

    EachOf(Asks asks, String unit, List<T> items, Function<T, Object> where, @Nullable Function<T, Reason> why) {
        this.asks = asks;
        this.unit = unit;
        this.items = items;
        this.where = where;
        this.why = why;
    }

    /** The same with a reason of its own for what is asked from here on. */
    public EachOf<T> because(Function<T, Reason> reason) {
        return new EachOf<>(asks, unit, items, where, reason);
    }

    /** That each is fine; {@code arguments} is what the sentence mentions. */
    public EachOf<T> all(String name, Origin origin, Predicate<T> fine, Object... arguments) {
        return least(name, origin, unit, 1, item -> fine.test(item) ? 1 : 0, arguments);
    }

    /**
     * That each has so much of something.
     *
     * @param of        what is counted
     * @param asked     how much is asked of each, 0 or more
     * @param given     how much of it each has
     * @param arguments what the sentence mentions
     */
    public EachOf<T> least(
            String name, Origin origin, String of, long asked, ToLongFunction<T> given, Object... arguments) {
        var tally = asks.tally(name, origin, of);
        for (T item : items) {
            long has = given.applyAsLong(item);
            tally.at(asked, has, why == null ? asks.why(name, has) : why.apply(item), where.apply(item));
        }
        tally.done(arguments);
        return this;
    }

    /** Likewise so much as a document names; the sentence mentions it, and then the arguments. */
    public EachOf<T> least(
            String name, Origin origin, String of, Figure asked, ToLongFunction<T> given, Object... arguments) {
        var mentioned = new ArrayList<Object>();
        mentioned.add(asked.words());
        mentioned.addAll(List.of(arguments));
        return least(name, origin, of, asked.lowest(), given, mentioned.toArray());
    }
}

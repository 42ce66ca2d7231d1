package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.fidelity.AskOrigin;
import dk.grundskema.domain.fidelity.Reason;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Adds several asks of the same items, such as of each group. The reason of a shortfall has the code {@code <plugin>.why.<name>}, with the amount
 * given as placeholder 0, unless another reason is set.
 *
 * @param <T> type of the items
 */
public final class ItemAskBuilder<T> {
    private final FidelityReportBuilder asks;
    private final String unit;
    private final List<T> items;
    private final Function<T, Object> where;
    private final @Nullable Function<T, Reason> why;

    ItemAskBuilder(
            FidelityReportBuilder asks,
            String unit,
            List<T> items,
            Function<T, Object> where,
            @Nullable Function<T, Reason> why) {
        this.asks = asks;
        this.unit = unit;
        this.items = items;
        this.where = where;
        this.why = why;
    }

    /** Returns the same with another reason for the asks that follow. */
    public ItemAskBuilder<T> withReason(Function<T, Reason> reason) {
        return new ItemAskBuilder<>(asks, unit, items, where, reason);
    }

    /** Asks that each item meets a condition; {@code arguments} are the arguments of the sentence. */
    public ItemAskBuilder<T> askThatAll(String name, AskOrigin origin, Predicate<T> fine, Object... arguments) {
        return askAtLeast(name, origin, unit, 1, item -> fine.test(item) ? 1 : 0, arguments);
    }

    /**
     * Asks for an amount of each item.
     *
     * @param of        unit
     * @param asked     required amount per item, 0 or more
     * @param given     returns the amount that an item has
     * @param arguments arguments of the sentence
     */
    public ItemAskBuilder<T> askAtLeast(
            String name, AskOrigin origin, String of, long asked, ToLongFunction<T> given, Object... arguments) {
        var tally = asks.tally(name, origin, of);
        for (T item : items) {
            long has = given.applyAsLong(item);
            tally.addPlace(asked, has, why == null ? asks.reason(name, has) : why.apply(item), where.apply(item));
        }
        tally.finish(arguments);
        return this;
    }
}

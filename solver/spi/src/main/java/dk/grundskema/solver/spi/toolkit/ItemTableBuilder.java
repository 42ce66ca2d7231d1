package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.fidelity.Phrase;
import dk.grundskema.domain.finding.Id;
import dk.grundskema.domain.timetable.Meeting;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * Builds a breakdown column by column; started by {@link FidelityReportBuilder#itemTable}.
 *
 * @param <T> item of a line
 */
public final class ItemTableBuilder<T> {
    private final FidelityReportBuilder asks;
    private final String name;
    private final List<T> items;
    private final Function<T, Id> about;
    private final Predicate<T> fine;
    private final List<String> names = new ArrayList<>();
    private final Set<String> numbers = new HashSet<>();
    private final List<Function<T, Phrase>> columns = new ArrayList<>();
    private Function<T, List<SessionId>> sessions = item -> List.of();

    ItemTableBuilder(FidelityReportBuilder asks, String name, List<T> items, Function<T, Id> about, Predicate<T> fine) {
        this.asks = asks;
        this.name = name;
        this.items = items;
        this.about = about;
        this.fine = fine;
    }

    /** Adds a column of texts. */
    public ItemTableBuilder<T> column(String column, Function<T, Phrase> cell) {
        names.add(column);
        columns.add(cell);
        return this;
    }

    /** Adds a column of right-aligned numbers; the text {@code <plugin>.number} must be <code>{0}</code>. */
    public ItemTableBuilder<T> numberColumn(String column, ToLongFunction<T> cell) {
        numbers.add(column);
        return column(column, item -> asks.phrase("number", cell.applyAsLong(item)));
    }

    /** Sets the meetings that belong to each line in addition to those of its group or person; by default none. */
    public ItemTableBuilder<T> meetings(Function<T, List<Meeting>> some) {
        sessions = item -> some.apply(item).stream().map(Meeting::sessionId).toList();
        return this;
    }

    /** Adds the breakdown to the report, unless there are no items. */
    public void finish() {
        var table = asks.table(name, numbers, names.toArray(String[]::new));
        for (T item : items) {
            var cells = columns.stream().map(cell -> cell.apply(item)).toArray(Phrase[]::new);
            table.addLine(about.apply(item), fine.test(item), sessions.apply(item), cells);
        }
        table.finish();
    }
}

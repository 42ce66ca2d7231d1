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
 * Tells something line by line, put together column by column; begun by {@link Asks#tableOf}.
 *
 * @param <T> what a line is about
 */
public final class TableOf<T> {
    private final Asks asks;
    private final String name;
    private final List<T> items;
    private final Function<T, Id> about;
    private final Predicate<T> fine;
    private final List<String> names = new ArrayList<>();
    private final Set<String> numbers = new HashSet<>();
    private final List<Function<T, Phrase>> columns = new ArrayList<>();
    private Function<T, List<SessionId>> sessions = item -> List.of();

    TableOf(Asks asks, String name, List<T> items, Function<T, Id> about, Predicate<T> fine) {
        this.asks = asks;
        this.name = name;
        this.items = items;
        this.about = about;
        this.fine = fine;
    }

    /** A column of words. */
    public TableOf<T> column(String column, Function<T, Phrase> cell) {
        names.add(column);
        columns.add(cell);
        return this;
    }

    /** A column of numbers, put to the right; each is the text {@code <plugin>.number} that has to be <code>{0}</code>. */
    public TableOf<T> number(String column, ToLongFunction<T> cell) {
        numbers.add(column);
        return column(column, item -> asks.words("number", cell.applyAsLong(item)));
    }

    /** Meetings that belong to each line beside those that its group or person is in; unless said, none. */
    public TableOf<T> meetings(Function<T, List<Meeting>> some) {
        sessions = item -> some.apply(item).stream().map(Meeting::sessionId).toList();
        return this;
    }

    /** Ends it; without a line nothing is told. */
    public void done() {
        var table = asks.table(name, numbers, names.toArray(String[]::new));
        for (T item : items) {
            var cells = columns.stream().map(cell -> cell.apply(item)).toArray(Phrase[]::new);
            table.line(about.apply(item), fine.test(item), sessions.apply(item), cells);
        }
        table.done();
    }
}

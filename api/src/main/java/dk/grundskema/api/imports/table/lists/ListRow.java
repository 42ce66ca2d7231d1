package dk.grundskema.api.imports.table.lists;

import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.source.Place;
import dk.grundskema.api.imports.source.Said;
import dk.grundskema.api.imports.source.Years;
import dk.grundskema.api.imports.table.file.Table;
import dk.grundskema.api.imports.table.words.ClockTimes;
import dk.grundskema.api.imports.table.words.ClockTimes.Span;
import dk.grundskema.api.imports.table.words.Dates;
import dk.grundskema.api.imports.table.words.Quantities;
import dk.grundskema.api.imports.table.words.Several;
import dk.grundskema.api.imports.table.words.Weekdays;
import dk.grundskema.api.imports.table.words.Whens;
import dk.grundskema.domain.time.Period;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A row of a list: its cells by the keys of their columns, as what they are meant to be. A cell that isn't that is said once and counts as empty;
 * {@link #isSound} tells.
 */
final class ListRow {
    private final Table table;
    private final int row;
    private final Columns columns;
    private final Collected out;
    private final Years years;
    private boolean isSound = true;

    ListRow(Table table, int row, Columns columns, Collected out, Years years) {
        this.table = table;
        this.row = row;
        this.columns = columns;
        this.out = out;
        this.years = years;
    }

    /** The list. */
    AskedList list() {
        return columns.list();
    }

    /** Whether nothing in it was refused so far. */
    boolean isSound() {
        return isSound;
    }

    /** Where the row begins: its first filled cell. */
    Place place() {
        int column = 0;
        while (table.text(row, column).isEmpty()
                && column < table.rows().get(row).size()) {
            column++;
        }
        return table.place(row, column);
    }

    /** Where the cell of a column is; the row's beginning if there is no such column. */
    Place place(String key) {
        return columns.has(key) ? table.place(row, columns.of(key)) : place();
    }

    /** Says an error of the row. */
    void refuse(Place place, String code, Object... arguments) {
        isSound = false;
        out.say(FileFinding.error(place, code, arguments));
    }

    /** Says that one of some columns must be filled. */
    void missing(String... keys) {
        String first = List.of(keys).stream().filter(columns::has).findFirst().orElse(keys[0]);
        refuse(place(first), "import.row.missing", columns.heading(first));
    }

    /** Whether a cell is filled. */
    boolean has(String key) {
        return columns.has(key) && !text(key).isEmpty();
    }

    /** The text of a cell; empty if it is, or if there is no such column. */
    String text(String key) {
        return table.text(row, columns.of(key));
    }

    /** The text of a cell with its place. */
    @Nullable
    Said said(String key) {
        return table.said(row, columns.of(key)).orElse(null);
    }

    /** Several names in a cell, between them commas, slashes and the like. */
    List<Said> names(String key) {
        return saids(key, Several.names(text(key)));
    }

    /** Several words in a cell, which may themselves hold a slash. */
    List<Said> items(String key) {
        return saids(key, Several.items(text(key)));
    }

    private List<Said> saids(String key, List<String> words) {
        return words.stream().map(word -> new Said(word, place(key))).toList();
    }

    /** Days of the week in a cell; empty if it is. */
    SortedSet<DayOfWeek> weekdays(String key) {
        var days = new TreeSet<DayOfWeek>();
        for (String name : Several.names(text(key))) {
            var day = Weekdays.parse(name);
            if (day.isPresent()) {
                days.add(day.get());
            } else {
                unknownWeekday(key, name);
            }
        }
        return days;
    }

    private void unknownWeekday(String key, String name) {
        var meant = Weekdays.meant(name);
        if (meant.isPresent()) {
            refuse(place(key), "import.weekday.meant", name, meant.get());
        } else {
            refuse(place(key), "import.weekday.unknown", name);
        }
    }

    /** From when until when, out of one column for both or one for each; nothing if they are empty or no times. */
    Optional<Span> span(String start, String end, String both) {
        if (!has(start) && !has(end)) {
            return has(both) ? ordered(both, value(both, ClockTimes::span, "import.time.no-span")) : Optional.empty();
        }
        if (!has(end)) {
            // "8.00-8.45" is often written under "time" or "start"
            var inOne = ClockTimes.span(text(start));
            if (inOne.isPresent()) {
                return ordered(start, inOne);
            }
        }
        var from = value(start, ClockTimes::time, "import.time.unknown");
        var until = value(end, ClockTimes::time, "import.time.unknown");
        if (!has(start) || !has(end)) {
            missing(has(start) ? end : start);
        }
        return from.isPresent() && until.isPresent()
                ? ordered(end, Optional.of(new Span(from.get(), until.get())))
                : Optional.empty();
    }

    private Optional<Span> ordered(String key, Optional<Span> span) {
        if (span.isPresent() && !span.get().start().isBefore(span.get().end())) {
            refuse(
                    place(key),
                    "import.time.order",
                    span.get().start(),
                    span.get().end());
            return Optional.empty();
        }
        return span;
    }

    /** A date. */
    Optional<LocalDate> date(String key) {
        var other = Dates.ofOtherWeekday(text(key), years);
        if (other.isPresent()) {
            ofOtherWeekday(key, text(key), other.get());
            return Optional.empty();
        }
        return value(key, text -> Dates.date(text, years), "import.date.unknown");
    }

    /** A whole number from a smallest one on. */
    @Nullable
    Integer whole(String key, int least) {
        return value(
                        key,
                        text -> Quantities.whole(text).stream()
                                .boxed()
                                .findFirst()
                                .filter(n -> n >= least),
                        "import.whole.unknown")
                .orElse(null);
    }

    /** A number. */
    @Nullable
    Double number(String key) {
        return value(key, text -> Quantities.number(text).stream().boxed().findFirst(), "import.number.unknown")
                .orElse(null);
    }

    /** Yes; a cell that is empty means no. */
    boolean isYes(String key) {
        return value(key, Quantities::yesNo, "import.yes-no.unknown").orElse(false);
    }

    /** One of the column's choices. */
    Optional<String> choice(String key) {
        return value(key, text -> list().choiceOf(key, text), "import.choice.unknown");
    }

    /** Times at which somebody can't. */
    List<Period> whens(String key) {
        var periods = new ArrayList<Period>();
        for (String text : Whens.items(text(key))) {
            Whens.parse(text, years)
                    .ifPresentOrElse(
                            periods::add,
                            () -> Whens.ofOtherWeekday(text, years)
                                    .ifPresentOrElse(
                                            date -> ofOtherWeekday(key, text, date),
                                            () -> refuse(place(key), "import.when.unknown", text)));
        }
        return periods;
    }

    private void ofOtherWeekday(String key, String text, LocalDate date) {
        refuse(place(key), "import.date.weekday", text, date);
    }

    /** A cell as something; nothing if it is empty, or if it isn't that, which is then said. */
    <T> Optional<T> value(String key, Function<String, Optional<T>> parse, String code) {
        if (!has(key)) {
            return Optional.empty();
        }
        var parsed = parse.apply(text(key));
        if (parsed.isEmpty()) {
            refuse(place(key), code, text(key));
        }
        return parsed;
    }
}

package dk.grundskema.api.imports.table.lists;

import dk.grundskema.api.documents.cell.CellCodec;
import dk.grundskema.api.documents.cell.CellReading;
import dk.grundskema.api.documents.cell.TimeOfDayCellParser.Span;
import dk.grundskema.api.documents.cell.WeekdayParser;
import dk.grundskema.api.documents.cell.WordSplitter;
import dk.grundskema.api.documents.cell.YearlessDateResolver;
import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.source.SourceLocation;
import dk.grundskema.api.imports.source.SourceText;
import dk.grundskema.api.imports.table.file.CellName.Cell;
import dk.grundskema.api.imports.table.file.Table;
import dk.grundskema.api.imports.table.parse.WeekdaysParser;
import dk.grundskema.api.imports.table.parse.WorkloadParser;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.StudentName;
import dk.grundskema.domain.time.Period;
import java.math.BigDecimal;
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
 * A row of a list with typed access to its cells by column key. An invalid cell is reported once, counts as empty and makes {@link
 * #isSound} false.
 */
final class ListRow {
    private final Table table;
    private final int row;
    private final Cell weekday;
    private final ListColumnMatcher columns;
    private final TableSourceBuilder out;
    private final CellCodec cells;
    private boolean isSound = true;
    private @Nullable StudentName student;

    /** @param weekday cell that states the weekday of the row; usually one of the row itself */
    ListRow(
            Table table,
            int row,
            Cell weekday,
            ListColumnMatcher columns,
            TableSourceBuilder out,
            YearlessDateResolver years) {
        this.table = table;
        this.row = row;
        this.weekday = weekday;
        this.columns = columns;
        this.out = out;
        this.cells = CellCodec.withYears(years);
    }

    /** Returns the list. */
    ListDefinition list() {
        return columns.list();
    }

    /** Whether no cell has been refused so far. */
    boolean isSound() {
        return isSound;
    }

    /** Returns the place of the row's first filled cell. */
    SourceLocation place() {
        int column = 0;
        while (table.text(row, column).isEmpty()
                && column < table.rows().get(row).size()) {
            column++;
        }
        return table.place(row, column);
    }

    /** Returns the place of a column's cell; the row's place if there is no such column. */
    SourceLocation place(String key) {
        return columns.has(key) ? table.place(row, columns.indexOf(key)) : place();
    }

    /** Names the student that the row is about in its errors from now on. */
    void setStudent(SourceText name) {
        student = new StudentName(name.text());
    }

    private void report(FileFinding error) {
        isSound = false;
        out.addFinding(student == null ? error : error.about(student));
    }

    /** Reports an error of the row. */
    void refuse(SourceLocation place, String code, Object... arguments) {
        report(FileFinding.error(place, code, arguments));
    }

    /** Reports that one of some columns must be filled. */
    void refuseMissing(String... keys) {
        String first = List.of(keys).stream().filter(columns::has).findFirst().orElse(keys[0]);
        refuse(place(first), "import.row.missing", columns.heading(first));
    }

    /** Whether a cell is filled. */
    boolean has(String key) {
        return !text(key).isEmpty();
    }

    /** Returns the text of a cell; empty if it is empty or there is no such column. */
    String text(String key) {
        return key.equals("weekday")
                ? table.text(weekday.row(), weekday.column())
                : table.text(row, columns.indexOf(key));
    }

    /** Returns the text of a cell with its place; {@code null} if it is empty. */
    @Nullable
    SourceText sourceText(String key) {
        return table.sourceText(row, columns.indexOf(key)).orElse(null);
    }

    /** Returns the names in a cell, separated by commas, slashes and the like. */
    List<SourceText> names(String key) {
        return sourceTexts(key, WordSplitter.splitNames(text(key)));
    }

    /** Returns the items in a cell, which may contain slashes. */
    List<SourceText> items(String key) {
        return sourceTexts(key, WordSplitter.splitItems(text(key)));
    }

    private List<SourceText> sourceTexts(String key, List<String> words) {
        return words.stream().map(word -> new SourceText(word, place(key))).toList();
    }

    /** Returns the weekdays in a cell; empty if it is empty. */
    SortedSet<DayOfWeek> weekdays(String key) {
        var days = new TreeSet<DayOfWeek>();
        for (String name : WordSplitter.splitNames(text(key))) {
            var day = WeekdayParser.parse(name);
            day.ifPresent(days::add);
            var several = day.isPresent() ? days : WeekdaysParser.parse(name);
            days.addAll(several);
            if (several.isEmpty()) {
                refuseUnknownWeekday(key, name);
            }
        }
        return days;
    }

    private void refuseUnknownWeekday(String key, String name) {
        report(ListTable.unknownWeekday(place(key), name));
    }

    /** Returns the time range from one column for both times or one for each; empty if they are empty or invalid. */
    Optional<Span> span(String start, String end, String both) {
        if (!has(start) && !has(end)) {
            return has(both) ? requireOrdered(both, readCell(both, CellCodec::readSpan)) : Optional.empty();
        }
        if (!has(end)) {
            // "8.00-8.45" is often written under "time" or "start"
            var inOne = CellCodec.readSpan(text(start)).asOptional();
            if (inOne.isPresent()) {
                return requireOrdered(start, inOne);
            }
        }
        var from = readCell(start, CellCodec::readTime);
        var until = readCell(end, CellCodec::readTime);
        if (!has(start) || !has(end)) {
            refuseMissing(has(start) ? end : start);
        }
        return from.isPresent() && until.isPresent()
                ? requireOrdered(end, Optional.of(new Span(from.get(), until.get())))
                : Optional.empty();
    }

    private Optional<Span> requireOrdered(String key, Optional<Span> span) {
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

    /** Returns the date in a cell; empty if it is empty or invalid. */
    Optional<LocalDate> date(String key) {
        return readCell(key, cells::readDate);
    }

    /** Returns the whole number in a cell; {@code null} if it is empty, invalid or below the minimum. */
    @Nullable
    Integer wholeNumber(String key, int least) {
        return readCell(key, text -> CellCodec.readWholeNumber(text, least)).orElse(null);
    }

    /** Returns the number in a cell; {@code null} if it is empty or invalid. */
    @Nullable
    Double number(String key) {
        return readCell(key, CellCodec::readNumber).map(BigDecimal::doubleValue).orElse(null);
    }

    /** Returns the hours in a cell, which may state minutes; {@code null} if it is empty, invalid or has another unit. */
    @Nullable
    Double hours(String key) {
        var workload = WorkloadParser.parse(text(key));
        if (workload.isEmpty()) {
            return hasUnit(key) ? refuseUnit(key) : number(key);
        }
        var hours = workload.get().hours();
        return hours.isPresent() ? Double.valueOf(hours.get().doubleValue()) : refuseUnit(key);
    }

    /** Returns the number of lessons in a cell, at least 1; {@code null} if it is empty, invalid or has another unit. */
    @Nullable
    Integer lessonCount(String key) {
        var workload = WorkloadParser.parse(text(key));
        if (workload.isEmpty() || workload.get().unit() == WorkloadParser.Unit.NONE) {
            return wholeNumber(key, 1);
        }
        if (workload.get().unit() != WorkloadParser.Unit.LESSONS) {
            refuse(place(key), "import.lessons.unit", text(key));
            return null;
        }
        return CellCodec.readWholeNumber(workload.get().number().toPlainString(), 1)
                .valueOr(finding -> refuse(key, finding))
                .orElse(null);
    }

    private boolean hasUnit(String key) {
        return text(key).matches("\\d[\\d.,]*\\s*\\p{L}[\\p{L}./ ]*");
    }

    private @Nullable Double refuseUnit(String key) {
        refuse(place(key), "import.hours.unit", text(key));
        return null;
    }

    /** Returns whether a cell means yes; an empty cell means no. */
    boolean isYes(String key) {
        return readCell(key, CellCodec::readYesNo).orElse(false);
    }

    /** Returns the choice in a cell; empty if it is empty or invalid. */
    Optional<String> choice(String key) {
        return parseCell(key, text -> list().findChoice(key, text), "import.choice.unknown");
    }

    /** Returns the times of unavailability in a cell. */
    List<Period> unavailablePeriods(String key) {
        var periods = new ArrayList<Period>();
        for (String text : CellCodec.splitPeriods(text(key))) {
            cells.readPeriod(text).valueOr(finding -> refuse(key, finding)).ifPresent(periods::add);
        }
        return periods;
    }

    private void refuse(String key, Finding finding) {
        report(FileFinding.at(place(key), finding));
    }

    /** Reads a cell; returns empty if it is empty, or invalid after reporting it. */
    private <T> Optional<T> readCell(String key, Function<String, CellReading<T>> read) {
        return has(key) ? read.apply(text(key)).valueOr(finding -> refuse(key, finding)) : Optional.empty();
    }

    /** Parses a cell; returns empty if it is empty, or invalid after reporting it. */
    <T> Optional<T> parseCell(String key, Function<String, Optional<T>> parse, String code) {
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

package dk.grundskema.api.imports.plansheet;

import dk.grundskema.api.documents.cell.CellCodec;
import dk.grundskema.api.documents.cell.CellReading;
import dk.grundskema.api.documents.cell.WeekdayParser;
import dk.grundskema.api.documents.cell.WordSplitter;
import dk.grundskema.api.documents.cell.YearlessDateResolver;
import dk.grundskema.api.documents.timetable.MeetingRowKeys;
import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.source.SourceLocation;
import dk.grundskema.api.imports.source.SourceText;
import dk.grundskema.api.imports.table.file.Table;
import dk.grundskema.api.imports.table.lists.CoreLists;
import dk.grundskema.api.imports.table.lists.ListFinder;
import dk.grundskema.api.imports.table.lists.ListTable;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a table with a row for each dated meeting. */
final class MeetingListReader {
    private final Table table;
    private final ListTable list;
    private final CellCodec cells;
    private final PlanVocabulary words;
    private final List<FileFinding> findings;

    private MeetingListReader(
            Table table, ListTable list, YearlessDateResolver years, PlanVocabulary words, List<FileFinding> findings) {
        this.words = words;
        this.table = table;
        this.list = list;
        this.cells = CellCodec.withYears(years);
        this.findings = findings;
    }

    /**
     * Reads a table; empty if it is no such table.
     *
     * @param findings receives the findings at cells
     */
    static Optional<List<StatedMeeting>> read(
            Table table, YearlessDateResolver years, PlanVocabulary words, List<FileFinding> findings) {
        return new ListFinder(List.of(CoreLists.ofTimetable()), Map.of())
                .find(table)
                .filter(list -> list.columnOf("date") >= 0 && list.columnOf("start") >= 0)
                .map(list -> new MeetingListReader(table, list, years, words, findings).readRows());
    }

    private List<StatedMeeting> readRows() {
        findings.addAll(list.repeatedHeadings());
        var rows = new ArrayList<StatedMeeting>();
        list.rowIndexes().forEach(row -> readRow(row).ifPresent(rows::add));
        return rows;
    }

    private Optional<StatedMeeting> readRow(int row) {
        var date = read(row, "date", cells.readDate(text(row, "date")));
        var start = read(row, "start", CellCodec.readTime(text(row, "start")));
        boolean hasEnd = list.columnOf("end") >= 0;
        var end = hasEnd ? read(row, "end", CellCodec.readTime(text(row, "end"))) : Optional.<LocalTime>empty();
        String keyText = text(row, "key");
        var key = MeetingRowKeys.normalize(keyText);
        boolean isKeyBroken = !keyText.isEmpty() && key.isEmpty();
        if (isKeyBroken) {
            findings.add(FileFinding.error(place(row, "key"), "import.plan.key-broken", keyText));
        }
        if (date.isEmpty() || start.isEmpty() || (hasEnd && end.isEmpty()) || isKeyBroken) {
            return Optional.empty();
        }
        checkWeekday(row, date.get(), key.isPresent());
        SourceText subject = sourceText(row, "subject");
        SourceText title = sourceText(row, "title");
        return Optional.of(new StatedMeeting(
                place(row, "date"),
                key.orElse(null),
                MeetingRowKeys.isOfPart(keyText.strip()),
                date.get(),
                place(row, "date"),
                start.get(),
                place(row, "start"),
                end.orElse(null),
                place(row, "end"),
                Stream.of("class", "course")
                        .flatMap(column -> names(row, column).stream())
                        .toList(),
                title == null ? subject : title,
                subject,
                list.columnOf("teacher") < 0 ? null : names(row, "teacher"),
                place(row, "teacher"),
                list.columnOf("room") < 0 ? null : names(row, "room"),
                place(row, "room"),
                false));
    }

    /** A weekday that contradicts the date is an error in a row without key; with a key the date counts, since it may be the one that was changed. */
    private void checkWeekday(int row, LocalDate date, boolean isKeyed) {
        String text = text(row, "weekday");
        var weekday = WeekdayParser.parseName(text);
        if (!isKeyed && weekday.isPresent() && weekday.get() != date.getDayOfWeek()) {
            findings.add(FileFinding.error(place(row, "weekday"), "import.plan.weekday", text, date));
        }
    }

    private <T> Optional<T> read(int row, String column, CellReading<T> reading) {
        return reading.valueOr(finding -> findings.add(FileFinding.at(place(row, column), finding)));
    }

    private String text(int row, String column) {
        return table.text(row, list.columnOf(column));
    }

    private @Nullable SourceText sourceText(int row, String column) {
        return table.sourceText(row, list.columnOf(column)).orElse(null);
    }

    private List<SourceText> names(int row, String column) {
        List<String> names = WordSplitter.splitNames(text(row, column), words::isName);
        return names.stream()
                .map(name -> new SourceText(name, place(row, column)))
                .toList();
    }

    private SourceLocation place(int row, String column) {
        return table.place(row, Math.max(0, list.columnOf(column)));
    }
}

package dk.grundskema.api.imports.plansheet;

import dk.grundskema.api.documents.cell.CellCodec;
import dk.grundskema.api.documents.cell.WeekdayParser;
import dk.grundskema.api.imports.campsheet.TimeRow;
import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.source.SourceLocation;
import dk.grundskema.api.imports.source.SourceText;
import dk.grundskema.api.imports.table.file.MergedArea;
import dk.grundskema.api.imports.table.file.Table;
import dk.grundskema.domain.time.IsoWeek;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads grids with times down. Columns are dates, weekdays of a week that the sheet names, or teams of a date that the sheet names; further
 * grids may follow below. A cell has the activities of a column at a time; merged cells, and equal cells below each other, are one.
 */
final class PlanGridReader {
    private static final Pattern WEEK = Pattern.compile("(?iu)\\b(?:uge|week)\\s*(\\d{1,2})\\b");
    private static final Pattern NO_ACTIVITY = Pattern.compile("[-–—.*xX ]*");

    private final Table table;
    private final CellCodec cells;
    private final List<IsoWeek> weeks;
    private final PlanVocabulary words;
    private final PlanCellParser parser;
    private final List<FileFinding> findings;
    private final List<StatedMeeting> meetings = new ArrayList<>();
    private final Map<Integer, Column> columns = new HashMap<>();
    private @Nullable LocalDate sheetDate;
    private @Nullable IsoWeek sheetWeek;
    private @Nullable SourceText sheetGroup;

    /** What a column is about. */
    private record Column(
            @Nullable LocalDate date, @Nullable SourceText group) {}

    private PlanGridReader(
            Table table, CellCodec cells, List<IsoWeek> weeks, PlanVocabulary words, List<FileFinding> findings) {
        this.table = table;
        this.cells = cells;
        this.weeks = weeks;
        this.words = words;
        this.parser = new PlanCellParser(words);
        this.findings = findings;
    }

    /**
     * Reads a table; empty if it has no times.
     *
     * @param cells    reads dates
     * @param weeks    weeks of the plan
     * @param words    words of the plan
     * @param findings receives the findings at cells
     */
    static Optional<List<StatedMeeting>> read(
            Table table, CellCodec cells, List<IsoWeek> weeks, PlanVocabulary words, List<FileFinding> findings) {
        List<TimeRow> rows = TimeRow.findAll(table);
        if (rows.size() < 2) {
            return Optional.empty();
        }
        var reader = new PlanGridReader(table, cells, weeks, words, findings);
        reader.readSheet(rows);
        return Optional.of(reader.meetings);
    }

    private void readSheet(List<TimeRow> rows) {
        int first = TimeRow.firstColumnAfter(table);
        learn(table.name(), table.place());
        int from = 0;
        while (from < rows.size()) {
            int last = from;
            while (last + 1 < rows.size()
                    && !hasHeadings(rows.get(last).row() + 1, rows.get(last + 1).row(), first)) {
                last++;
            }
            int above = from == 0 ? 0 : rows.get(from - 1).row() + 1;
            readHeadings(above, rows.get(from).row(), first);
            readGrid(rows.subList(from, last + 1), first);
            from = last + 1;
        }
    }

    /** Whether one of some rows has a date, a weekday or a week, so that another grid begins. */
    private boolean hasHeadings(int from, int to, int first) {
        for (int row = from; row < to; row++) {
            for (int column = 0; column < table.rows().get(row).size(); column++) {
                String text = table.text(row, column);
                boolean isDay =
                        column >= first && !text.isEmpty() && date(text, null).isPresent();
                if (isDay
                        || WEEK.matcher(text).find()
                        || WeekdayParser.parseName(text).isPresent()) {
                    return true;
                }
            }
        }
        return false;
    }

    private void readHeadings(int from, int to, int first) {
        columns.clear();
        for (int row = from; row < to; row++) {
            for (int column = 0; column < table.rows().get(row).size(); column++) {
                SourceText text = table.sourceText(row, column).orElse(null);
                if (text == null) {
                    continue;
                }
                if (column < first
                        || table.area(row, column).map(PlanGridReader::isTitle).orElse(false)) {
                    learn(text.text(), text.place());
                    continue;
                }
                learnWeek(text.text());
                var before = columns.getOrDefault(column, new Column(null, null));
                var date = date(text.text(), sheetWeek);
                boolean isGroup = !words.groups(text.text()).isEmpty();
                columns.put(column, new Column(date.orElse(before.date()), isGroup ? text : before.group()));
            }
        }
        spreadDates();
    }

    /** Gives columns with a team but no date the date of the column to the left: a date is often written above its first team alone. */
    private void spreadDates() {
        LocalDate date = null;
        for (int column : new TreeSet<>(columns.keySet())) {
            Column about = Objects.requireNonNull(columns.get(column));
            if (about.date() == null && about.group() != null && date != null) {
                columns.put(column, new Column(date, about.group()));
            }
            date = about.date() == null ? date : about.date();
        }
    }

    /** Whether a merged area spans so much that it is a title rather than the heading of some teams. */
    private static boolean isTitle(MergedArea area) {
        return area.left() == 0;
    }

    /** Learns the date, the week or the team from a text about the whole sheet. */
    private void learn(String text, SourceLocation place) {
        learnWeek(text);
        date(text, null).ifPresent(date -> sheetDate = date);
        if (!words.groups(text).isEmpty()) {
            sheetGroup = new SourceText(text, place);
        }
    }

    private void learnWeek(String text) {
        Matcher week = WEEK.matcher(text);
        if (week.find()) {
            int number = Integer.parseInt(week.group(1));
            sheetWeek = weeks.stream()
                    .filter(each -> each.week() == number)
                    .findFirst()
                    .orElse(sheetWeek);
        }
    }

    private Optional<LocalDate> date(String text, @Nullable IsoWeek week) {
        String line = text.replaceAll("\\s*\\R\\s*", " ").strip();
        Optional<LocalDate> date =
                line.matches(".*\\d.*") ? cells.readDate(line).valueOr(none -> {}) : Optional.empty();
        Optional<DayOfWeek> weekday = WeekdayParser.parseName(line);
        return date.or(() -> week == null ? Optional.empty() : weekday.map(week::date));
    }

    private void readGrid(List<TimeRow> rows, int first) {
        boolean isMissingDate = false;
        int width = rows.stream()
                .mapToInt(row -> table.rows().get(row.row()).size())
                .max()
                .orElse(0);
        for (int column = first; column < width; column++) {
            Column about = columns.getOrDefault(column, new Column(null, null));
            LocalDate date = about.date() == null ? sheetDate : about.date();
            SourceText group = about.group() == null ? sheetGroup : about.group();
            for (int i = 0; i < rows.size(); i++) {
                String text = table.text(rows.get(i).row(), column);
                if (NO_ACTIVITY.matcher(text).matches()
                        || isSecondOfArea(rows.get(i).row(), column, first)) {
                    continue;
                }
                if (date == null) {
                    isMissingDate = true;
                    break;
                }
                int from = i;
                while (i + 1 < rows.size()
                        && table.text(rows.get(i + 1).row(), column).equals(text)) {
                    i++;
                }
                TimeRow next = i + 1 < rows.size() ? rows.get(i + 1) : null;
                addCell(rows.get(from), rows.get(i), next, column, date, group);
            }
        }
        if (isMissingDate) {
            findings.add(FileFinding.warning(
                    table.place(Math.max(0, rows.getFirst().row() - 1), first), "import.plan.no-date"));
        }
    }

    /** Whether a cell is in a merged area that begins in a column further left: what the whole camp does is said once. */
    private boolean isSecondOfArea(int row, int column, int first) {
        return table.area(row, column)
                .filter(area -> area.left() < column && area.left() >= first)
                .filter(area -> sameDate(area.left(), column))
                .isPresent();
    }

    private boolean sameDate(int one, int other) {
        var none = new Column(null, null);
        LocalDate first = columns.getOrDefault(one, none).date();
        LocalDate second = columns.getOrDefault(other, none).date();
        return first == null ? second == null : first.equals(second);
    }

    private void addCell(
            TimeRow top,
            TimeRow bottom,
            @Nullable TimeRow next,
            int column,
            LocalDate date,
            @Nullable SourceText group) {
        SourceLocation place = table.place(top.row(), column);
        LocalTime end = bottom.end() != null ? bottom.end() : next == null ? null : next.start();
        boolean isWide = table.area(top.row(), column)
                .filter(area -> area.right() > area.left() && sameDate(area.left(), area.right()))
                .isPresent();
        for (var activity : parser.parse(table.text(top.row(), column), place)) {
            if (!activity.unclear().isEmpty()) {
                findings.add(FileFinding.warning(place, "import.plan.part-unclear", activity.unclear()));
            }
            List<SourceText> groups =
                    activity.groups().isEmpty() && group != null && !isWide ? List.of(group) : activity.groups();
            meetings.add(new StatedMeeting(
                    place,
                    null,
                    true,
                    date,
                    table.place(top.row(), column),
                    top.start(),
                    table.place(top.row(), 0),
                    end,
                    table.place(bottom.row(), 0),
                    groups,
                    activity.subject(),
                    null,
                    activity.staff().isEmpty() ? null : activity.staff(),
                    place,
                    activity.rooms().isEmpty() ? null : activity.rooms(),
                    place,
                    true));
        }
    }
}

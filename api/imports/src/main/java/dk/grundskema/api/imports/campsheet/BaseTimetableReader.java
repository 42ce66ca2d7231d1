package dk.grundskema.api.imports.campsheet;

import dk.grundskema.api.documents.cell.YearlessDateResolver;
import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.source.SourceListRow;
import dk.grundskema.api.imports.source.SourceText;
import dk.grundskema.api.imports.table.file.MergedArea;
import dk.grundskema.api.imports.table.file.Table;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Reads a sheet with times down and kinds of day across. Each block is a row of a list ({@link #LIST}) with the columns {@link #DAY},
 * {@link #START}, {@link #END} and {@link #BLOCK}; {@link BaseTimetableBuilder} makes kinds of day from them.
 */
public final class BaseTimetableReader {
    /** Intervention type of the rows. */
    public static final String TYPE = "camp";
    /** List of the rows. */
    public static final String LIST = "base-timetable";

    static final String DAY = "day";
    static final String START = "start";
    static final String END = "end";
    static final String BLOCK = "block";

    private static final int FEWEST_ROWS = 3;
    private static final Pattern NO_BLOCK = Pattern.compile("[-–—.*/xX ]*");
    private static final Pattern BARE_MODULE = Pattern.compile("(?iu)modul|module|lektion|lesson|undervisning");

    private final Table table;
    private final YearlessDateResolver years;
    private final List<FileFinding> findings = new ArrayList<>();
    private final List<SourceListRow> blocks = new ArrayList<>();

    private BaseTimetableReader(Table table, YearlessDateResolver years) {
        this.table = table;
        this.years = years;
    }

    /**
     * Blocks of a sheet.
     *
     * @param rows     the blocks, column by column
     * @param findings findings about times
     */
    public record SheetBlocks(List<SourceListRow> rows, List<FileFinding> findings) {
        /** Copies the lists. */
        public SheetBlocks {
            rows = List.copyOf(rows);
            findings = List.copyOf(findings);
        }
    }

    /**
     * Whether a table is a base timetable: at least half of its different cells are words of base timetables, and not only breaks and modules. If some
     * are words of camps that no school day has, such as nights, a third is enough when half of the cells are words or begin with a subject.
     */
    public static boolean isBaseTimetable(Table table, YearlessDateResolver years) {
        return new BaseTimetableReader(table, years).isRecognised();
    }

    /** Returns the blocks of a table; none, with an error, if it has no times or no days. */
    public static SheetBlocks read(Table table, YearlessDateResolver years) {
        var reader = new BaseTimetableReader(table, years);
        reader.readTable();
        return new SheetBlocks(reader.blocks, reader.findings);
    }

    private boolean isRecognised() {
        int first = TimeRow.firstColumnAfter(table);
        List<TimeRow> rows = TimeRow.findAll(table);
        if (rows.size() < FEWEST_ROWS) {
            return false;
        }
        var words = CampVocabulary.ofListedStaff(List.of());
        var texts = new HashSet<String>();
        var kinds = new HashSet<String>();
        for (TimeRow row : rows) {
            for (int column = first; column < table.rows().get(row.row()).size(); column++) {
                String text = table.text(row.row(), column);
                if (!isNoBlock(text)) {
                    TeamPart.split(text).forEach(part -> texts.add(part.text()));
                }
            }
        }
        texts.forEach(text -> BlockWord.find(text).map(BlockWord::kind).ifPresent(kinds::add));
        long known =
                texts.stream().filter(text -> BlockWord.find(text).isPresent()).count();
        long subjects = texts.stream()
                .filter(text -> BlockWord.find(text).isEmpty())
                .filter(text -> !words.findSubject(text).subject().isEmpty())
                .count();
        kinds.remove("FREE_TIME");
        boolean isCamp =
                texts.stream().flatMap(text -> BlockWord.find(text).stream()).anyMatch(BlockWord::isOfCampsOnly);
        boolean isMostly = 2 * known >= texts.size()
                || (isCamp && 3 * known >= texts.size() && 2 * (known + subjects) >= texts.size());
        return known > 1
                && isMostly
                && kinds.size() > 1
                && !headings(first, rows.getFirst().row()).isEmpty();
    }

    private void readTable() {
        int first = TimeRow.firstColumnAfter(table);
        List<TimeRow> rows = TimeRow.findAll(table);
        if (rows.isEmpty()) {
            findings.add(FileFinding.error(table.place(), "import.base.no-times"));
            return;
        }
        var headings = headings(first, rows.getFirst().row());
        if (headings.isEmpty()) {
            findings.add(FileFinding.error(table.place(), "import.base.no-days"));
        }
        headings.forEach((column, heading) -> readColumn(column, heading, rows));
    }

    /** Returns the headings by column: those of the lowest row above the times that names a day, and other texts beside them. */
    private SortedMap<Integer, SourceText> headings(int first, int end) {
        for (int row = end - 1; row >= 0; row--) {
            SortedMap<Integer, SourceText> headings = new TreeMap<>();
            boolean hasDay = false;
            for (int column = first; column < table.rows().get(row).size(); column++) {
                var text = table.sourceText(row, column);
                if (text.isPresent()) {
                    headings.put(column, text.get());
                    hasDay =
                            hasDay || DayHeading.parse(text.get().text(), years).isPresent();
                }
            }
            if (hasDay) {
                return headings;
            }
        }
        return new TreeMap<>();
    }

    private void readColumn(int column, SourceText heading, List<TimeRow> rows) {
        for (int i = 0; i < rows.size(); i++) {
            String text = table.text(rows.get(i).row(), column);
            if (isNoBlock(text)) {
                continue;
            }
            int from = i;
            while (i + 1 < rows.size() && isContinued(column, rows.get(i), rows.get(i + 1), text)) {
                i++;
            }
            addBlock(column, heading, rows, from, i, text);
        }
    }

    private static boolean isNoBlock(String text) {
        return NO_BLOCK.matcher(text).matches();
    }

    /** Whether a block goes on in the next row: in the same merged cell, or with the same text without a gap. Two bare "Modul" are two. */
    private boolean isContinued(int column, TimeRow row, TimeRow next, String text) {
        if (!table.text(next.row(), column).equals(text)) {
            return false;
        }
        Optional<MergedArea> area = table.area(row.row(), column);
        if (area.isPresent() || table.area(next.row(), column).isPresent()) {
            return area.equals(table.area(next.row(), column));
        }
        LocalTime end = row.end();
        return (end == null || end.equals(next.start()))
                && !BARE_MODULE.matcher(text).matches();
    }

    private void addBlock(int column, SourceText heading, List<TimeRow> rows, int from, int last, String text) {
        var place = table.place(rows.get(from).row(), column);
        LocalTime start = rows.get(from).start();
        LocalTime end = rows.get(last).end();
        if (end == null) {
            // Only starts are given: the last block ends when the next day begins
            end = rows.get(last + 1 < rows.size() ? last + 1 : 0).start();
        }
        if (start.equals(end)) {
            findings.add(FileFinding.error(place, "import.base.no-length", text, start));
            return;
        }
        SortedMap<String, SourceText> cells = new TreeMap<>();
        cells.put(DAY, heading);
        cells.put(START, new SourceText(start.toString(), place));
        cells.put(END, new SourceText(Objects.requireNonNull(end).toString(), place));
        cells.put(BLOCK, new SourceText(text, place));
        blocks.add(new SourceListRow(place, TYPE, LIST, cells));
    }
}

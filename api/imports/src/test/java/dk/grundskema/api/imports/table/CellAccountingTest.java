package dk.grundskema.api.imports.table;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.source.SourceData;
import dk.grundskema.api.imports.table.file.CellName;
import dk.grundskema.api.imports.table.file.Table;
import dk.grundskema.api.imports.table.file.TableFileReader;
import dk.grundskema.api.imports.table.parse.WeekdaysParser;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every filled cell of a timetable is read or named: a cell with a stray word never disappears without a word. */
class CellAccountingTest {
    private static final List<String> STRAY = List.of("Xylofon", "Husk madpakke", "se tavlen", "???", "Zq", "99999");

    private static final String SHEET_UNREAD = "import.sheet.unknown";

    private static final Set<String> LISTS = Set.of(
            "lektionsliste.csv",
            "laengder.csv",
            "ugedag-oeverst.csv",
            "ugedag-i-egen-raekke.csv",
            "ugedag-i-egen-raekke-under-ugedag.csv");

    /** Tables whose headings say what the cells below are: any word there is a subject, a teacher or a room. */
    private static final Set<String> HEADED = Set.of(
            "lektionsliste.csv",
            "laengder.csv",
            "ugedag-oeverst.csv",
            "ugedag-i-egen-raekke.csv",
            "ugedag-i-egen-raekke-under-ugedag.csv",
            "ugedag-og-lektion.csv",
            "personaleskema.csv",
            "lokaleoversigt.csv");

    /** Headings over times and lessons, which the times make superfluous; a title; the second row of remarks. */
    private static final Set<String> MEANS_NOTHING = Set.of(
            "Dag",
            "Klasse",
            "Lektion",
            "Tid",
            "Lærer",
            "Start",
            "Slut",
            "Period",
            "Tidspunkt",
            "Lektionsliste 2026/27",
            "Udskrevet 12-08-2026");

    static Stream<DanishLayouts.Layout> layouts() {
        return DanishLayouts.all().stream();
    }

    private static List<List<String>> cells(DanishLayouts.Layout layout) {
        Table table = TableFileReader.read(layout.file(), layout.text().getBytes(StandardCharsets.UTF_8))
                .tables()
                .getFirst();
        int width = table.rows().stream().mapToInt(List::size).max().orElse(0) + 1;
        var rows = new ArrayList<List<String>>();
        for (int row = 0; row <= table.rows().size(); row++) {
            var cells = new ArrayList<String>();
            for (int column = 0; column < width; column++) {
                cells.add(table.text(row, column));
            }
            rows.add(cells);
        }
        return rows;
    }

    private static SourceData readWith(DanishLayouts.Layout layout, int row, int column, String text) {
        var rows = cells(layout);
        rows.get(row).set(column, text);
        return layout.readText(rows.stream()
                .map(cells -> cells.stream()
                        .map(cell -> cell.contains("\n") ? "\"" + cell + "\"" : cell)
                        .collect(Collectors.joining(";")))
                .collect(Collectors.joining("\n")));
    }

    /** Whether a finding names a cell, by its text, by its place or with its row; or a list or a duty has it as a value. */
    private static boolean isNamed(DanishLayouts.Layout layout, SourceData source, int row, int column, String text) {
        String place = CellName.of(row, column);
        return source.findings().stream()
                        .anyMatch(finding -> finding.place().where().equals(place)
                                || SHEET_UNREAD.equals(finding.finding().code())
                                || isOfRowOrColumn(finding, row, column))
                || Arrays.stream(text.split(" ", -1)).allMatch(word -> isInWords(source, word))
                || source.lessons().stream()
                        .anyMatch(lesson -> (lesson.busy() && lesson.title().contains(text))
                                || (HEADED.contains(layout.file())
                                        && TableReaderFixture.describeLesson(lesson)
                                                .contains(text)))
                || (LISTS.contains(layout.file()) && row == 0);
    }

    private static boolean isInWords(SourceData source, String word) {
        return source.findings().stream()
                .flatMap(finding -> finding.finding().arguments().stream())
                .anyMatch(argument -> argument.toString().contains(word));
    }

    /** Whether a finding names the row of a cell, all rows from one on, or its column. */
    private static boolean isOfRowOrColumn(FileFinding finding, int row, int column) {
        var cell = CellName.parse(finding.place().where());
        return cell.isPresent()
                && switch (finding.finding().code()) {
                    case "import.grid.row-unclear", "import.row.missing" ->
                        cell.get().row() == row;
                    case "import.grid.remarks" ->
                        cell.get().row() <= row && row <= cell.get().row() + 2;
                    case "import.grid.column-unclear" -> cell.get().column() == column;
                    default -> false;
                };
    }

    private static void assertNamed(DanishLayouts.Layout layout, int row, int column, String text) {
        var source = readWith(layout, row, column, text);
        assertThat(isNamed(layout, source, row, column, text))
                .as("%s in %s with %s", text, CellName.of(row, column), TableReaderFixture.describeFindings(source))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("layouts")
    @Tag("files")
    void aStrayTextInAnyCellIsNamed(DanishLayouts.Layout layout) {
        var rows = cells(layout);
        int emptyCells = 0;
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < rows.get(row).size(); column++) {
                boolean isEmpty = rows.get(row).get(column).isEmpty();
                assertNamed(layout, row, column, isEmpty ? STRAY.get(emptyCells++ % STRAY.size()) : STRAY.getFirst());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void noCellCanBeDeletedUnnoticed(DanishLayouts.Layout layout) {
        var rows = cells(layout);
        var before = describe(layout.readText(layout.text()));
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < rows.get(row).size(); column++) {
                String text = rows.get(row).get(column);
                if (!text.isEmpty() && !MEANS_NOTHING.contains(text) && !isWeekdayOrBreak(rows.get(row), text)) {
                    assertThat(describe(readWith(layout, row, column, "")))
                            .as("without %s in %s", text, CellName.of(row, column))
                            .isNotEqualTo(before);
                }
            }
        }
    }

    /** A weekday without lessons and the time of a break may be missing. */
    private static boolean isWeekdayOrBreak(List<String> row, String text) {
        return !WeekdaysParser.parse(text).isEmpty()
                || row.stream()
                        .anyMatch(cell -> cell.matches("(?iu)frikvarter|spisepause|pause|lunch break|10 min pause"));
    }

    private static List<String> describe(SourceData source) {
        var all = new ArrayList<String>();
        source.lessons().forEach(lesson -> all.add(TableReaderFixture.describeLesson(lesson) + lesson.title()));
        all.addAll(TableReaderFixture.describeFindings(source));
        return all;
    }
}

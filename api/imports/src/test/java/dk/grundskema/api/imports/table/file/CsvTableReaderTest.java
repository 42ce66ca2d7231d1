package dk.grundskema.api.imports.table.file;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.imports.source.FileFinding;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of text in the dialects that programs write. */
class CsvTableReaderTest {
    private static TableReadResult read(String text) {
        return TableFileReader.read("t.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<List<String>> rows(String text) {
        return read(text).tables().getFirst().rows();
    }

    private static List<String> codes(TableReadResult tables) {
        return tables.findings().stream()
                .map((FileFinding each) -> each.finding().pointer() + " "
                        + each.finding().code() + " " + each.finding().arguments())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {";", ",", "\t", "|"})
    void theDelimiterIsFound(String delimiter) {
        assertThat(rows("a;b;c\nd;e;f\n".replace(";", delimiter)))
                .containsExactly(List.of("a", "b", "c"), List.of("d", "e", "f"));
    }

    @Test
    void decimalCommasAreNoDelimiters() {
        assertThat(rows("Navn;Timer\nMette;10,5\nLars;7,25\n")).contains(List.of("Mette", "10,5"));
        assertThat(rows("Klasser;Lærere\n1A,1B;MH,LK\n2A,2B;JP,SN\n")).contains(List.of("1A,1B", "MH,LK"));
    }

    @Test
    void delimitersInQuotationMarksAreText() {
        assertThat(rows("name,note\n\"Holm; Mette; Lise\",\"a \"\"b\"\"\nc\"\n"))
                .contains(List.of("Holm; Mette; Lise", "a \"b\"\nc"));
    }

    @Test
    void aHintOfExcelIsTakenAndIsNoRow() {
        var table = read("sep=|\na|b,c;d\n").tables().getFirst();

        assertThat(table.text(1, 1)).isEqualTo("b,c;d");
        assertThat(table.place(1, 1).where()).isEqualTo("B2");
        assertThat(table.text(0, 0)).isEmpty();
    }

    @Test
    void trailingBlanksAndEmptyRowsCountForNothingButKeepPlaces() {
        var table = read("\n a ;b;;;\n;;;\nc;\u00A0d\u00A0\n;;\n\n").tables().getFirst();

        assertThat(table.rows()).containsExactly(List.of(), List.of("a", "b"), List.of(), List.of("c", "d"));
        assertThat(table.place(3, 1).where()).isEqualTo("B4");
    }

    @Test
    void bothSortsOfLineEndsAndNoneAtTheEnd() {
        assertThat(rows("a;b\r\nc;d")).containsExactly(List.of("a", "b"), List.of("c", "d"));
    }

    @Test
    void lettersAreReadInAllUsualCharsets() {
        String text = "Lærer;Ø\nÅse;é\n";
        for (var charset : List.of(StandardCharsets.UTF_8, Charset.forName("windows-1252"))) {
            assertThat(TableFileReader.read("t.csv", text.getBytes(charset))
                            .tables()
                            .getFirst()
                            .text(1, 0))
                    .isEqualTo("Åse");
        }
        for (var charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            byte[] bytes = ("\uFEFF" + text).getBytes(charset);
            assertThat(TableFileReader.read("t.csv", bytes).tables().getFirst().text(0, 0))
                    .isEqualTo("Lærer");
        }
        assertThat(codes(TableFileReader.read("t.csv", text.getBytes(Charset.forName("windows-1252")))))
                .containsExactly(" import.file.windows-text []");
    }

    @Test
    void aQuotationMarkWithoutAnEndIsSaidWithItsRow() {
        assertThat(codes(read("a;b\nc;d\n\"e;f\ng;h\n"))).containsExactly("A3 import.table.quote-open []");
    }

    @Test
    void rowsAndColumnsBeyondTheLimitsAreSaidWithTheLimit() {
        assertThat(codes(read("a;b\n".repeat(TableLimits.ROWS)))).isEmpty();
        assertThat(codes(read("a;b\n".repeat(TableLimits.ROWS + 1))))
                .containsExactly(" import.table.too-many-rows [200000]");
        assertThat(codes(read("a;".repeat(TableLimits.COLUMNS) + "\n"))).isEmpty();
        assertThat(codes(read("a;".repeat(10_000) + "\n"))).containsExactly("SG1 import.table.too-many-columns [500]");
        assertThat(codes(read("a;".repeat(300).concat("\n").repeat(10_001))))
                .containsExactly(" import.table.too-many-cells [3000000]");
    }

    @Test
    void emptyFilesAreSaid() {
        assertThat(codes(read(""))).containsExactly(" file.empty []");
        assertThat(codes(read(" \n \n"))).containsExactly(" file.empty []");
        assertThat(codes(read("\uFEFF\n"))).containsExactly(" file.empty []");
    }

    @Test
    void namesOfTablesAreTheirFilesWithoutFolderAndEnding() {
        assertThat(TableFileReader.read("a/b/4B.csv", "x;y\n".getBytes(StandardCharsets.UTF_8))
                        .tables()
                        .getFirst()
                        .name())
                .isEqualTo("4B");
        assertThat(TableFileReader.read("C:\\b\\4B", "x;y\n".getBytes(StandardCharsets.UTF_8))
                        .tables()
                        .getFirst()
                        .name())
                .isEqualTo("4B");
    }

    @Test
    void namesOfCellsAreThoseOfSpreadsheets() {
        assertThat(CellName.of(13, 2)).isEqualTo("C14");
        assertThat(CellName.of(0, 25)).isEqualTo("Z1");
        assertThat(CellName.of(0, 26)).isEqualTo("AA1");
        assertThat(CellName.of(0, 701)).isEqualTo("ZZ1");
        assertThat(CellName.of(0, 702)).isEqualTo("AAA1");
        for (int column = 0; column < 800; column++) {
            assertThat(CellName.column(CellName.of(0, column).replaceAll("\\d", "")))
                    .isEqualTo(column);
        }
    }
}

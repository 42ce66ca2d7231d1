package dk.grundskema.api.imports.table;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.imports.source.ReadingHints;
import dk.grundskema.api.imports.source.SourceData;
import dk.grundskema.api.imports.source.SourceLocation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Formulas without a result, as written by programs that do not calculate: only cells that are read must be corrected. */
class TableReaderBrokenCellsTest {
    @TempDir
    Path folder;

    /** A list of staff with {@code =37*1} in C2, its hours, and formulas in D, which is not read, and in the total of row 3. */
    private Path workbook() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "test", null)) {
            Worksheet sheet = book.newWorksheet("Personale");
            List<String> headings = List.of("Navn", "Fag", "Timer", "Løn");
            for (int column = 0; column < headings.size(); column++) {
                sheet.value(0, column, headings.get(column));
            }
            sheet.value(1, 0, "Lise Krogh");
            sheet.value(1, 1, "DAN");
            sheet.formula(1, 2, "37*1");
            sheet.formula(1, 3, "C2*200");
            sheet.value(2, 0, "I alt");
            sheet.formula(2, 2, "SUM(C2:C2)");
        }
        return Files.write(folder.resolve("personale.xlsx"), bytes.toByteArray());
    }

    private SourceData read(Map<String, String> mended) throws IOException {
        var cells = new java.util.HashMap<SourceLocation, String>();
        mended.forEach((cell, text) -> cells.put(new SourceLocation("personale.xlsx", "Personale!" + cell), text));
        return TableReaderFixture.READER.read(
                "personale.xlsx", workbook(), ReadingHints.none().withCorrections(cells));
    }

    private static List<String> errors(SourceData source) {
        return TableReaderFixture.describeFindings(source).stream()
                .filter(each -> each.startsWith("ERROR"))
                .toList();
    }

    @Test
    void onlyACellThatIsReadIsWrong() throws IOException {
        assertThat(errors(read(Map.of()))).containsExactly("ERROR Personale!C2 import.cell.formula [=37*1]");
    }

    @Test
    void aClearedOrFilledCellIsMended() throws IOException {
        assertThat(errors(read(Map.of("C2", "")))).isEmpty();
        assertThat(read(Map.of("C2", "")).staff().getFirst().contractHours()).isNull();
        assertThat(read(Map.of("C2", "32")).staff().getFirst().contractHours()).isEqualTo(32);
    }

    @Test
    void aFormulaThatIsTypedHasNoResultEither() throws IOException {
        assertThat(errors(read(Map.of("C2", "=37*1", "D2", "=C2"))))
                .containsExactly("ERROR Personale!C2 import.cell.formula [=37*1]");
        assertThat(errors(read(Map.of("B2", " =A1"))))
                .containsExactlyInAnyOrder(
                        "ERROR Personale!C2 import.cell.formula [=37*1]",
                        "ERROR Personale!B2 import.cell.formula [=A1]");
    }
}

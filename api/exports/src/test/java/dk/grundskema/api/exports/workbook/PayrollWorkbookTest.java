package dk.grundskema.api.exports.workbook;

import static dk.grundskema.api.documents.timetable.SmallCampFixture.ANE;
import static dk.grundskema.api.documents.timetable.SmallCampFixture.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dk.grundskema.api.documents.timetable.SmallCampFixture;
import dk.grundskema.api.documents.timetable.SmallCampFixture.CampMeeting;
import dk.grundskema.api.exports.template.TemplateTexts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

/** Hours as a workbook, read back. */
class PayrollWorkbookTest {
    private final SmallCampFixture plan = new SmallCampFixture()
            .with(
                    CampMeeting.night(MONDAY, ANE),
                    CampMeeting.module().by(ANE).inWeeks(2).counting(true, 100, 20));

    private List<Row> rows(String language) throws IOException {
        byte[] bytes = PayrollWorkbook.write(plan.hours(), new TemplateTexts(Locale.of(language)));
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            return book.getFirstSheet().read();
        }
    }

    private static List<Double> figures(Row row) {
        return row.stream()
                .skip(2)
                .map(cell -> Math.round(cell.asNumber().doubleValue() * 1000) / 1000.0)
                .toList();
    }

    @Test
    void eachPersonHasALineForEachWeekWithNumbersThatCanBeSummed() throws IOException {
        var rows = rows("da");

        assertThat(rows.getFirst().stream().map(Cell::getText))
                .containsExactly(
                        "Navn",
                        "Uge",
                        "Norm om ugen",
                        "Dag",
                        "Aften",
                        "Nat",
                        "Weekend",
                        "Forberedelse",
                        "Tæller ikke med",
                        "Timer i alt",
                        "Tilkaldevagt");
        assertThat(rows.get(1).getCellText(0)).isEqualTo("Ane Bjerre");
        assertThat(rows.get(1).getCellText(1)).isEqualTo("2026-W43");
        assertThat(figures(rows.get(1))).containsExactly(37.0, 2.5, 0.0, 7.0, 0.0, 0.333, -3.2, 6.633, 0.0);
        assertThat(rows.get(2).getCellText(1)).isEqualTo("2026-W44");
        assertThat(figures(rows.get(2))).containsExactly(37.0, 1.5, 0.0, 0.0, 0.0, 0.333, 0.0, 1.833, 0.0);
        assertThat(rows.get(3).getCellText(0)).isEqualTo("Bo Øster");
        assertThat(rows.get(1).getCell(3).getType()).isEqualTo(CellType.NUMBER);
    }

    @Test
    void theColumnsAddUpToTheTotal() throws IOException {
        for (Row row : rows("da").subList(1, 7)) {
            var figures = figures(row);
            double sum =
                    figures.subList(1, 7).stream().mapToDouble(each -> each).sum();
            assertThat(sum).isEqualTo(figures.get(7), within(0.002));
        }
    }

    @Test
    void aNameThatLooksLikeAFormulaStaysText() throws IOException {
        plan.nameOfAne = "=HYPERLINK(\"x\")<&>😀";

        var cell = rows("en").get(1).getCell(0);

        assertThat(cell.getType()).isEqualTo(CellType.STRING);
        assertThat(cell.getText()).isEqualTo(plan.nameOfAne);
    }

    @Test
    void headingsAreInTheReadersLanguageAndTheRuleStandsBelow() throws IOException {
        assertThat(rows("en").getFirst().getCellText(3)).isEqualTo("Day");
        assertThat(rows("en").getLast().getCellText(0)).contains("weekend (Saturday and Sunday) goes before night");
    }
}

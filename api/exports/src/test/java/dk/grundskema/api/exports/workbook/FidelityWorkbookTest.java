package dk.grundskema.api.exports.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.fidelity.BreakdownView;
import dk.grundskema.api.documents.fidelity.BreakdownView.Heading;
import dk.grundskema.api.documents.fidelity.BreakdownView.Line;
import dk.grundskema.api.documents.fidelity.FidelityView;
import dk.grundskema.api.documents.fidelity.FidelityView.Gap;
import dk.grundskema.api.documents.fidelity.FidelityView.Row;
import dk.grundskema.api.documents.fidelity.FidelityView.Section;
import dk.grundskema.domain.fidelity.Ask.Status;
import dk.grundskema.domain.people.GroupId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;

/** The fidelity report as a workbook, read back. */
class FidelityWorkbookTest {
    private static final BreakdownView CLASSES = new BreakdownView(
            "Klasse for klasse",
            List.of(new Heading("Klasse", false), new Heading("Lektioner", true), new Heading("Uger", false)),
            List.of(
                    line("3A", Status.SHORT, List.of("3A", "1.200,5", "36"), List.of("Ingen er fri", "Uge 8")),
                    line("=3B", Status.MET, List.of("=3B", "4 af 5", ""), List.of())));

    private static Line line(String id, Status status, List<String> cells, List<String> notes) {
        return new Line(new GroupId(id.replace("=", "x")), status, "", cells, notes, List.of());
    }

    private static Row row(Status status, String asked, String given, String shortBy, Gap... gaps) {
        return new Row(
                "x.ask.y",
                status,
                "✓",
                "To voksne",
                "To i hver time.",
                "Vejl.",
                "Vejl., del A",
                "Tallet er vores",
                asked,
                given,
                shortBy,
                List.of(gaps));
    }

    private static List<List<Object>> sheet(int nth, FidelityView view, String language) throws IOException {
        byte[] bytes = FidelityWorkbook.bytes(view, Locale.of(language));
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            Optional<Sheet> sheet = book.getSheet(nth);
            var lines = new ArrayList<List<Object>>();
            lines.add(List.of(sheet.orElseThrow().getName()));
            sheet.orElseThrow()
                    .read()
                    .forEach(row -> lines.add(
                            row.stream().map(FidelityWorkbookTest::value).toList()));
            return lines;
        }
    }

    private static Object value(Cell cell) {
        return switch (cell.getType()) {
            case NUMBER -> cell.asNumber().doubleValue();
            case FORMULA -> "a formula";
            default -> cell.getText();
        };
    }

    private static FidelityView of(Section... sections) {
        return new FidelityView("", false, List.of(sections), List.of());
    }

    @Test
    void allThatIsAskedIsASheetWithNumbersThatCanBeSummed() throws IOException {
        FidelityView view = of(
                new Section(
                        "Lejr",
                        List.of(),
                        List.of(
                                row(
                                        Status.SHORT,
                                        "1.200 moduler",
                                        "1.199 moduler",
                                        "1 modul",
                                        new Gap(3, "Ingen var fri.", List.of("hold 1", "hold 2"), 1),
                                        new Gap(1, "", List.of("hold 3: syg"), 0)),
                                row(Status.NOT_PLANNED, "", "ikke planlagt her", ""))),
                new Section("Alle planer", List.of(), List.of(row(Status.NOTED, "", "3 dage", ""))));
        List<List<Object>> lines = sheet(0, view, "da");
        assertThat(lines.get(0)).containsExactly("Ønsket og planlagt");
        assertThat(lines.get(1))
                .containsExactly(
                        "indsats",
                        "hvad der ønskes",
                        "forklaring",
                        "status",
                        "ønsket",
                        "planlagt",
                        "mangler",
                        "enhed",
                        "hvorfor og hvor",
                        "kilde",
                        "vores eget");
        assertThat(lines.get(2))
                .containsExactly(
                        "Lejr",
                        "To voksne",
                        "To i hver time.",
                        "mangler",
                        1200.0,
                        1199.0,
                        1.0,
                        "moduler",
                        "Ingen var fri. hold 1; hold 2 og 1 mere\nhold 3: syg",
                        "Vejl., del A",
                        "Tallet er vores");
        assertThat(lines.get(3).subList(3, 8)).containsExactly("ikke planlagt her", "", "ikke planlagt her", "", "");
        assertThat(lines.get(4).subList(0, 8))
                .containsExactly("Alle planer", "To voksne", "To i hver time.", "til orientering", "", 3.0, "", "dage");
        assertThat(lines).hasSize(5);
        assertThat(sheet(0, view, "en").get(0)).containsExactly("Asked and planned");
    }

    @Test
    void eachTableIsASheetOfItsOwnAndSaysOfWhichInterventionItIs() throws IOException {
        FidelityView view = of(
                new Section("Tolærer", List.of(CLASSES), List.of()), new Section("Hold", List.of(CLASSES), List.of()));
        List<List<Object>> lines = sheet(1, view, "da");
        assertThat(lines)
                .containsExactly(
                        List.of("Klasse for klasse"),
                        List.of("indsats", "Klasse", "Lektioner", "Uger", "status", "bemærkninger"),
                        List.of("Tolærer", "3A", 1200.5, "36", "mangler", "Ingen er fri\nUge 8"),
                        List.of("Tolærer", "=3B", "4 af 5", "", "opfyldt", ""));
        List<List<Object>> other = sheet(2, view, "da");
        assertThat(other.get(0)).doesNotContain("Klasse for klasse");
        assertThat(other.get(2).get(0)).isEqualTo("Hold");
    }

    @Test
    void theUnitOfALineIsThatOfOneOnlyWhereAllOfItIsOne() throws IOException {
        FidelityView view = of(new Section(
                "Lejr",
                List.of(),
                List.of(
                        row(Status.MET, "1 uge", "3 uger", ""),
                        row(Status.SHORT, "1 uge", "0 uger", "1 uge"),
                        row(Status.MET, "1 uge", "1 uge", ""),
                        row(Status.MET, "1", "12 uger", ""),
                        row(Status.SHORT, "5 minutter om ugen", "4 minutter om ugen", "1 minut om ugen"))));
        assertThat(sheet(0, view, "da").subList(2, 7))
                .extracting(line -> line.get(7))
                .containsExactly("uger", "uger", "uge", "uger", "minutter om ugen");
    }

    @Test
    void aTextThatOnlyLooksLikeANumberStaysAsItIs() {
        var danish = new LeadingAmountParser(Locale.of("da"));
        assertThat(danish.parseNumber("1.200")).isEqualTo(1200L);
        assertThat(danish.parseNumber("1.20")).isEqualTo("1.20");
        assertThat(danish.parseNumber("2–3")).isEqualTo("2–3");
        assertThat(danish.parseNumber("4 dage")).isEqualTo("4 dage");
        assertThat(danish.parseAmount("4 dage")).isEqualTo(4L);
        assertThat(danish.parseNumber("3,5")).isEqualTo(3.5);
        assertThat(new LeadingAmountParser(Locale.of("en")).parseNumber("1,200.5"))
                .isEqualTo(1200.5);
    }
}

package dk.grundskema.api.exports.workbook;

import dk.grundskema.api.documents.fidelity.BreakdownView;
import dk.grundskema.api.documents.fidelity.BreakdownView.Heading;
import dk.grundskema.api.documents.fidelity.BreakdownView.Line;
import dk.grundskema.api.documents.fidelity.FidelityView;
import dk.grundskema.api.documents.fidelity.FidelityView.Gap;
import dk.grundskema.api.documents.fidelity.FidelityView.Row;
import dk.grundskema.api.documents.fidelity.FidelityView.Section;
import dk.grundskema.api.documents.ledger.LedgerTexts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;

/**
 * The fidelity report as a workbook for the planner: a sheet with all requests and their fulfilment, and one for each breakdown table, for example by
 * class. It contains only the names in the view.
 */
public final class FidelityWorkbook {
    private final FidelityView view;
    private final LedgerTexts words;
    private final LeadingAmountParser numbers;

    private FidelityWorkbook(FidelityView view, Locale language) {
        this.view = view;
        this.words = LedgerTexts.of(language);
        this.numbers = new LeadingAmountParser(language);
    }

    /**
     * Returns the bytes of the workbook file.
     *
     * @param view     the fidelity report, with texts in a language
     * @param language that language
     */
    public static byte[] bytes(FidelityView view, Locale language) {
        return new FidelityWorkbook(view, language).bytes();
    }

    private byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, FilterableWorksheet.APPLICATION, FilterableWorksheet.VERSION)) {
            List<String> headings = Stream.of(
                            "intervention",
                            "what",
                            "sentence",
                            "status",
                            "asked",
                            "given",
                            "short",
                            "unit",
                            "gaps",
                            "source",
                            "ours")
                    .map(key -> words.format("asked." + key))
                    .toList();
            new FilterableWorksheet(words.format("sheet.asked"), headings)
                    .addTo(
                            book,
                            view.sections().stream()
                                    .flatMap(section -> section.rows().stream().map(row -> askCells(section, row))));
            for (Section section : view.sections()) {
                section.breakdowns().forEach(table -> addBreakdownSheet(book, section, table));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The amounts of one row have the same unit, so the unit has its own column. */
    private List<Object> askCells(Section section, Row row) {
        return List.of(
                section.title(),
                row.name(),
                row.sentence(),
                words.format("status." + row.status()),
                numbers.parseAmount(row.asked()),
                numbers.parseAmount(row.given()),
                numbers.parseAmount(row.shortBy()),
                numbers.commonUnit(List.of(row.asked(), row.given(), row.shortBy())),
                row.gaps().stream().map(this::gapText).collect(Collectors.joining("\n")),
                row.chapter(),
                row.ours());
    }

    private String gapText(Gap gap) {
        String where = String.join("; ", gap.where());
        String all = gap.further() > 0 ? words.format("asked.further", where, gap.further()) : where;
        return gap.why().isEmpty() ? all : gap.why() + " " + all;
    }

    /** Several interventions may have tables with the same title, so each row names its intervention. */
    private void addBreakdownSheet(Workbook book, Section section, BreakdownView table) {
        var headings = new ArrayList<String>();
        headings.add(words.format("asked.intervention"));
        table.headings().stream().map(Heading::text).forEach(headings::add);
        headings.add(words.format("asked.status"));
        headings.add(words.format("asked.notes"));
        new FilterableWorksheet(table.title(), headings)
                .addTo(book, table.lines().stream().map(line -> breakdownCells(section, table, line)));
    }

    private List<Object> breakdownCells(Section section, BreakdownView table, Line line) {
        var cells = new ArrayList<Object>();
        cells.add(section.title());
        for (int column = 0; column < line.cells().size(); column++) {
            String cell = line.cells().get(column);
            cells.add(table.headings().get(column).number() ? numbers.parseNumber(cell) : cell);
        }
        cells.add(words.format("status." + line.status()));
        cells.add(String.join("\n", line.notes()));
        return cells;
    }
}

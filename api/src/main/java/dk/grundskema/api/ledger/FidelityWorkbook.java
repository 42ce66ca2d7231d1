package dk.grundskema.api.ledger;

import dk.grundskema.api.fidelity.BreakdownView;
import dk.grundskema.api.fidelity.BreakdownView.Heading;
import dk.grundskema.api.fidelity.BreakdownView.Line;
import dk.grundskema.api.fidelity.FidelityView;
import dk.grundskema.api.fidelity.FidelityView.Gap;
import dk.grundskema.api.fidelity.FidelityView.Row;
import dk.grundskema.api.fidelity.FidelityView.Section;
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
 * What a plan gives of what is asked, as a workbook for the planner: a sheet with all that is asked, and one for each table that tells it line by
 * line, such as class by class. Whoever the view doesn't name is not named.
 */
public final class FidelityWorkbook {
    private final FidelityView view;
    private final LedgerWords words;
    private final WrittenNumbers numbers;

    private FidelityWorkbook(FidelityView view, Locale language) {
        this.view = view;
        this.words = LedgerWords.of(language);
        this.numbers = new WrittenNumbers(language);
    }

    /**
     * The bytes of the workbook's file.
     *
     * @param view     what the plan gives, in words of a language
     * @param language that language
     */
    public static byte[] bytes(FidelityView view, Locale language) {
        return new FidelityWorkbook(view, language).bytes();
    }

    private byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, FilterableSheet.APPLICATION, FilterableSheet.VERSION)) {
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
                    .map(key -> words.say("asked." + key))
                    .toList();
            new FilterableSheet(words.say("sheet.asked"), headings)
                    .addTo(
                            book,
                            view.sections().stream()
                                    .flatMap(section -> section.rows().stream().map(row -> asked(section, row))));
            for (Section section : view.sections()) {
                section.breakdowns().forEach(table -> add(book, section, table));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Amounts of one line are of one unit, so it stands in a column of its own. */
    private List<Object> asked(Section section, Row row) {
        return List.of(
                section.title(),
                row.name(),
                row.sentence(),
                words.say("status." + row.status()),
                numbers.amount(row.asked()),
                numbers.amount(row.given()),
                numbers.amount(row.shortBy()),
                numbers.unit(List.of(row.asked(), row.given(), row.shortBy())),
                row.gaps().stream().map(this::gap).collect(Collectors.joining("\n")),
                row.chapter(),
                row.ours());
    }

    private String gap(Gap gap) {
        String where = String.join("; ", gap.where());
        String all = gap.further() > 0 ? words.say("asked.further", where, gap.further()) : where;
        return gap.why().isEmpty() ? all : gap.why() + " " + all;
    }

    /** Several interventions may have tables of one title, so each line says of which it is. */
    private void add(Workbook book, Section section, BreakdownView table) {
        var headings = new ArrayList<String>();
        headings.add(words.say("asked.intervention"));
        table.headings().stream().map(Heading::text).forEach(headings::add);
        headings.add(words.say("asked.status"));
        headings.add(words.say("asked.notes"));
        new FilterableSheet(table.title(), headings)
                .addTo(book, table.lines().stream().map(line -> line(section, table, line)));
    }

    private List<Object> line(Section section, BreakdownView table, Line line) {
        var cells = new ArrayList<Object>();
        cells.add(section.title());
        for (int column = 0; column < line.cells().size(); column++) {
            String cell = line.cells().get(column);
            cells.add(table.headings().get(column).number() ? numbers.number(cell) : cell);
        }
        cells.add(words.say("status." + line.status()));
        cells.add(String.join("\n", line.notes()));
        return cells;
    }
}

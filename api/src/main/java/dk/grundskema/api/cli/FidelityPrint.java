package dk.grundskema.api.cli;

import dk.grundskema.api.fidelity.FidelityView;
import dk.grundskema.api.fidelity.FidelityView.Gap;
import dk.grundskema.api.fidelity.FidelityView.Row;
import dk.grundskema.api.fidelity.FidelityView.Section;
import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.finding.Texts;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Prints a fidelity report: a table of what is asked, then what is short, where and why.
 *
 * @param screen  where to
 * @param texts   for the words around it
 * @param explain whether each ask is explained, not only those that are short
 */
record FidelityPrint(Screen screen, Texts texts, boolean explain) {
    private static final int SOURCE = 4;
    private static final String BETWEEN = "  ";

    void print(FidelityView view) {
        screen.say(screen.bold(view.isMet() ? screen.green(view.headline()) : screen.red(view.headline())));
        screen.gap();
        for (Section section : view.sections()) {
            screen.say(screen.bold(section.title()));
            new BreakdownPrint(screen).print(section.breakdowns());
            if (!section.rows().isEmpty()) {
                table(section.rows());
                screen.gap();
            }
        }
        details(view);
        screen.say(screen.bold(texts.text("assess.sources-heading")));
        view.sources().forEach(source -> screen.say("  " + source));
    }

    private void table(List<Row> rows) {
        List<Function<Row, String>> columns = List.of(Row::name, Row::asked, Row::given, Row::shortBy, Row::source);
        var headings = List.of(
                texts.text("assess.table-ask"),
                texts.text("assess.table-asked"),
                texts.text("assess.table-given"),
                texts.text("assess.table-short"),
                texts.text("assess.table-from"));
        int[] widths = IntStream.range(0, columns.size())
                .map(i -> rows.stream()
                        .mapToInt(row -> columns.get(i).apply(row).length())
                        .reduce(headings.get(i).length(), Math::max))
                .toArray();
        screen.say("   " + line(headings, widths));
        for (Row row : rows) {
            var cells = columns.stream().map(column -> column.apply(row)).toList();
            screen.say(coloured(row.status(), row.mark() + BETWEEN + line(cells, widths)));
        }
    }

    private static String line(List<String> cells, int[] widths) {
        var line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String fill = " ".repeat(widths[i] - cells.get(i).length());
            boolean isNumber = i > 0 && i < SOURCE;
            line.append(isNumber ? fill + cells.get(i) : cells.get(i) + fill).append(BETWEEN);
        }
        return line.toString().stripTrailing();
    }

    private String coloured(Ask.Status status, String text) {
        return switch (status) {
            case MET -> text;
            case SHORT -> screen.red(text);
            case NOT_PLANNED -> screen.yellow(text);
            case NOT_APPLICABLE, NOTED -> text;
        };
    }

    private void details(FidelityView view) {
        var rows = view.sections().stream()
                .flatMap(section -> section.rows().stream())
                .filter(row -> explain || row.status() == Ask.Status.SHORT)
                .toList();
        if (rows.isEmpty()) {
            return;
        }
        screen.say(screen.bold(texts.text(explain ? "assess.explained-heading" : "assess.short-heading")));
        screen.gap();
        rows.forEach(this::detail);
    }

    private void detail(Row row) {
        String shortBy =
                row.shortBy().isEmpty() ? "" : BETWEEN + texts.text("assess.short-by", row.shortBy(), row.asked());
        screen.say(coloured(row.status(), row.mark() + " " + screen.bold(row.name()) + shortBy));
        folded("  ", row.sentence());
        folded("  ", row.ours());
        folded("  ", texts.text("assess.asks-where", row.chapter()));
        row.gaps().forEach(this::gap);
        screen.gap();
    }

    private void gap(Gap gap) {
        if (gap.places() == 1 && !gap.why().isEmpty()) {
            folded("  - ", gap.where().getFirst() + ": " + gap.why());
            return;
        }
        folded(
                "  - ",
                gap.why().isEmpty()
                        ? texts.text("assess.gap-mixed", gap.places())
                        : texts.text("assess.gap", gap.places(), gap.why()));
        gap.where().forEach(where -> folded("      ", where));
        if (gap.further() > 0) {
            folded("      ", texts.text("assess.further", gap.further()));
        }
    }

    /** Writes a text in lines that fit the screen, the later ones as far in as the first one's words. */
    private void folded(String lead, String text) {
        String start = lead;
        for (String line : Folding.lines(text, screen.columns() - lead.length())) {
            if (!line.isEmpty()) {
                screen.say(start + line);
            }
            start = " ".repeat(lead.length());
        }
    }
}

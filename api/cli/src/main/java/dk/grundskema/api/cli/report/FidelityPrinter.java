package dk.grundskema.api.cli.report;

import dk.grundskema.api.cli.output.LineWrapper;
import dk.grundskema.api.cli.output.Screen;
import dk.grundskema.api.documents.fidelity.FidelityView;
import dk.grundskema.api.documents.fidelity.FidelityView.Gap;
import dk.grundskema.api.documents.fidelity.FidelityView.Row;
import dk.grundskema.api.documents.fidelity.FidelityView.Section;
import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.finding.Texts;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Prints a fidelity report: a table of requests, followed by those not fulfilled, with places and reasons.
 *
 * @param screen  screen to write to
 * @param texts   texts in the user's language
 * @param explain whether to explain each request, not only those not fulfilled
 */
record FidelityPrinter(Screen screen, Texts texts, boolean explain) {
    private static final int SOURCE = 4;
    private static final String BETWEEN = "  ";

    void print(FidelityView view) {
        screen.printLine(screen.bold(view.isMet() ? screen.green(view.headline()) : screen.red(view.headline())));
        screen.printEmptyLine();
        for (Section section : view.sections()) {
            screen.printLine(screen.bold(section.title()));
            new BreakdownPrinter(screen).print(section.breakdowns());
            if (!section.rows().isEmpty()) {
                printTable(section.rows());
                screen.printEmptyLine();
            }
        }
        printDetails(view);
        screen.printLine(screen.bold(texts.text("assess.sources-heading")));
        view.sources().forEach(source -> screen.printLine("  " + source));
    }

    private void printTable(List<Row> rows) {
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
        screen.printLine("   " + formatRow(headings, widths));
        for (Row row : rows) {
            var cells = columns.stream().map(column -> column.apply(row)).toList();
            screen.printLine(coloured(row.status(), row.mark() + BETWEEN + formatRow(cells, widths)));
        }
    }

    private static String formatRow(List<String> cells, int[] widths) {
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
            case ACCEPTED, NOT_PLANNED -> screen.yellow(text);
            case NOT_APPLICABLE, NOTED -> text;
        };
    }

    private void printDetails(FidelityView view) {
        var rows = view.sections().stream()
                .flatMap(section -> section.rows().stream())
                .filter(row -> explain || row.status() == Ask.Status.SHORT)
                .toList();
        if (rows.isEmpty()) {
            return;
        }
        screen.printLine(screen.bold(texts.text(explain ? "assess.explained-heading" : "assess.short-heading")));
        screen.printEmptyLine();
        rows.forEach(this::printDetail);
    }

    private void printDetail(Row row) {
        String shortBy =
                row.shortBy().isEmpty() ? "" : BETWEEN + texts.text("assess.short-by", row.shortBy(), row.asked());
        screen.printLine(coloured(row.status(), row.mark() + " " + screen.bold(row.name()) + shortBy));
        printWrapped("  ", row.sentence());
        printWrapped("  ", row.ours());
        printWrapped("  ", texts.text("assess.asks-where", row.chapter()));
        row.gaps().forEach(this::printGap);
        screen.printEmptyLine();
    }

    private void printGap(Gap gap) {
        if (gap.places() == 1 && !gap.why().isEmpty()) {
            printWrapped("  - ", gap.where().getFirst() + ": " + gap.why());
            return;
        }
        printWrapped(
                "  - ",
                gap.why().isEmpty()
                        ? texts.text("assess.gap-mixed", gap.places())
                        : texts.text("assess.gap", gap.places(), gap.why()));
        gap.where().forEach(where -> printWrapped("      ", where));
        if (gap.further() > 0) {
            printWrapped("      ", texts.text("assess.further", gap.further()));
        }
    }

    /** Prints a text in lines that fit the screen, with a hanging indent. */
    private void printWrapped(String lead, String text) {
        String start = lead;
        for (String line : LineWrapper.wrap(text, screen.columns() - lead.length())) {
            if (!line.isEmpty()) {
                screen.printLine(start + line);
            }
            start = " ".repeat(lead.length());
        }
    }
}

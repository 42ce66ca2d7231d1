package dk.grundskema.api.cli.report;

import dk.grundskema.api.cli.output.LineWrapper;
import dk.grundskema.api.cli.output.Screen;
import dk.grundskema.api.documents.fidelity.BreakdownView;
import dk.grundskema.api.documents.fidelity.BreakdownView.Line;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/** Prints a breakdown as a table that fits the screen, with notes beneath its lines. */
record BreakdownPrinter(Screen screen) {
    private static final String LEAD = "  ";
    private static final String BETWEEN = "  ";
    private static final String BENEATH = "      ";

    /** Minimum width of a legible column. */
    private static final int NARROWEST = 14;

    void print(Collection<BreakdownView> views) {
        views.forEach(this::print);
    }

    private void print(BreakdownView view) {
        int[] widths = columnWidths(view);
        screen.printLine(screen.bold(view.title()));
        var headings = view.headings().stream().map(BreakdownView.Heading::text).toList();
        printRow(" ", headings, view, widths, false);
        for (Line line : view.lines()) {
            printRow(line.mark(), line.cells(), view, widths, line.isShort());
            line.notes().forEach(note -> printNote(note, line.isShort()));
        }
        screen.printEmptyLine();
    }

    /** Returns the width of each column's longest text; if the total is too wide, the widest columns shrink first. */
    private int[] columnWidths(BreakdownView view) {
        int[] widths = IntStream.range(0, view.headings().size())
                .map(i -> view.lines().stream()
                        .mapToInt(line -> line.cells().get(i).length())
                        .reduce(view.headings().get(i).text().length(), Math::max))
                .toArray();
        int room = screen.columns() - LEAD.length() - 1;
        while (IntStream.of(widths).sum() + widths.length * BETWEEN.length() > room) {
            int widest = 0;
            for (int i = 1; i < widths.length; i++) {
                widest = widths[i] > widths[widest] ? i : widest;
            }
            if (widths[widest] <= NARROWEST) {
                return widths;
            }
            widths[widest]--;
        }
        return widths;
    }

    private void printRow(String mark, List<String> cells, BreakdownView view, int[] widths, boolean isShort) {
        var folded = IntStream.range(0, widths.length)
                .mapToObj(i -> LineWrapper.wrap(cells.get(i), widths[i]))
                .toList();
        int height = folded.stream().mapToInt(List::size).max().orElse(1);
        for (int at = 0; at < height; at++) {
            var line = new StringBuilder(LEAD).append(at == 0 ? mark : " ");
            for (int i = 0; i < widths.length; i++) {
                String text = at < folded.get(i).size() ? folded.get(i).get(at) : "";
                String fill = " ".repeat(Math.max(0, widths[i] - text.length()));
                boolean number = view.headings().get(i).number();
                line.append(BETWEEN).append(number ? fill + text : text + fill);
            }
            printLine(line.toString().stripTrailing(), isShort);
        }
    }

    private void printNote(String note, boolean isShort) {
        String lead = BENEATH + "– ";
        for (String line : LineWrapper.wrap(note, screen.columns() - lead.length())) {
            printLine(lead + line, isShort);
            lead = BENEATH + "  ";
        }
    }

    private void printLine(String line, boolean isShort) {
        screen.printLine(isShort ? screen.red(line) : line);
    }
}

package dk.grundskema.api.cli;

import dk.grundskema.api.fidelity.BreakdownView;
import dk.grundskema.api.fidelity.BreakdownView.Line;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/** Prints what a plan gives line by line: columns one under the other, as wide as the screen allows, and beneath a line what has to be said besides. */
record BreakdownPrint(Screen screen) {
    private static final String LEAD = "  ";
    private static final String BETWEEN = "  ";
    private static final String BENEATH = "      ";

    /** A column narrower than this can't be read. */
    private static final int NARROWEST = 14;

    void print(Collection<BreakdownView> views) {
        views.forEach(this::print);
    }

    private void print(BreakdownView view) {
        int[] widths = widths(view);
        screen.say(screen.bold(view.title()));
        var headings = view.headings().stream().map(BreakdownView.Heading::text).toList();
        row(" ", headings, view, widths, false);
        for (Line line : view.lines()) {
            row(line.mark(), line.cells(), view, widths, line.isShort());
            line.notes().forEach(note -> beneath(note, line.isShort()));
        }
        screen.gap();
    }

    /** As wide as the longest text of each column; where that is too much together, the widest gives way first. */
    private int[] widths(BreakdownView view) {
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

    private void row(String mark, List<String> cells, BreakdownView view, int[] widths, boolean isShort) {
        var folded = IntStream.range(0, widths.length)
                .mapToObj(i -> Folding.lines(cells.get(i), widths[i]))
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
            say(line.toString().stripTrailing(), isShort);
        }
    }

    private void beneath(String note, boolean isShort) {
        String lead = BENEATH + "– ";
        for (String line : Folding.lines(note, screen.columns() - lead.length())) {
            say(lead + line, isShort);
            lead = BENEATH + "  ";
        }
    }

    private void say(String line, boolean isShort) {
        screen.say(isShort ? screen.red(line) : line);
    }
}

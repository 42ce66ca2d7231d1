package dk.grundskema.api.imports.table.file;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds out what stands between the cells of a file of text. */
final class Delimiter {
    private static final List<Character> CANDIDATES = List.of(';', '\t', ',', '|');
    private static final int LOOKED_AT = 200_000;
    private static final int MOST_ROWS = 60;

    private Delimiter() {}

    /**
     * The sign that cuts most rows into the same number of cells, more than one; of several that do, the one that gives most cells, and then the
     * earlier of semicolon, tab, comma and bar. Signs in quotation marks don't count.
     */
    static char of(String text) {
        char best = ';';
        double most = 0;
        for (char candidate : CANDIDATES) {
            double regularity = regularity(cellsPerRow(text, candidate));
            if (regularity > most) {
                most = regularity;
                best = candidate;
            }
        }
        return best;
    }

    /** The share of rows with the commonest number of cells, and a little for each cell. */
    private static double regularity(List<Integer> cells) {
        var rowsByCells = cells.stream()
                .filter(count -> count > 1)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return rowsByCells.entrySet().stream()
                .map((Map.Entry<Integer, Long> each) ->
                        (double) each.getValue() / cells.size() + Math.min(each.getKey(), 20) / 1000.0)
                .max(Double::compare)
                .orElse(0.0);
    }

    private static List<Integer> cellsPerRow(String text, char delimiter) {
        var counts = new java.util.ArrayList<Integer>();
        int cells = 1;
        boolean isQuoted = false;
        boolean isFilled = false;
        int end = Math.min(text.length(), LOOKED_AT);
        for (int i = 0; i < end && counts.size() < MOST_ROWS; i++) {
            char letter = text.charAt(i);
            if (letter == '"') {
                isQuoted = !isQuoted;
            } else if (!isQuoted && letter == delimiter) {
                cells++;
            } else if (!isQuoted && letter == '\n') {
                if (isFilled) {
                    counts.add(cells);
                }
                cells = 1;
                isFilled = false;
            }
            isFilled = isFilled || (letter > ' ' && letter != delimiter);
        }
        if (isFilled && counts.size() < MOST_ROWS) {
            counts.add(cells);
        }
        return counts;
    }
}

package dk.grundskema.api.imports.table.file;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Detects the delimiter of a text file. */
final class DelimiterDetector {
    private static final List<Character> CANDIDATES = List.of(';', '\t', ',', '|');
    private static final int LOOKED_AT = 200_000;
    private static final int MOST_ROWS = 60;

    private DelimiterDetector() {}

    /**
     * Returns the delimiter that splits most rows into the same number of cells, at least two. Ties: more cells, then the order semicolon,
     * tab, comma, bar. Ignores delimiters in quotation marks.
     */
    static char detect(String text) {
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

    /** Returns the share of rows with the most frequent number of cells, plus a small bonus per cell. */
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

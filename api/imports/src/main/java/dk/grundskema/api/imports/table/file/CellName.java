package dk.grundskema.api.imports.table.file;

import java.util.Optional;
import java.util.regex.Pattern;

/** Converts between cell names of spreadsheets and indexes. */
public final class CellName {
    private static final int LETTERS = 26;
    private static final Pattern FORM = Pattern.compile("([A-Z]{1,3})([1-9]\\d{0,6})");

    private CellName() {}

    /** Returns {@code C14} for row 13 and column 2, both counted from 0. */
    public static String of(int row, int column) {
        return letters(column) + (row + 1);
    }

    private static String letters(int column) {
        var letters = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / LETTERS - 1) {
            letters.insert(0, (char) ('A' + rest % LETTERS));
        }
        return letters.toString();
    }

    /**
     * A cell.
     *
     * @param row    row index, from 0
     * @param column column index, from 0
     */
    public record Cell(int row, int column) {}

    /** Parses a name such as {@code C14}; empty if it is malformed. */
    public static Optional<Cell> parse(String name) {
        var parts = FORM.matcher(name);
        return parts.matches()
                ? Optional.of(new Cell(Integer.parseInt(parts.group(2)) - 1, column(parts.group(1))))
                : Optional.empty();
    }

    /** Returns the column index of letters, from 0; at most three letters, {@code A} to {@code Z}. */
    static int column(String letters) {
        int column = 0;
        for (int i = 0; i < letters.length(); i++) {
            column = column * LETTERS + letters.charAt(i) - 'A' + 1;
        }
        return column - 1;
    }
}

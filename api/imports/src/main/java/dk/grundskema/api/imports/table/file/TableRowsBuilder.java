package dk.grundskema.api.imports.table.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Builds the rows of a table. Cells with the same text mostly share it, because the cells of long lists repeat a few texts. */
final class TableRowsBuilder {
    private static final int KNOWN_TEXTS = 4096;

    /** Some of the texts so far, each at the remainder of its hash code. */
    private final String[] known = new String[KNOWN_TEXTS];

    private final List<String[]> rows = new ArrayList<>();

    /** Sets the text of a cell, with at most 20 blanks in a row; ignores an empty text. */
    void set(int row, int column, String given) {
        if (given.isEmpty()) {
            return;
        }
        String text = shared(BlankRunLimiter.limitBlanks(given));
        while (rows.size() <= row) {
            rows.add(NONE);
        }
        String[] cells = rows.get(row);
        if (cells.length <= column) {
            int before = cells.length;
            cells = Arrays.copyOf(cells, column + 1);
            Arrays.fill(cells, before, column + 1, "");
            rows.set(row, cells);
        }
        cells[column] = text;
    }

    private static final String[] NONE = {};

    private String shared(String text) {
        int place = Math.floorMod(text.hashCode(), KNOWN_TEXTS);
        if (!text.equals(known[place])) {
            known[place] = text;
        }
        return known[place];
    }

    /** Returns the number of rows. */
    int size() {
        return rows.size();
    }

    /**
     * Copies the text of an area's first cell to all its cells, down to at most {@link TableLimits#COLUMNS} rows below the last row read;
     * returns the number of characters written.
     *
     * @param read number of rows that were read
     */
    long fill(MergedArea area, int read) {
        String text = area.top() < rows.size() && area.left() < rows.get(area.top()).length
                ? rows.get(area.top())[area.left()]
                : "";
        int bottom = bottom(area, read);
        long cells = filledCellCount(area, read);
        if (cells == 0) {
            return 0;
        }
        for (int row = area.top(); row <= bottom; row++) {
            for (int column = area.left(); column <= area.right(); column++) {
                set(row, column, text);
            }
        }
        return cells * text.length();
    }

    /** Returns the number of cells that an area fills in a table with so many rows; 0 if it is too large or exceeds the limits of a table. */
    static long filledCellCount(MergedArea area, int rows) {
        int bottom = bottom(area, rows);
        long cells = (long) (bottom - area.top() + 1) * (area.right() - area.left() + 1);
        return cells > TableLimits.AREA || bottom >= TableLimits.ROWS || area.right() >= TableLimits.COLUMNS
                ? 0
                : cells;
    }

    private static int bottom(MergedArea area, int rows) {
        return Math.max(area.top(), Math.min(area.bottom(), rows + TableLimits.COLUMNS));
    }

    /** Returns the rows. */
    List<List<String>> build() {
        return rows.stream()
                .map(cells -> cells.length == 0 ? Collections.<String>emptyList() : List.of(cells))
                .toList();
    }
}

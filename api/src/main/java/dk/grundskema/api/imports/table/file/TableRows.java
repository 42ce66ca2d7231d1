package dk.grundskema.api.imports.table.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Rows while they are being read. */
final class TableRows {
    private final List<String[]> rows = new ArrayList<>();

    /** Puts a text into a cell, with at most so many blanks in a row; an empty one leaves the cell as it is. */
    void set(int row, int column, String given) {
        if (given.isEmpty()) {
            return;
        }
        String text = Blanks.shortened(given);
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

    /** How many rows there are. */
    int size() {
        return rows.size();
    }

    /**
     * Gives all cells of an area the text of its first one, as far down as there is something in the table; says how many letters that are.
     *
     * @param read how many rows were read
     */
    long fill(Area area, int read) {
        String text = area.top() < rows.size() && area.left() < rows.get(area.top()).length
                ? rows.get(area.top())[area.left()]
                : "";
        int bottom = bottom(area, read);
        long cells = filled(area, read);
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

    /** How many cells of a table of so many rows an area fills; none if it is too large, or reaches where no cells are read. */
    static long filled(Area area, int rows) {
        int bottom = bottom(area, rows);
        long cells = (long) (bottom - area.top() + 1) * (area.right() - area.left() + 1);
        return cells > Limits.AREA || bottom >= Limits.ROWS || area.right() >= Limits.COLUMNS ? 0 : cells;
    }

    private static int bottom(Area area, int rows) {
        return Math.max(area.top(), Math.min(area.bottom(), rows + Limits.COLUMNS));
    }

    /** The rows as they are now. */
    List<List<String>> done() {
        return rows.stream()
                .map(cells -> cells.length == 0 ? Collections.<String>emptyList() : List.of(cells))
                .toList();
    }
}

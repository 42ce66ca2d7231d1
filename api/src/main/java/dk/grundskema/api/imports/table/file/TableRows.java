package dk.grundskema.api.imports.table.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Rows while they are being read. */
final class TableRows {
    private final List<String[]> rows = new ArrayList<>();

    /** Puts a text into a cell; an empty one leaves the cell as it is. */
    void set(int row, int column, String text) {
        if (text.isEmpty()) {
            return;
        }
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

    /** Gives all cells of an area the text of its first one, as far down as there is something in the table. */
    void fill(Area area) {
        String text = area.top() < rows.size() && area.left() < rows.get(area.top()).length
                ? rows.get(area.top())[area.left()]
                : "";
        int bottom = Math.max(area.top(), Math.min(area.bottom(), rows.size() + Limits.COLUMNS));
        long cells = (long) (bottom - area.top() + 1) * (area.right() - area.left() + 1);
        if (cells > Limits.AREA || bottom >= Limits.ROWS || area.right() >= Limits.COLUMNS) {
            return;
        }
        for (int row = area.top(); row <= bottom; row++) {
            for (int column = area.left(); column <= area.right(); column++) {
                set(row, column, text);
            }
        }
    }

    /** The rows as they are now. */
    List<List<String>> done() {
        return rows.stream()
                .map(cells -> cells.length == 0 ? Collections.<String>emptyList() : List.of(cells))
                .toList();
    }
}

package dk.grundskema.api.imports.table.grid;

import dk.grundskema.api.imports.table.file.CellName.Cell;
import dk.grundskema.api.imports.table.file.MergedArea;
import dk.grundskema.api.imports.table.file.Table;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Records which cells of a table have been read or named in a finding; a merged area counts as its first cell. */
final class ReadCells {
    private final Table table;
    private final Map<Integer, BitSet> read = new HashMap<>();

    ReadCells(Table table) {
        this.table = table;
    }

    /** Records a cell as read. */
    void mark(int row, int column) {
        var first = firstOf(row, column);
        read.computeIfAbsent(first.row(), any -> new BitSet()).set(first.column());
    }

    private Cell firstOf(int row, int column) {
        return table.area(row, column)
                .map((MergedArea area) -> new Cell(area.top(), area.left()))
                .orElse(new Cell(row, column));
    }

    /** Whether a cell of a row has been read. */
    boolean hasReadCell(int row) {
        return read.containsKey(row);
    }

    /** Returns the filled cells that have not been read, row by row. */
    List<Cell> unread() {
        var unread = new ArrayList<Cell>();
        for (int row = 0; row < table.rows().size(); row++) {
            for (int column = 0; column < table.rows().get(row).size(); column++) {
                var cell = new Cell(row, column);
                boolean isOwn = !table.text(row, column).isEmpty()
                        && firstOf(row, column).equals(cell);
                if (isOwn && !read.getOrDefault(row, new BitSet()).get(column)) {
                    unread.add(cell);
                }
            }
        }
        return unread;
    }
}

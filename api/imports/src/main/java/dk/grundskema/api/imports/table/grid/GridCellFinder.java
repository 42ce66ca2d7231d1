package dk.grundskema.api.imports.table.grid;

import dk.grundskema.api.imports.table.file.MergedArea;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Finds the filled cells of a grid; a merged area is one cell. */
final class GridCellFinder {
    private final Grid grid;
    private final List<GridSlot> slots;
    private final ReadCells read;

    /** @param read records the cells that are found */
    GridCellFinder(Grid grid, List<GridSlot> slots, ReadCells read) {
        this.grid = grid;
        this.slots = slots;
        this.read = read;
    }

    /** Returns all cells, ordered by lesson time and day. */
    List<GridCell> findAll() {
        var cells = new ArrayList<GridCell>();
        for (int index = 0; index < slots.size(); index++) {
            for (Map.Entry<Integer, GridColumn> column : grid.columns().entrySet()) {
                createCell(index, column.getKey(), column.getValue()).ifPresent(cells::add);
            }
        }
        return cells;
    }

    private Optional<GridCell> createCell(int index, int column, GridColumn meaning) {
        GridSlot slot = slots.get(index);
        var texts = new LinkedHashSet<String>();
        int first = -1;
        int last = slot.last();
        for (int row = slot.first(); row <= slot.last(); row++) {
            var area = grid.table().area(row, column);
            // a merged area belongs to the lesson time in which it begins
            boolean isOwn = area.isEmpty() || (area.get().top() == row && isFirstColumn(area.get(), column));
            String text = grid.table().text(row, column);
            if (isOwn && !text.isEmpty()) {
                texts.add(text);
                grid.table().markRead(row, column, read);
                first = first < 0 ? row : first;
                last = Math.max(last, area.map(MergedArea::bottom).orElse(row));
            }
        }
        if (texts.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new GridCell(
                grid.table().place(first, column),
                String.join("\n", texts),
                meaning.days(),
                owners(first, column),
                slotsUntil(index, last).stream()
                        .map(each -> each.within(meaning.weeks()))
                        .toList(),
                isShared(first, column)));
    }

    /** An area over both halves of a day, or over several classes, is one cell; an area over several days is one cell on each day. */
    private boolean isFirstColumn(MergedArea area, int column) {
        GridColumn own = column(column);
        for (int other : grid.columns().subMap(area.left(), column).keySet()) {
            if (column(other).days().equals(own.days())
                    && column(other).weeks().pattern().equals(own.weeks().pattern())) {
                return false;
            }
        }
        return true;
    }

    private GridColumn column(int column) {
        return Objects.requireNonNull(grid.columns().get(column));
    }

    /** Returns the owners of the columns that a cell covers on its days. */
    private List<GridOwner> owners(int row, int column) {
        GridColumn own = column(column);
        Map<String, GridOwner> owners = new LinkedHashMap<>();
        grid.columns().forEach((other, meaning) -> {
            boolean isCovered = other == column
                    || grid.table()
                            .area(row, column)
                            .filter(area -> area.contains(row, other))
                            .isPresent();
            var owner = meaning.owner();
            if (isCovered && owner != null && meaning.days().equals(own.days())) {
                owners.putIfAbsent(owner.name().text(), owner);
            }
        });
        return List.copyOf(owners.values());
    }

    private List<GridSlot> slotsUntil(int index, int lastRow) {
        var taken = new ArrayList<GridSlot>();
        for (int i = index; i < slots.size() && slots.get(i).first() <= lastRow; i++) {
            taken.add(slots.get(i));
        }
        return taken;
    }

    private boolean isShared(int row, int column) {
        var area = grid.table().area(row, column);
        GridColumn own = column(column);
        return grid.columns().entrySet().stream()
                .filter(other -> other.getKey() != column && other.getValue().isHalfOf(own))
                .filter(other -> area.isEmpty() || !area.get().contains(row, other.getKey()))
                .anyMatch(other -> !grid.table().text(row, other.getKey()).isEmpty());
    }
}

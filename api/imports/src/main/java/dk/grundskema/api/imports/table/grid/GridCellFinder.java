package dk.grundskema.api.imports.table.grid;

import dk.grundskema.api.imports.table.file.MergedArea;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the filled cells of a grid; a merged area is one cell. */
final class GridCellFinder {
    private final Grid grid;
    private final List<GridSlot> slots;

    GridCellFinder(Grid grid, List<GridSlot> slots) {
        this.grid = grid;
        this.slots = slots;
    }

    /** Returns all cells, ordered by lesson time and day. */
    List<GridCell> findAll() {
        var cells = new ArrayList<GridCell>();
        for (int index = 0; index < slots.size(); index++) {
            for (Map.Entry<Integer, DayOfWeek> day : grid.days().entrySet()) {
                createCell(index, day.getKey(), day.getValue()).ifPresent(cells::add);
            }
        }
        return cells;
    }

    private Optional<GridCell> createCell(int index, int column, DayOfWeek weekday) {
        GridSlot slot = slots.get(index);
        var texts = new LinkedHashSet<String>();
        int first = -1;
        int last = slot.last();
        for (int row = slot.first(); row <= slot.last(); row++) {
            var area = grid.table().area(row, column);
            // a merged area belongs to the lesson time in which it begins
            boolean isOwn = area.isEmpty() || (area.get().top() == row && isFirstColumn(area.get(), column, weekday));
            String text = grid.table().text(row, column);
            if (isOwn && !text.isEmpty()) {
                texts.add(text);
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
                weekday,
                slotsUntil(index, last),
                isShared(first, column, weekday)));
    }

    /** An area over both halves of a day is one cell; an area over several days is one cell on each day. */
    private boolean isFirstColumn(MergedArea area, int column, DayOfWeek weekday) {
        for (int other = area.left(); other < column; other++) {
            if (weekday.equals(grid.days().get(other))) {
                return false;
            }
        }
        return true;
    }

    private List<GridSlot> slotsUntil(int index, int lastRow) {
        var taken = new ArrayList<GridSlot>();
        for (int i = index; i < slots.size() && slots.get(i).first() <= lastRow; i++) {
            taken.add(slots.get(i));
        }
        return taken;
    }

    private boolean isShared(int row, int column, DayOfWeek weekday) {
        var own = grid.table().area(row, column);
        return grid.days().entrySet().stream()
                .filter(day -> day.getKey() != column && day.getValue() == weekday)
                .filter(day -> own.isEmpty() || !own.get().contains(row, day.getKey()))
                .anyMatch(day -> !grid.table().text(row, day.getKey()).isEmpty());
    }
}

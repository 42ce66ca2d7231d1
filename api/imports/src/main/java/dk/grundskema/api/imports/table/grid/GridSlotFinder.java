package dk.grundskema.api.imports.table.grid;

import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.table.file.MergedArea;
import dk.grundskema.api.imports.table.lists.TableSourceBuilder;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Classifies the rows of a grid as lessons, breaks or remarks below. */
final class GridSlotFinder {
    private final Grid grid;
    private final TableSourceBuilder out;
    private final List<GridSlot> slots = new ArrayList<>();
    private final TreeMap<Integer, LocalTime> starts = new TreeMap<>();
    private boolean isBelow;
    private int remarkColumn = -1;

    GridSlotFinder(Grid grid, TableSourceBuilder out) {
        this.grid = grid;
        this.out = out;
    }

    /** Returns the lesson times from top to bottom. */
    List<GridSlot> find() {
        for (int row = grid.heading() + 1; row < grid.end(); row++) {
            readRow(row);
        }
        if (remarkColumn >= 0) {
            var place = grid.table().place(remarkColumn, 0);
            out.addFinding(FileFinding.info(
                    place,
                    "import.grid.remarks",
                    grid.table().place(remarkColumn, 0).where()));
        }
        return withEnds(withHours());
    }

    private void readRow(int row) {
        if (grid.table().isBlank(row)) {
            isBelow = !slots.isEmpty();
            return;
        }
        GridLabel label = GridLabel.parse(grid.labels(row));
        if (label instanceof GridLabel.Break || grid.isAllBreak(row)) {
            startTime(label).ifPresent(start -> starts.put(row, start));
            return;
        }
        if (isSecondLine(row, label)) {
            GridSlot before = slots.removeLast();
            slots.add(new GridSlot(before.first(), row, before.label()));
            return;
        }
        switch (label) {
            case GridLabel.Times times -> add(row, label, times.start());
            case GridLabel.Start start -> add(row, label, start.start());
            case GridLabel.Numbers numbers -> slots.add(new GridSlot(row, row, numbers));
            case GridLabel.Nothing nothing -> reportRemark(row, "");
            case GridLabel.Unclear unclear -> reportRemark(row, unclear.text());
            case GridLabel.Break none -> {
                // handled above
            }
        }
    }

    /** Returns the start of a break, which ends the lesson before it. */
    private static Optional<LocalTime> startTime(GridLabel label) {
        return switch (label) {
            case GridLabel.Times times -> Optional.of(times.start());
            case GridLabel.Start start -> Optional.of(start.start());
            default -> Optional.empty();
        };
    }

    private void add(int row, GridLabel label, LocalTime start) {
        slots.add(new GridSlot(row, row, label));
        starts.put(row, start);
    }

    /** Whether a row is the second line of the lesson directly above: it has no label of its own. */
    private boolean isSecondLine(int row, GridLabel label) {
        if (slots.isEmpty() || slots.getLast().last() != row - 1) {
            return false;
        }
        boolean isOfOneCell = grid.table()
                        .area(row, 0)
                        .map(MergedArea::top)
                        .filter(top -> top < row && top > grid.heading())
                        .isPresent()
                && grid.labelColumns() > 0;
        return isOfOneCell || (label instanceof GridLabel.Nothing && !isAllMerged(row));
    }

    /** Whether the row has only the lower parts of merged areas. */
    private boolean isAllMerged(int row) {
        return grid.days().keySet().stream()
                .filter(column -> !grid.table().text(row, column).isEmpty())
                .allMatch(column -> grid.table()
                        .area(row, column)
                        .filter(area -> area.top() < row)
                        .isPresent());
    }

    private void reportRemark(int row, String label) {
        if (grid.hasNoCell(row) || isBelow || (slots.isEmpty() && label.isEmpty())) {
            remarkColumn = remarkColumn < 0 ? row : remarkColumn;
        } else if (!(label.isEmpty() && isAllMerged(row))) {
            out.addFinding(FileFinding.error(grid.table().place(row, 0), "import.grid.row-unclear", label));
        }
    }

    /** If the first number is at least seven, numbers are hours and not lesson numbers. */
    private List<GridSlot> withHours() {
        boolean areHours =
                !slots.isEmpty() && slots.getFirst().label() instanceof GridLabel.Numbers numbers && isHour(numbers);
        if (!areHours) {
            return slots;
        }
        return slots.stream().map(GridSlotFinder::asHour).toList();
    }

    private static boolean isHour(GridLabel.Numbers numbers) {
        return numbers.first().matches("\\d{1,2}")
                && Integer.parseInt(numbers.first()) >= GridLabel.FIRST_HOUR
                && Integer.parseInt(numbers.first()) + numbers.count() <= 24;
    }

    private static GridSlot asHour(GridSlot slot) {
        if (!(slot.label() instanceof GridLabel.Numbers numbers) || !isHour(numbers)) {
            return slot;
        }
        LocalTime start = LocalTime.of(Integer.parseInt(numbers.first()), 0);
        return new GridSlot(slot.first(), slot.last(), new GridLabel.Start(start));
    }

    /** Adds missing ends: a lesson ends when the next one starts; the last one has the length of the one before. */
    private List<GridSlot> withEnds(List<GridSlot> all) {
        all.forEach(slot -> {
            if (slot.label() instanceof GridLabel.Start start) {
                starts.put(slot.first(), start.start());
            }
        });
        var done = new ArrayList<GridSlot>();
        Duration length = Duration.ofMinutes(45);
        boolean isGuessed = false;
        for (GridSlot slot : all) {
            if (slot.label() instanceof GridLabel.Start start) {
                var next = starts.higherEntry(slot.first());
                LocalTime end = next != null && next.getValue().isAfter(start.start())
                        ? next.getValue()
                        : start.start().plus(length);
                length = Duration.between(start.start(), end);
                done.add(new GridSlot(slot.first(), slot.last(), new GridLabel.Times(start.start(), end)));
                isGuessed = true;
            } else {
                done.add(slot);
            }
        }
        if (isGuessed) {
            out.addFinding(
                    FileFinding.warning(grid.table().place(all.getFirst().first(), 0), "import.grid.end-guessed"));
        }
        return done;
    }
}

package dk.grundskema.api.imports.table.grid;

import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.table.lists.TableSourceBuilder;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Classifies the rows of a grid as lessons, breaks or remarks, and marks the times, numbers and breaks that it reads. */
final class GridSlotFinder {
    private final Grid grid;
    private final TableSourceBuilder out;
    private final List<GridSlot> slots = new ArrayList<>();
    private final TreeMap<Integer, LocalTime> starts = new TreeMap<>();
    private final ReadCells read;
    private boolean isBelow;

    /** @param read records the cells that are read */
    GridSlotFinder(Grid grid, TableSourceBuilder out, ReadCells read) {
        this.grid = grid;
        this.out = out;
        this.read = read;
    }

    /** Returns the lesson times from top to bottom. */
    List<GridSlot> find() {
        for (int row = grid.heading() + 1; row < grid.end(); row++) {
            readRow(row);
        }
        return withEnds(withHours());
    }

    private void readRow(int row) {
        if (grid.isBlank(row)) {
            isBelow = !slots.isEmpty();
            return;
        }
        GridLabel label = GridLabel.parse(grid.labels(row));
        var weeks = GridLabel.weeks(grid.labels(row));
        if (grid.isBreakRow(row)) {
            startTime(label).ifPresent(start -> starts.put(row, start));
            markBreak(row);
            return;
        }
        if (weeks.isEmpty() && isSecondLine(row, label)) {
            GridSlot before = slots.removeLast();
            slots.add(new GridSlot(before.first(), row, before.label(), before.weeks()));
            return;
        }
        if (weeks.isPresent() && label instanceof GridLabel.Nothing && isBelowLesson(row)) {
            label = slots.getLast().label(); // the same lesson in other weeks
        }
        switch (label) {
            case GridLabel.Times times -> add(row, times, weeks, times.start());
            case GridLabel.Start start -> add(row, start, weeks, start.start());
            case GridLabel.Numbers numbers -> add(row, numbers, weeks, null);
            case GridLabel.Nothing nothing -> reportUnclear(row, "");
            case GridLabel.Unclear unclear -> reportUnclear(row, unclear.text());
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

    private void add(int row, GridLabel label, Optional<StatedWeeks> weeks, @Nullable LocalTime start) {
        slots.add(new GridSlot(row, row, label, weeks.orElse(StatedWeeks.ALL)));
        if (start != null) {
            starts.put(row, start);
        }
        markLabels(row);
    }

    private boolean isBelowLesson(int row) {
        return !slots.isEmpty() && slots.getLast().last() == row - 1;
    }

    /** Whether a row is the second line of the lesson directly above: it has no label of its own. */
    private boolean isSecondLine(int row, GridLabel label) {
        if (!isBelowLesson(row)) {
            return false;
        }
        boolean isOfOneCell = false;
        for (int column = grid.labelFrom(); column < grid.labelUntil(); column++) {
            String text = grid.table().text(row, column);
            isOfOneCell = isOfOneCell
                    || (GridLabel.parse(List.of(text)).isLesson()
                            && grid.table()
                                    .area(row, column)
                                    .filter(area -> area.top() < row && area.top() > grid.heading())
                                    .isPresent());
        }
        return isOfOneCell || (label instanceof GridLabel.Nothing && !isAllMerged(row));
    }

    /** Whether the row has only the lower parts of merged areas. */
    private boolean isAllMerged(int row) {
        return grid.columns().keySet().stream()
                .filter(column -> !grid.table().text(row, column).isEmpty())
                .allMatch(column -> grid.table()
                        .area(row, column)
                        .filter(area -> area.top() < row)
                        .isPresent());
    }

    /** Reports a filled row without a time; a row below the lessons, or without a filled cell, is a remark. */
    private void reportUnclear(int row, String label) {
        boolean isRemark = grid.hasNoCell(row)
                || isBelow
                || (label.isEmpty() && (slots.isEmpty() || grid.table().isTransposed()));
        if (!isRemark && !(label.isEmpty() && isAllMerged(row))) {
            var place = grid.table().place(row, firstLabel(row));
            out.addFinding(
                    grid.table().isTransposed()
                            ? FileFinding.warning(place, "import.grid.column-unclear", label)
                            : FileFinding.error(place, "import.grid.row-unclear", label));
            for (int column = grid.labelFrom(); column < grid.labelUntil(); column++) {
                grid.table().markRead(row, column, read);
            }
            grid.columns().keySet().forEach(column -> grid.table().markRead(row, column, read));
        }
    }

    /** Returns the first column with a label in a row; the first of all if there is none. */
    private int firstLabel(int row) {
        int column = grid.labelFrom();
        while (column < grid.labelUntil() && grid.table().text(row, column).isEmpty()) {
            column++;
        }
        return column < grid.labelUntil() ? column : grid.labelFrom();
    }

    /** Marks the cells that state the time or number of a lesson. */
    private void markLabels(int row) {
        for (int column = grid.labelFrom(); column < grid.labelUntil(); column++) {
            var label = List.of(grid.table().text(row, column));
            if (GridLabel.parse(label).isLesson() || GridLabel.weeks(label).isPresent()) {
                grid.table().markRead(row, column, read);
            }
        }
    }

    private void markBreak(int row) {
        markLabels(row);
        for (int column = grid.labelFrom(); column <= grid.columns().lastKey(); column++) {
            if (GridLabel.isBreak(grid.table().text(row, column))) {
                grid.table().markRead(row, column, read);
            }
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
        return new GridSlot(slot.first(), slot.last(), new GridLabel.Start(start), slot.weeks());
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
                // The same lesson in other weeks begins at the same time.
                LocalTime end = starts.tailMap(slot.first(), /* inclusive= */ false).values().stream()
                        .dropWhile(start.start()::equals)
                        .findFirst()
                        .filter(next -> next.isAfter(start.start()))
                        .orElse(start.start().plus(length));
                length = Duration.between(start.start(), end);
                done.add(
                        new GridSlot(slot.first(), slot.last(), new GridLabel.Times(start.start(), end), slot.weeks()));
                isGuessed = true;
            } else {
                done.add(slot);
            }
        }
        if (isGuessed) {
            out.addFinding(FileFinding.warning(
                    grid.table().place(all.getFirst().first(), grid.labelFrom()), "import.grid.end-guessed"));
        }
        return done;
    }
}

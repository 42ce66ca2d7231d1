package dk.grundskema.api.imports.table.grid;

import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.table.file.Area;
import dk.grundskema.api.imports.table.lists.Collected;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Finds out which rows of a grid are lessons, which are breaks, and which are something that somebody wrote below. */
final class GridSlots {
    private final Grid grid;
    private final Collected out;
    private final List<Slot> slots = new ArrayList<>();
    private final TreeMap<Integer, LocalTime> starts = new TreeMap<>();
    private boolean isBelow;
    private int remark = -1;

    GridSlots(Grid grid, Collected out) {
        this.grid = grid;
        this.out = out;
    }

    /** The lessons' times from top to bottom. */
    List<Slot> find() {
        for (int row = grid.heading() + 1; row < grid.end(); row++) {
            row(row);
        }
        if (remark >= 0) {
            var place = grid.table().place(remark, 0);
            out.say(FileFinding.info(
                    place, "import.grid.remarks", grid.table().place(remark, 0).where()));
        }
        return withEnds(withHours());
    }

    private void row(int row) {
        if (grid.table().isBlank(row)) {
            isBelow = !slots.isEmpty();
            return;
        }
        GridLabel label = GridLabel.of(grid.labels(row));
        if (label instanceof GridLabel.Break || grid.isAllBreak(row)) {
            startOf(label).ifPresent(start -> starts.put(row, start));
            return;
        }
        if (continues(row, label)) {
            Slot before = slots.removeLast();
            slots.add(new Slot(before.first(), row, before.label()));
            return;
        }
        switch (label) {
            case GridLabel.Times times -> add(row, label, times.start());
            case GridLabel.Start start -> add(row, label, start.start());
            case GridLabel.Numbers numbers -> slots.add(new Slot(row, row, numbers));
            case GridLabel.Nothing nothing -> other(row, "");
            case GridLabel.Unclear unclear -> other(row, unclear.text());
            case GridLabel.Break none -> {
                // seen above
            }
        }
    }

    /** When a break begins, which ends the lesson before it. */
    private static Optional<LocalTime> startOf(GridLabel label) {
        return switch (label) {
            case GridLabel.Times times -> Optional.of(times.start());
            case GridLabel.Start start -> Optional.of(start.start());
            default -> Optional.empty();
        };
    }

    private void add(int row, GridLabel label, LocalTime start) {
        slots.add(new Slot(row, row, label));
        starts.put(row, start);
    }

    /** A row without a label of its own right below a lesson: its second line. */
    private boolean continues(int row, GridLabel label) {
        if (slots.isEmpty() || slots.getLast().last() != row - 1) {
            return false;
        }
        boolean isOfOneCell = grid.table()
                        .area(row, 0)
                        .map(Area::top)
                        .filter(top -> top < row && top > grid.heading())
                        .isPresent()
                && grid.labelColumns() > 0;
        return isOfOneCell || (label instanceof GridLabel.Nothing && !isAllMerged(row));
    }

    /** Whether the row has nothing but lower ends of cells that began above. */
    private boolean isAllMerged(int row) {
        return grid.days().keySet().stream()
                .filter(column -> !grid.table().text(row, column).isEmpty())
                .allMatch(column -> grid.table()
                        .area(row, column)
                        .filter(area -> area.top() < row)
                        .isPresent());
    }

    private void other(int row, String label) {
        if (grid.hasNoCell(row) || isBelow || (slots.isEmpty() && label.isEmpty())) {
            remark = remark < 0 ? row : remark;
        } else if (!(label.isEmpty() && isAllMerged(row))) {
            out.say(FileFinding.error(grid.table().place(row, 0), "import.grid.row-unclear", label));
        }
    }

    /** Numbers from seven on in the first row are hours and not lessons. */
    private List<Slot> withHours() {
        boolean areHours =
                !slots.isEmpty() && slots.getFirst().label() instanceof GridLabel.Numbers numbers && isHour(numbers);
        if (!areHours) {
            return slots;
        }
        return slots.stream().map(GridSlots::asHour).toList();
    }

    private static boolean isHour(GridLabel.Numbers numbers) {
        return numbers.first().matches("\\d{1,2}")
                && Integer.parseInt(numbers.first()) >= GridLabel.FIRST_HOUR
                && Integer.parseInt(numbers.first()) + numbers.count() <= 24;
    }

    private static Slot asHour(Slot slot) {
        if (!(slot.label() instanceof GridLabel.Numbers numbers) || !isHour(numbers)) {
            return slot;
        }
        LocalTime start = LocalTime.of(Integer.parseInt(numbers.first()), 0);
        return new Slot(slot.first(), slot.last(), new GridLabel.Start(start));
    }

    /** Lessons that only say when they begin end when the next one does, the last one after as long as the one before. */
    private List<Slot> withEnds(List<Slot> all) {
        all.forEach(slot -> {
            if (slot.label() instanceof GridLabel.Start start) {
                starts.put(slot.first(), start.start());
            }
        });
        var done = new ArrayList<Slot>();
        Duration length = Duration.ofMinutes(45);
        boolean isGuessed = false;
        for (Slot slot : all) {
            if (slot.label() instanceof GridLabel.Start start) {
                var next = starts.higherEntry(slot.first());
                LocalTime end = next != null && next.getValue().isAfter(start.start())
                        ? next.getValue()
                        : start.start().plus(length);
                length = Duration.between(start.start(), end);
                done.add(new Slot(slot.first(), slot.last(), new GridLabel.Times(start.start(), end)));
                isGuessed = true;
            } else {
                done.add(slot);
            }
        }
        if (isGuessed) {
            out.say(FileFinding.warning(grid.table().place(all.getFirst().first(), 0), "import.grid.end-guessed"));
        }
        return done;
    }
}

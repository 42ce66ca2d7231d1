package dk.grundskema.api.timetable;

import dk.grundskema.api.timetable.WeekGrid.Cell;
import dk.grundskema.api.timetable.WeekGrid.Day;
import dk.grundskema.api.timetable.WeekGrid.Row;
import dk.grundskema.domain.time.IsoWeek;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Puts what is held in a week into rows and columns. */
final class WeekGridLayout {
    private final IsoWeek week;
    private final SortedSet<DayOfWeek> weekdays;
    private final List<Entry> entries;
    private final BiPredicate<Entry, Entry> clashes;
    private final List<Integer> edges;

    WeekGridLayout(
            IsoWeek week, SortedSet<DayOfWeek> weekdays, List<Entry> entries, BiPredicate<Entry, Entry> clashes) {
        this.week = week;
        this.weekdays = weekdays;
        this.entries = entries;
        this.clashes = clashes;
        var all = new TreeSet<Integer>();
        entries.forEach(entry -> {
            all.add(entry.startMinute());
            all.add(entry.endMinute());
        });
        this.edges = List.copyOf(all);
    }

    WeekGrid grid() {
        var columns = weekdays.stream().map(this::column).toList();
        var rows = new ArrayList<Row>();
        for (int row = 0; row + 1 < edges.size(); row++) {
            int from = edges.get(row);
            int until = edges.get(row + 1);
            var cells = new ArrayList<Cell>();
            for (Column column : columns) {
                cells.addAll(column.cellsFrom(row));
            }
            boolean isEmpty =
                    entries.stream().noneMatch(entry -> entry.startMinute() < until && from < entry.endMinute());
            rows.add(new Row(LocalTime.MIN.plusMinutes(from), until - from, isEmpty, cells));
        }
        return new WeekGrid(week, columns.stream().map(Column::day).toList(), rows);
    }

    /** What of one day goes where. */
    private record Column(Day day, @Nullable Cell[][] cells) {
        List<Cell> cellsFrom(int row) {
            var beginning = new ArrayList<Cell>();
            for (Cell cell : cells[row]) {
                if (cell != null && cell.row() == row && !beginning.contains(cell)) {
                    beginning.add(cell);
                }
            }
            return beginning;
        }
    }

    private Column column(DayOfWeek weekday) {
        var ofDay = entries.stream()
                .filter(entry -> entry.date().getDayOfWeek() == weekday)
                .sorted(Comparator.comparingInt(Entry::startMinute)
                        .thenComparing(Comparator.comparingInt(Entry::endMinute).reversed()))
                .toList();
        var clusters = clusters(ofDay);
        int lanes = clusters.stream().mapToInt(List::size).max().orElse(1);
        var cells = new Cell[Math.max(0, edges.size() - 1)][lanes];
        for (List<List<Entry>> cluster : clusters) {
            for (int lane = 0; lane < cluster.size(); lane++) {
                int width = lane == cluster.size() - 1 ? lanes - lane : 1;
                for (Entry entry : cluster.get(lane)) {
                    place(cells, cell(entry, width, ofDay), lane);
                }
            }
        }
        fillGaps(cells, lanes);
        return new Column(new Day(week.date(weekday), lanes, ofDay), cells);
    }

    /** What overlaps, directly or by way of others, each time in as few lanes as it takes. */
    private static List<List<List<Entry>>> clusters(List<Entry> ofDay) {
        var clusters = new ArrayList<List<List<Entry>>>();
        int end = Integer.MIN_VALUE;
        for (Entry entry : ofDay) {
            if (entry.startMinute() >= end) {
                clusters.add(new ArrayList<>());
            }
            end = Math.max(end, entry.endMinute());
            var lanes = clusters.getLast();
            var free = lanes.stream()
                    .filter(lane -> lane.getLast().endMinute() <= entry.startMinute())
                    .findFirst();
            free.ifPresentOrElse(lane -> lane.add(entry), () -> lanes.add(new ArrayList<>(List.of(entry))));
        }
        return clusters;
    }

    private Cell cell(Entry entry, int width, Collection<Entry> ofDay) {
        int first = edges.indexOf(entry.startMinute());
        int rows = edges.indexOf(entry.endMinute()) - first;
        boolean isClash = ofDay.stream().anyMatch(other -> clashes.test(entry, other));
        return new Cell(entry, first, rows, width, isClash);
    }

    private static void place(@Nullable Cell[][] cells, Cell cell, int lane) {
        for (int row = cell.row(); row < cell.row() + cell.rows(); row++) {
            for (int column = lane; column < lane + cell.columns(); column++) {
                cells[row][column] = cell;
            }
        }
    }

    /** Gaps become cells too, as high as they are. */
    private static void fillGaps(@Nullable Cell[][] cells, int lanes) {
        for (int lane = 0; lane < lanes; lane++) {
            for (int row = 0; row < cells.length; row++) {
                int until = row;
                while (until < cells.length && cells[until][lane] == null) {
                    until++;
                }
                if (until > row) {
                    place(cells, new Cell(null, row, until - row, 1, false), lane);
                }
            }
        }
    }
}

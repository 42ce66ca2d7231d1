package dk.grundskema.api.documents.timetable;

import dk.grundskema.api.documents.timetable.WeekGrid.Cell;
import dk.grundskema.api.documents.timetable.WeekGrid.Day;
import dk.grundskema.api.documents.timetable.WeekGrid.Row;
import dk.grundskema.domain.time.IsoWeek;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lays out the entries of a week in rows and columns. */
final class WeekGridLayout {
    /** So many lessons of the school at the same time have cells of their own; more, such as the courses of a band, share one. */
    private static final int MOST_SIDE_BY_SIDE = 3;

    private final IsoWeek week;
    private final SortedSet<DayOfWeek> weekdays;
    private final List<TimetableEntry> entries;
    private final BiPredicate<TimetableEntry, TimetableEntry> clashes;
    private final List<Integer> edges;

    WeekGridLayout(
            IsoWeek week,
            SortedSet<DayOfWeek> weekdays,
            List<TimetableEntry> entries,
            BiPredicate<TimetableEntry, TimetableEntry> clashes) {
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

    WeekGrid layOut() {
        var columns = weekdays.stream().map(this::layOutDay).toList();
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

    /** The cells of one day. */
    private record Column(Day day, @Nullable Cell[][] cells) {
        List<Cell> cellsFrom(int row) {
            var beginning = new ArrayList<Cell>();
            Cell cell;
            for (int lane = 0; lane < day.lanes(); lane += cell.columns()) {
                cell = Objects.requireNonNull(cells[row][lane]);
                if (cell.row() == row) {
                    beginning.add(cell);
                }
            }
            return beginning;
        }
    }

    private Column layOutDay(DayOfWeek weekday) {
        var ofDay = entries.stream()
                .filter(entry -> entry.date().getDayOfWeek() == weekday)
                .sorted(Comparator.comparingInt(TimetableEntry::startMinute)
                        .thenComparing(Comparator.comparingInt(TimetableEntry::endMinute)
                                .reversed()))
                .toList();
        var sharing = findSharing(ofDay);
        var clusters = overlapClusters(ofDay.stream()
                .filter(entry -> sharing.values().stream().noneMatch(others -> others.contains(entry)))
                .toList());
        int lanes = clusters.stream().mapToInt(List::size).max().orElse(1);
        var cells = new Cell[Math.max(0, edges.size() - 1)][lanes];
        for (List<List<TimetableEntry>> cluster : clusters) {
            for (int lane = 0; lane < cluster.size(); lane++) {
                int width = lane == cluster.size() - 1 ? lanes - lane : 1;
                for (TimetableEntry entry : cluster.get(lane)) {
                    occupy(cells, cell(entry, width, ofDay, sharing.getOrDefault(entry, List.of())), lane);
                }
            }
        }
        fillGaps(cells, lanes);
        return new Column(new Day(week.date(weekday), lanes, ofDay), cells);
    }

    /** Returns the entries that share the cell of another one at the same time, by that one. */
    private Map<TimetableEntry, List<TimetableEntry>> findSharing(List<TimetableEntry> ofDay) {
        var sharing = new HashMap<TimetableEntry, List<TimetableEntry>>();
        ofDay.stream()
                .filter(entry -> entry.isUntouched() && !isClash(entry, ofDay))
                .collect(Collectors.groupingBy(entry -> List.of(entry.startMinute(), entry.endMinute())))
                .values()
                .stream()
                .filter(alike -> alike.size() > MOST_SIDE_BY_SIDE)
                .forEach(alike -> sharing.put(alike.getFirst(), alike.subList(1, alike.size())));
        return sharing;
    }

    private boolean isClash(TimetableEntry entry, Collection<TimetableEntry> ofDay) {
        return ofDay.stream().anyMatch(other -> clashes.test(entry, other));
    }

    /** Groups entries that overlap directly or through others. Each group has the entries by lane, in as few lanes as possible. */
    private static List<List<List<TimetableEntry>>> overlapClusters(List<TimetableEntry> ofDay) {
        var clusters = new ArrayList<List<List<TimetableEntry>>>();
        int end = Integer.MIN_VALUE;
        for (TimetableEntry entry : ofDay) {
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

    private Cell cell(TimetableEntry entry, int width, Collection<TimetableEntry> ofDay, List<TimetableEntry> others) {
        int first = edges.indexOf(entry.startMinute());
        int rows = edges.indexOf(entry.endMinute()) - first;
        return new Cell(entry, first, rows, width, isClash(entry, ofDay), others);
    }

    private static void occupy(@Nullable Cell[][] cells, Cell cell, int lane) {
        for (int row = cell.row(); row < cell.row() + cell.rows(); row++) {
            for (int column = lane; column < lane + cell.columns(); column++) {
                cells[row][column] = cell;
            }
        }
    }

    /** Fills gaps with empty cells as high as the gap. */
    private static void fillGaps(@Nullable Cell[][] cells, int lanes) {
        for (int lane = 0; lane < lanes; lane++) {
            for (int row = 0; row < cells.length; row++) {
                int until = row;
                while (until < cells.length && cells[until][lane] == null) {
                    until++;
                }
                if (until > row) {
                    occupy(cells, new Cell(null, row, until - row, 1, false, List.of()), lane);
                }
            }
        }
    }
}

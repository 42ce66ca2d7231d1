package dk.grundskema.api.imports.table.grid;

import dk.grundskema.api.imports.source.SourceText;
import dk.grundskema.api.imports.table.file.CellName.Cell;
import dk.grundskema.api.imports.table.parse.CommonSubjects;
import dk.grundskema.api.imports.table.parse.WeekdaysParser;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Finds grids whose columns are classes, teachers or rooms. The weekday stands over the columns, beside the lessons, in a title, or is the
 * name of the sheet.
 */
final class OwnerGridFinder {
    private static final int FEWEST_OWNERS = 2;
    private static final int ROWS_OF_DAYS = 2;
    private static final int LONGEST_NAME = 40;
    private static final int ROWS_OF_CELLS = 30;

    private final OrientedTable table;
    private final GridOwnerResolver owners;
    private final List<Grid> grids = new ArrayList<>();

    OwnerGridFinder(OrientedTable table, GridOwnerResolver owners) {
        this.table = table;
        this.owners = owners;
    }

    /** Columns with owners that share the columns with times. */
    private record Group(int labelFrom, int labelUntil, SortedMap<Integer, GridOwner> owners) {}

    /** Returns all grids, a day each, from top to bottom; none if no row has two owners. */
    List<Grid> findAll() {
        SortedMap<Integer, SortedMap<Integer, GridOwner>> headings = new TreeMap<>();
        for (int row = 0; row < table.rowCount(); row++) {
            var found = findOwners(row);
            if (!found.isEmpty()) {
                headings.put(row, found);
            }
        }
        headings.forEach((row, found) -> {
            int end = headings.tailMap(row + 1).isEmpty()
                    ? table.rowCount()
                    : headings.tailMap(row + 1).firstKey();
            int from = DayGridFinder.firstRowAfter(grids);
            splitGroups(row, end, found).forEach(group -> addGrids(row, end, from, group));
        });
        return grids;
    }

    /** Returns the owners in a row of headings; none if it is no such row. */
    private SortedMap<Integer, GridOwner> findOwners(int row) {
        var found = new TreeMap<Integer, GridOwner>();
        var initials = new TreeMap<Integer, GridOwner>();
        var stated = table.isTransposed() ? statedKind(row) : Optional.<GridOwner.Kind>empty();
        int others = 0;
        for (int column = 0; column < table.columnCount(row); column++) {
            String text = table.text(row, column);
            if (text.isEmpty()
                    || GridLabel.isHeading(text)
                    || !WeekdaysParser.parse(text).isEmpty()) {
                continue;
            }
            var heading = new SourceText(text, table.place(row, column));
            var owner = owners.findInHeading(heading);
            if (owner.isPresent()) {
                found.put(column, owner.get());
            } else if (stated.isPresent() && text.length() <= LONGEST_NAME) {
                if (hasCellsBelow(row, column)) {
                    found.put(column, new GridOwner(stated.get(), heading));
                }
            } else if (GridOwnerResolver.isLikeInitials(text)
                    && !CommonSubjects.ALL.contains(SchoolVocabulary.normalize(text))) {
                initials.put(column, new GridOwner(GridOwner.Kind.TEACHER, heading));
            } else if (!found.isEmpty() || !initials.isEmpty()) {
                others++;
            }
        }
        if (found.size() < FEWEST_OWNERS && initials.size() >= FEWEST_OWNERS && namesClassesBelow(row, initials)) {
            initials.putAll(found);
            found = initials;
        }
        boolean isHeading = found.size() >= FEWEST_OWNERS
                && found.size() >= others
                && found.firstKey() > 0
                && !GridLabel.parse(texts(row, 0, found.firstKey())).isLesson();
        return isHeading ? found : Collections.emptySortedMap();
    }

    private boolean hasCellsBelow(int row, int column) {
        return IntStream.range(row + 1, table.rowCount())
                .anyMatch(below -> !table.text(below, column).isEmpty());
    }

    /** Returns what a heading such as "Lokale" says that the owners are. */
    private Optional<GridOwner.Kind> statedKind(int row) {
        return IntStream.range(0, table.columnCount(row))
                .mapToObj(column -> table.text(row, column))
                .filter(GridLabel::isHeading)
                .flatMap(text -> GridOwnerResolver.kindOfHeading(text).stream())
                .findFirst();
    }

    private boolean namesClassesBelow(int row, SortedMap<Integer, GridOwner> columns) {
        int filled = 0;
        int classes = 0;
        for (int below = row + 1; below < Math.min(table.rowCount(), row + ROWS_OF_CELLS); below++) {
            for (int column : columns.keySet()) {
                String text = table.text(below, column);
                filled += text.isEmpty() ? 0 : 1;
                classes += owners.namesClass(text) ? 1 : 0;
            }
        }
        return filled > 0 && 2 * classes >= filled;
    }

    private List<String> texts(int row, int from, int until) {
        var texts = new ArrayList<String>();
        for (int column = from; column < until; column++) {
            texts.add(table.text(row, column));
        }
        return GridLabel.withoutWeekdays(texts);
    }

    /** Splits the owners where columns with times, or with a weekday of their own, stand between them. */
    private List<Group> splitGroups(int row, int end, SortedMap<Integer, GridOwner> found) {
        var groups = new ArrayList<Group>();
        int next = 0;
        for (var each : found.entrySet()) {
            boolean hasGap = each.getKey() > next;
            boolean hasLabels = hasGap && hasLessons(row, end, next, each.getKey());
            if (groups.isEmpty() || hasLabels) {
                groups.add(new Group(next, each.getKey(), new TreeMap<>()));
            }
            groups.getLast().owners().put(each.getKey(), each.getValue());
            next = each.getKey() + 1;
        }
        return groups;
    }

    private boolean hasLessons(int heading, int end, int from, int until) {
        for (int row = heading + 1; row < end; row++) {
            if (GridLabel.parse(texts(row, from, until)).isLesson()) {
                return true;
            }
        }
        return false;
    }

    private void addGrids(int row, int end, int from, Group group) {
        var cells = new ArrayList<Cell>();
        group.owners().keySet().forEach(column -> cells.add(new Cell(row, column)));
        var area = new GridTitleFinder.Area(
                table,
                row,
                from,
                group.labelFrom(),
                group.owners().firstKey(),
                group.owners().lastKey() + 1);
        var above = findDaysAbove(row, from, group, cells);
        var title = above.isEmpty() ? GridTitleFinder.findDays(area) : Optional.<GridTitleFinder.DayTitle>empty();
        var parity = GridTitleFinder.findWeeks(area, title.map(GridTitleFinder.DayTitle::cell));
        parity.ifPresent(found -> cells.add(found.cell()));
        StatedWeeks weeks = parity.map(GridTitleFinder.WeekTitle::weeks).orElse(StatedWeeks.ALL);
        if (!above.isEmpty()) {
            addGrid(row, end, group, above, weeks, cells);
            return;
        }
        title.ifPresent(found -> cells.add(found.cell()));
        SortedSet<DayOfWeek> days = title.map(GridTitleFinder.DayTitle::days)
                .orElse(WeekdaysParser.parse(GridOwnerResolver.nameOf(table.table())));
        int heading = row;
        for (int below = row + 1; below < end; below++) {
            var found = findDaysBeside(below, group);
            if (found.isPresent() && !found.get().days().equals(days)) {
                addGrid(heading, below, group, sameForAll(group, days), weeks, cells);
                days = found.get().days();
                heading = hasLesson(below, group) ? below - 1 : below;
            }
            found.ifPresent(one -> cells.add(one.cell()));
        }
        addGrid(heading, end, group, sameForAll(group, days), weeks, cells);
    }

    private boolean hasLesson(int row, Group group) {
        return GridLabel.parse(texts(row, group.labelFrom(), group.labelUntil()))
                .isLesson();
    }

    /** Returns the weekdays in the rows above the owners; a weekday counts until the next one on its right. */
    private SortedMap<Integer, SortedSet<DayOfWeek>> findDaysAbove(
            int heading, int from, Group group, List<Cell> cells) {
        int first = group.owners().firstKey();
        for (int row = heading - 1; row >= Math.max(from, heading - ROWS_OF_DAYS); row--) {
            var days = new TreeMap<Integer, SortedSet<DayOfWeek>>();
            for (int column = first; column <= group.owners().lastKey(); column++) {
                var found = WeekdaysParser.parse(table.text(row, column));
                if (!found.isEmpty()) {
                    days.put(column, found);
                    cells.add(new Cell(row, column));
                } else if (column > first && days.containsKey(column - 1)) {
                    days.put(column, days.get(column - 1));
                }
            }
            if (days.containsKey(first)) {
                days.keySet().retainAll(group.owners().keySet());
                return days;
            }
        }
        return Collections.emptySortedMap();
    }

    /** Returns the weekday beside the lessons of a row, or alone in it; empty if the row has several. */
    private Optional<GridTitleFinder.DayTitle> findDaysBeside(int row, Group group) {
        int until = hasLesson(row, group) ? group.labelUntil() : group.owners().lastKey() + 1;
        Optional<GridTitleFinder.DayTitle> found = Optional.empty();
        for (int column = group.labelFrom(); column < until; column++) {
            var days = WeekdaysParser.parse(table.text(row, column));
            if (!days.isEmpty() && found.isPresent() && !found.get().days().equals(days)) {
                return Optional.empty();
            }
            if (!days.isEmpty() && found.isEmpty()) {
                found = Optional.of(new GridTitleFinder.DayTitle(days, new Cell(row, column)));
            }
        }
        return found;
    }

    private static SortedMap<Integer, SortedSet<DayOfWeek>> sameForAll(Group group, SortedSet<DayOfWeek> days) {
        var all = new TreeMap<Integer, SortedSet<DayOfWeek>>();
        if (!days.isEmpty()) {
            group.owners().keySet().forEach(column -> all.put(column, days));
        }
        return all;
    }

    private void addGrid(
            int heading,
            int end,
            Group group,
            SortedMap<Integer, SortedSet<DayOfWeek>> days,
            StatedWeeks weeks,
            List<Cell> cells) {
        var columns = new TreeMap<Integer, GridColumn>();
        days.forEach((column, found) ->
                columns.put(column, new GridColumn(found, group.owners().get(column), weeks)));
        if (columns.isEmpty()) {
            return;
        }
        var grid =
                new Grid(table, heading, end, group.labelFrom(), group.labelUntil(), columns, Optional.empty(), cells);
        if (hasLessons(heading, end, group.labelFrom(), group.labelUntil())) {
            grids.add(grid);
        }
    }
}

package dk.grundskema.api.imports.table.grid;

import dk.grundskema.api.imports.source.SourceText;
import dk.grundskema.api.imports.table.file.CellName.Cell;
import dk.grundskema.api.imports.table.parse.WeekdaysParser;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/** Finds grids whose columns are weekdays: below each other, and side by side where the days begin anew. */
final class DayGridFinder {
    private static final int FEWEST_DAYS = 2;

    private final OrientedTable table;
    private final GridOwnerResolver owners;
    private final GridTitleFinder titles;
    private final List<Grid> grids = new ArrayList<>();
    private int firstAbove;

    DayGridFinder(OrientedTable table, GridOwnerResolver owners) {
        this.table = table;
        this.owners = owners;
        this.titles = new GridTitleFinder(owners);
    }

    /** Whether a row has two weekdays. */
    static boolean isHeading(OrientedTable table, int row) {
        var days = findDays(table, row);
        return days.size() >= FEWEST_DAYS
                && days.values().stream().flatMap(Collection::stream).distinct().count() >= FEWEST_DAYS;
    }

    private static SortedMap<Integer, SortedSet<DayOfWeek>> findDays(OrientedTable table, int row) {
        var days = new TreeMap<Integer, SortedSet<DayOfWeek>>();
        for (int column = 0; column < table.columnCount(row); column++) {
            var found = WeekdaysParser.parse(
                    WeekWords.parseLabel(table.text(row, column)).text());
            if (!found.isEmpty()) {
                days.put(column, found);
            }
        }
        return days;
    }

    /** Returns all grids, from top to bottom; none if no row has two weekdays. */
    List<Grid> findAll() {
        var headings = new ArrayList<Integer>();
        for (int row = 0; row < table.rowCount(); row++) {
            if (isHeading(table, row)) {
                headings.add(row);
            }
        }
        for (int i = 0; i < headings.size(); i++) {
            int end = i + 1 < headings.size() ? headings.get(i + 1) : table.rowCount();
            addGrids(headings.get(i), end);
        }
        return grids;
    }

    private void addGrids(int heading, int end) {
        int from = firstRowAfter(grids);
        int above = grids.size();
        int endAbove = heading;
        var groups = splitAtFirstDays(findDays(table, heading));
        for (int i = 0; i < groups.size(); i++) {
            var group = groups.get(i);
            boolean isLast = i == groups.size() - 1;
            int gap = i == 0 ? 0 : groups.get(i - 1).lastKey() + 1;
            boolean hasLabels = i == 0 || hasLessons(heading, end, gap, group.firstKey());
            var area = new GridTitleFinder.Area(
                    table,
                    heading,
                    from,
                    hasLabels ? gap : group.firstKey(),
                    group.firstKey(),
                    isLast ? Integer.MAX_VALUE : group.lastKey() + 1);
            var title = titles.findOwner(area);
            if (!hasLabels && title.isEmpty()) {
                addHalves(group, heading);
                continue;
            }
            var cells = headingCells(heading, group, title);
            var weeks = GridTitleFinder.findWeeks(area, title.map(GridTitleFinder.Title::cell));
            weeks.ifPresent(found -> cells.add(found.cell()));
            int labelFrom = hasLabels ? gap : grids.getLast().labelFrom();
            int labelUntil = hasLabels ? group.firstKey() : grids.getLast().labelUntil();
            addSections(new Grid(
                    table,
                    heading,
                    end,
                    labelFrom,
                    labelUntil,
                    columns(
                            withBlankHeadings(group, heading, end, labelFrom, labelUntil),
                            heading,
                            weeks.map(GridTitleFinder.WeekTitle::weeks).orElse(StatedWeeks.ALL)),
                    title.map(GridTitleFinder.Title::owner),
                    cells));
            endAbove = Math.min(endAbove, title.map(found -> found.cell().row()).orElse(heading));
        }
        for (int i = firstAbove; i < above; i++) {
            grids.set(i, grids.get(i).withEnd(Math.min(grids.get(i).end(), endAbove)));
        }
        firstAbove = above;
    }

    /** Adds a grid, or several if rows between the lessons name another owner each: the weekdays stand only at the top. */
    private void addSections(Grid grid) {
        Grid section = grid;
        for (int row = grid.heading() + 1; row < grid.end(); row++) {
            var owner = findSectionOwner(grid, row);
            if (owner.isPresent() && hasFilledLessons(grid, row)) {
                if (section.owner().isPresent() || hasFilledLessons(section.withEnd(row), section.heading())) {
                    grids.add(section.withEnd(row));
                }
                section = new Grid(
                        table,
                        row,
                        grid.end(),
                        grid.labelFrom(),
                        grid.labelUntil(),
                        grid.columns(),
                        owner.map(GridTitleFinder.Title::owner),
                        headingCells(grid.heading(), days(grid), owner));
            }
        }
        grids.add(section);
    }

    private static SortedMap<Integer, SortedSet<DayOfWeek>> days(Grid grid) {
        var days = new TreeMap<Integer, SortedSet<DayOfWeek>>();
        grid.columns().forEach((column, meaning) -> days.put(column, meaning.days()));
        return days;
    }

    private static boolean hasFilledLessons(Grid grid, int above) {
        for (int row = above + 1; row < grid.end(); row++) {
            if (grid.isLessonRow(row) && !grid.hasNoCell(row)) {
                return true;
            }
        }
        return false;
    }

    private Optional<GridTitleFinder.Title> findSectionOwner(Grid grid, int row) {
        if (!grid.hasNoCell(row) || grid.isLessonRow(row)) {
            return Optional.empty();
        }
        Optional<GridTitleFinder.Title> found = Optional.empty();
        for (int column = grid.labelFrom(); column < grid.labelUntil(); column++) {
            var cell = new Cell(row, column);
            var text = new SourceText(table.text(row, column), table.place(row, column));
            found = found.or(() -> owners.findInHeading(text).map(owner -> new GridTitleFinder.Title(owner, cell)));
        }
        return found;
    }

    /** Returns the first row in which a title of the next grid may stand: behind the last lessons and their further lines. */
    static int firstRowAfter(List<Grid> grids) {
        if (grids.isEmpty()) {
            return 0;
        }
        Grid last = grids.getLast();
        int row = last.end() - 1;
        while (row > last.heading() && !(last.isLessonRow(row) && !last.hasNoCell(row))) {
            row--;
        }
        row++;
        while (row < last.end()
                && !last.hasNoCell(row)
                && last.labels(row).stream().allMatch(String::isEmpty)) {
            row++;
        }
        return row;
    }

    /** Splits the columns of weekdays where an earlier weekday follows a later one. */
    private static List<SortedMap<Integer, SortedSet<DayOfWeek>>> splitAtFirstDays(
            SortedMap<Integer, SortedSet<DayOfWeek>> days) {
        var groups = new ArrayList<SortedMap<Integer, SortedSet<DayOfWeek>>>();
        DayOfWeek before = DayOfWeek.SUNDAY;
        for (var day : days.entrySet()) {
            DayOfWeek first = day.getValue().first();
            if (groups.isEmpty() || first.compareTo(before) < 0) {
                groups.add(new TreeMap<>());
            }
            groups.getLast().put(day.getKey(), day.getValue());
            before = first;
        }
        return groups;
    }

    private boolean hasLessons(int heading, int end, int from, int until) {
        for (int row = heading + 1; row < end; row++) {
            if (from < until && GridLabel.parse(texts(row, from, until)).isLesson()) {
                return true;
            }
        }
        return false;
    }

    private List<String> texts(int row, int from, int until) {
        var texts = new ArrayList<String>();
        for (int column = from; column < until; column++) {
            texts.add(table.text(row, column));
        }
        return texts;
    }

    /**
     * Adds the columns without a heading to the weekday on their left: a heading that was merged over the halves of a class leaves blanks in a text
     * file. Behind the last weekday there are no more of them than between two others, so that remarks beside the grid are none.
     */
    private SortedMap<Integer, SortedSet<DayOfWeek>> withBlankHeadings(
            SortedMap<Integer, SortedSet<DayOfWeek>> days, int heading, int end, int labelFrom, int labelUntil) {
        if (table.isTransposed()) {
            return days;
        }
        var all = new TreeMap<>(days);
        int widest = 0;
        int blanks = 0;
        for (int column = days.firstKey() + 1; column <= days.lastKey() + widest; column++) {
            blanks = days.containsKey(column) ? 0 : blanks + 1;
            boolean isHalf = blanks > 0
                    && table.text(heading, column).isEmpty()
                    && startsWithLesson(column, heading, end, labelFrom, labelUntil)
                    && !hasLessons(heading, end, column, column + 1);
            if (isHalf) {
                all.put(column, days.get(days.headMap(column).lastKey()));
                widest = column < days.lastKey() ? Math.max(widest, blanks) : widest;
            } else if (column > days.lastKey()) {
                break;
            }
        }
        return all;
    }

    /** Whether the first filled cell of a column is in a row with a lesson; otherwise it is a heading of its own. */
    private boolean startsWithLesson(int column, int heading, int end, int labelFrom, int labelUntil) {
        for (int row = heading + 1; row < end; row++) {
            if (!table.text(row, column).isEmpty()) {
                return GridLabel.parse(texts(row, labelFrom, labelUntil)).isLesson();
            }
        }
        return false;
    }

    /**
     * Returns the columns.
     *
     * @param weeks weeks of all columns
     */
    private SortedMap<Integer, GridColumn> columns(
            SortedMap<Integer, SortedSet<DayOfWeek>> days, int heading, StatedWeeks weeks) {
        var columns = new TreeMap<Integer, GridColumn>();
        StatedWeeks named = weeks;
        for (var day : days.entrySet()) {
            String text = table.text(heading, day.getKey());
            named = text.isEmpty()
                    ? named
                    : WeekWords.parseLabel(text).weeks().orElse(StatedWeeks.ALL).within(weeks);
            columns.put(day.getKey(), new GridColumn(day.getValue(), null, named));
        }
        return columns;
    }

    private List<Cell> headingCells(
            int heading, SortedMap<Integer, SortedSet<DayOfWeek>> days, Optional<GridTitleFinder.Title> title) {
        var cells = new ArrayList<Cell>();
        days.keySet().forEach(column -> cells.add(new Cell(heading, column)));
        title.ifPresent(found -> cells.add(found.cell()));
        return cells;
    }

    /** Adds columns without times and title to the grid on their left: they are halves of its class. */
    private void addHalves(SortedMap<Integer, SortedSet<DayOfWeek>> days, int heading) {
        Grid before = grids.removeLast();
        var columns = new TreeMap<>(before.columns());
        columns.putAll(columns(days, heading, StatedWeeks.ALL));
        var cells = new ArrayList<>(before.headings());
        cells.addAll(headingCells(heading, days, Optional.empty()));
        grids.add(new Grid(
                table,
                before.heading(),
                before.end(),
                before.labelFrom(),
                before.labelUntil(),
                columns,
                before.owner(),
                cells));
    }
}

package dk.grundskema.api.imports.table.grid;

import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.source.ReadingHints.TimetableOwner;
import dk.grundskema.api.imports.source.SourceText;
import dk.grundskema.api.imports.table.file.Table;
import dk.grundskema.api.imports.table.grid.GridOwner.Kind;
import dk.grundskema.api.imports.table.lists.TableSourceBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads all grids of a file. All grids are collected first, because the role of a word (subject, teacher, class, room) is learned from all
 * cells together; then {@link #readLessons} creates the lessons and reports how cells were understood.
 */
public final class GridReader {
    private final GridOwnerResolver owners;
    private final SchoolVocabulary words;
    private final TableSourceBuilder out;
    private final GridLessonBuilder lessons;
    private final List<OwnedGrid> timetables = new ArrayList<>();

    /** A grid of a class, teacher or room, and its cells. */
    private record OwnedGrid(List<GridOwner> owner, List<GridCell> cells) {}

    /**
     * @param file  name of the file as the user gave it
     * @param words words of the school
     * @param out   receives lessons and findings
     */
    public GridReader(String file, SchoolVocabulary words, TableSourceBuilder out) {
        this.owners = new GridOwnerResolver(words);
        this.words = words;
        this.out = out;
        this.lessons = new GridLessonBuilder(file, words, out);
    }

    /** Whether a row is a row of headings of a grid: of weekdays, or of classes, teachers or rooms. */
    public static boolean isHeading(Table table, int row, SchoolVocabulary words) {
        return DayGridFinder.isHeading(OrientedTable.upright(table), row)
                || new GridFinder(new GridOwnerResolver(words))
                        .find(table).grids().stream()
                                .filter(grid -> !grid.table().isTransposed() && grid.hasColumnOwners())
                                .flatMap(grid -> grid.headings().stream())
                                .anyMatch(cell -> cell.row() == row);
    }

    /**
     * Adds a table with grids, and reports cells that have no meaning; returns whether it has grids.
     *
     * @param stated the owner that the school states apart from the table; {@code null} means that the table states it
     */
    public boolean add(Table table, @Nullable TimetableOwner stated) {
        var found = new GridFinder(owners).find(table);
        if (found.grids().isEmpty()) {
            return false;
        }
        if (found.isAmbiguous()) {
            out.addFinding(FileFinding.info(
                    table.place(),
                    "import.grid.reading."
                            + found.reading().name().toLowerCase(Locale.ROOT).replace('_', '-')));
        }
        var read = new ReadCells(table);
        var all = new ArrayList<UnreadCellReporter.GridSlots>();
        for (Grid grid : found.grids()) {
            markHeadings(grid, read);
            var slots = new GridSlotFinder(grid, out, read).find();
            var cells = new GridCellFinder(grid, slots, read).findAll();
            all.add(new UnreadCellReporter.GridSlots(grid, slots));
            addGrid(grid, cells, stated, found.grids().size() == 1);
        }
        new UnreadCellReporter(table, all).report(read, out);
        return true;
    }

    private static void markHeadings(Grid grid, ReadCells read) {
        grid.headings().forEach(cell -> grid.table().markRead(cell.row(), cell.column(), read));
        int first = grid.headings().stream().mapToInt(cell -> cell.row()).min().orElse(grid.heading());
        for (int row = first; row <= grid.heading(); row++) {
            for (int column = grid.labelFrom(); column < grid.labelUntil(); column++) {
                if (GridLabel.isHeading(grid.table().text(row, column))) {
                    grid.table().markRead(row, column, read);
                }
            }
        }
    }

    private void addGrid(Grid grid, List<GridCell> cells, @Nullable TimetableOwner stated, boolean isOnly) {
        if (grid.hasColumnOwners()) {
            add(new OwnedGrid(List.of(), cells));
            return;
        }
        Table table = grid.table().table();
        Optional<GridOwner> other = Optional.ofNullable(stated).flatMap(one -> ownerOf(one, table));
        var owner = isOnly && other.isPresent()
                ? other
                : grid.owner()
                        .or(() -> other)
                        .or(() -> owners.findInName(table))
                        .or(() -> guessOwner(grid, cells));
        if (owner.isEmpty()) {
            out.addFinding(FileFinding.error(grid.place(), "import.grid.no-class"));
            return;
        }
        if (owner.get().kind() == Kind.CLASS && words.teachers().contains(SchoolVocabulary.normalize(table.name()))) {
            out.addFinding(FileFinding.warning(table.place(), "import.grid.of-teacher", table.name()));
        }
        add(new OwnedGrid(List.of(owner.get()), cells));
    }

    private void add(OwnedGrid grid) {
        timetables.add(grid);
        grid.cells().forEach(cell -> lessons.learn(cell, grid.owner()));
    }

    private Optional<GridOwner> guessOwner(Grid grid, List<GridCell> cells) {
        long named =
                cells.stream().filter(cell -> owners.namesClass(cell.text())).count();
        var titles = new GridTitleFinder(owners)
                .texts(new GridTitleFinder.Area(
                        grid.table(),
                        grid.heading(),
                        0,
                        grid.labelFrom(),
                        grid.labelUntil(),
                        grid.columns().lastKey() + 1));
        return owners.guess(titles, grid.table().table(), named > 0 && 2 * named >= cells.size());
    }

    private static Optional<GridOwner> ownerOf(TimetableOwner stated, Table table) {
        return single(stated.classes(), Kind.CLASS, table)
                .or(() -> single(stated.teachers(), Kind.TEACHER, table))
                .or(() -> single(stated.rooms(), Kind.ROOM, table));
    }

    private static Optional<GridOwner> single(List<String> names, Kind kind, Table table) {
        return names.size() == 1
                ? Optional.of(new GridOwner(kind, new SourceText(names.getFirst(), table.place())))
                : Optional.empty();
    }

    /** Creates lessons from all added tables, and reports how cells were understood. */
    public void readLessons() {
        timetables.forEach(each -> each.cells().forEach(cell -> lessons.add(cell, each.owner())));
        lessons.reportUnderstanding();
    }
}

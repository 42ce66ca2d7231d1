package dk.grundskema.api.imports.table;

import dk.grundskema.api.imports.campsheet.BaseTimetableReader;
import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.source.ReadingHints;
import dk.grundskema.api.imports.source.SourceData;
import dk.grundskema.api.imports.source.SourceLocation;
import dk.grundskema.api.imports.source.SourceReader;
import dk.grundskema.api.imports.table.file.CellName;
import dk.grundskema.api.imports.table.file.FileKind;
import dk.grundskema.api.imports.table.file.Table;
import dk.grundskema.api.imports.table.file.TableFileReader;
import dk.grundskema.api.imports.table.file.TableReadResult;
import dk.grundskema.api.imports.table.grid.GridReader;
import dk.grundskema.api.imports.table.grid.SchoolVocabulary;
import dk.grundskema.api.imports.table.lists.CoreLists;
import dk.grundskema.api.imports.table.lists.ListDefinition;
import dk.grundskema.api.imports.table.lists.ListFinder;
import dk.grundskema.api.imports.table.lists.ListTable;
import dk.grundskema.api.imports.table.lists.TableSourceBuilder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads workbooks and delimited text files: timetables with one lesson per row or one grid per class, and lists of staff, students, rooms,
 * classes, busy times, bell times and intervention types. It accepts every file that no other reader recognises.
 */
public final class TableReader implements SourceReader {
    private final List<ListDefinition> lists;
    private final SchoolVocabulary words;

    /** @param typeLists the lists of intervention types */
    public TableReader(List<ListDefinition> typeLists) {
        this(
                Stream.concat(typeLists.stream(), CoreLists.forLanguage(Locale.of("en")).stream())
                        .toList(),
                SchoolVocabulary.none());
    }

    private TableReader(List<ListDefinition> lists, SchoolVocabulary words) {
        this.lists = List.copyOf(lists);
        this.words = words;
    }

    /** Returns a reader that knows the words of other files, to distinguish subjects, teachers and rooms in grid cells. */
    @Override
    public TableReader withOtherSources(SourceData others) {
        return new TableReader(lists, words.mergedWith(SchoolVocabulary.of(others)));
    }

    /** Accepts any file that is not empty; {@link #read} reports what can't be read as tables. */
    @Override
    public boolean recognises(byte[] head, String fileName) {
        return FileKind.detect(head) != FileKind.EMPTY;
    }

    @Override
    public SourceData read(String name, Path file, ReadingHints hints) {
        return read(name, TableFileReader.read(name, file).withCorrections(hints.mended()), hints);
    }

    /** Reads bytes without a file. */
    SourceData read(String name, byte[] bytes, ReadingHints hints) {
        return read(name, TableFileReader.read(name, bytes), hints);
    }

    /** Returns the tables of a file as they are read. */
    public List<TablePreview> previewTables(String name, Path file, ReadingHints hints) {
        var finder = new ListFinder(lists, hints.headings());
        return TableFileReader.read(name, file).withCorrections(hints.mended()).tables().stream()
                .filter(table -> !table.rows().isEmpty())
                .map(table -> new TablePreview(
                        table, finder.find(table).map(ListTable::headingRow).orElse(-1)))
                .toList();
    }

    private SourceData read(String name, TableReadResult tables, ReadingHints hints) {
        var out = new TableSourceBuilder(name);
        tables.findings().stream()
                .filter(one -> !TableReadResult.isUnknownValue(one))
                .forEach(out::addFinding);
        var finder = new ListFinder(lists, hints.headings());
        var grids = new ArrayList<Table>();
        for (Table table : tables.tables()) {
            var broken = tables.findings().stream()
                    .filter(TableReadResult::isUnknownValue)
                    .filter(one -> table.contains(one.place()))
                    .toList();
            if (table.rows().isEmpty()) {
                broken.forEach(out::addFinding);
                continue;
            }
            var list = finder.find(table);
            boolean isList = list.filter(
                            each -> each.hasNeededColumns() && !GridReader.isHeading(table, each.headingRow()))
                    .isPresent();
            if (!isList && BaseTimetableReader.isBaseTimetable(table, hints.years())) {
                broken.forEach(out::addFinding);
                var blocks = BaseTimetableReader.read(table, hints.years());
                blocks.findings().forEach(out::addFinding);
                blocks.rows().forEach(out::addListRow);
            } else if (!isList && GridReader.isGrid(table)) {
                broken.forEach(out::addFinding);
                grids.add(table);
            } else {
                // Report broken cells only if their column is read
                list.ifPresentOrElse(
                        each -> {
                            broken.stream()
                                    .filter(one -> isReadCell(each, one.place()))
                                    .forEach(out::addFinding);
                            each.read(out, hints.years());
                        },
                        () -> out.addFinding(FileFinding.warning(table.place(), "import.sheet.unknown", table.name())));
            }
        }
        if (!grids.isEmpty()) {
            var reading = new GridReader(name, words.mergedWith(SchoolVocabulary.of(out.build())), out);
            grids.forEach(table -> reading.add(table, owner(name, hints)));
            reading.readLessons();
        }
        return out.build();
    }

    private static boolean isReadCell(ListTable list, SourceLocation place) {
        return CellName.parse(place.where().substring(place.where().lastIndexOf('!') + 1))
                .filter(cell -> list.isReadCell(cell.row(), cell.column()))
                .isPresent();
    }

    private static Optional<String> owner(String name, ReadingHints hints) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return Optional.ofNullable(hints.abouts().get(last))
                .map(ReadingHints.TimetableOwner::classes)
                .filter(classes -> classes.size() == 1)
                .map(List::getFirst);
    }
}

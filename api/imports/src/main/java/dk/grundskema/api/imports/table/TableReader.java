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
import dk.grundskema.api.imports.table.grid.SubjectColumnJoiner;
import dk.grundskema.api.imports.table.lists.CoreLists;
import dk.grundskema.api.imports.table.lists.ListDefinition;
import dk.grundskema.api.imports.table.lists.ListFinder;
import dk.grundskema.api.imports.table.lists.ListTable;
import dk.grundskema.api.imports.table.lists.TableSourceBuilder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads workbooks and delimited text files: timetables with one lesson per row or grids of classes, teachers or rooms, and lists of staff, students, rooms,
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
                .map(table -> finder.find(table)
                        .map(list -> GridReader.isHeading(table, list.headingRow(), words)
                                ? new TablePreview(table, list.headingRow(), List.of(), Set.of())
                                : new TablePreview(table, list.headingRow(), list.questions(), list.usedAnswers()))
                        .orElseGet(() -> new TablePreview(table, -1, List.of(), Set.of())))
                .toList();
    }

    private SourceData read(String name, TableReadResult tables, ReadingHints hints) {
        var out = new TableSourceBuilder(name);
        tables.findings().stream().filter(one -> !isOfCells(one)).forEach(out::addFinding);
        var finder = new ListFinder(lists, hints.headings());
        var others = new ArrayList<Table>();
        for (Table each : tables.tables()) {
            Table table = SubjectColumnJoiner.join(each);
            var list = finder.find(table);
            boolean isList = list.filter(one -> (one.hasNeededColumns() || one.hasProbablyNeededColumns())
                            && !GridReader.isHeading(table, one.headingRow(), words))
                    .isPresent();
            if (isList) {
                readList(list.orElseThrow(), table, tables, hints, out);
            } else {
                others.add(table);
            }
        }
        var grids = new GridReader(name, words.mergedWith(SchoolVocabulary.of(out.build())), out);
        for (Table table : others) {
            if (BaseTimetableReader.isBaseTimetable(table, hints.years())) {
                ofCells(table, tables).forEach(out::addFinding);
                var blocks = BaseTimetableReader.read(table, hints.years());
                blocks.findings().forEach(out::addFinding);
                blocks.rows().forEach(out::addListRow);
                continue;
            }
            if (!table.rows().isEmpty() && grids.add(table, owner(name, hints))) {
                ofCells(table, tables).forEach(out::addFinding);
                continue;
            }
            var list = finder.find(table);
            if (list.isPresent()) {
                readList(list.get(), table, tables, hints, out);
            } else if (table.rows().isEmpty()) {
                ofCells(table, tables).forEach(out::addFinding);
            } else {
                out.addFinding(FileFinding.warning(table.place(), "import.sheet.unknown", table.name()));
            }
        }
        grids.readLessons();
        return out.build();
    }

    /** Reads a list; reports broken cells only if their column is read. */
    private static void readList(
            ListTable list, Table table, TableReadResult tables, ReadingHints hints, TableSourceBuilder out) {
        ofCells(table, tables)
                .filter(one -> !TableReadResult.isUnknownValue(one) || isReadCell(list, one.place()))
                .forEach(out::addFinding);
        list.read(out, hints.years());
    }

    /** Whether a finding only matters if the sheet is read. */
    private static boolean isOfCells(FileFinding one) {
        return TableReadResult.isUnknownValue(one) || TableReadResult.isLayout(one);
    }

    private static Stream<FileFinding> ofCells(Table table, TableReadResult tables) {
        return tables.findings().stream()
                .filter(TableReader::isOfCells)
                .filter(one -> table.contains(one.place()) || table.place().equals(one.place()));
    }

    private static boolean isReadCell(ListTable list, SourceLocation place) {
        return CellName.parse(place.where().substring(place.where().lastIndexOf('!') + 1))
                .filter(cell -> list.isReadCell(cell.row(), cell.column()))
                .isPresent();
    }

    private static ReadingHints.@Nullable TimetableOwner owner(String name, ReadingHints hints) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return hints.abouts().get(last);
    }
}

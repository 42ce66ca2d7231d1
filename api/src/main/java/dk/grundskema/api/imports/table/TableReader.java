package dk.grundskema.api.imports.table;

import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.source.FileReader;
import dk.grundskema.api.imports.source.Place;
import dk.grundskema.api.imports.source.ReadingHints;
import dk.grundskema.api.imports.source.Source;
import dk.grundskema.api.imports.table.file.CellName;
import dk.grundskema.api.imports.table.file.FileKind;
import dk.grundskema.api.imports.table.file.Table;
import dk.grundskema.api.imports.table.file.TableFile;
import dk.grundskema.api.imports.table.file.Tables;
import dk.grundskema.api.imports.table.grid.GridReading;
import dk.grundskema.api.imports.table.grid.Vocabulary;
import dk.grundskema.api.imports.table.lists.AskedList;
import dk.grundskema.api.imports.table.lists.Collected;
import dk.grundskema.api.imports.table.lists.CoreLists;
import dk.grundskema.api.imports.table.lists.ListFinder;
import dk.grundskema.api.imports.table.lists.ListTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads workbooks and files of text with columns: timetables as a row a lesson or as a grid a class, and lists of staff, students, rooms, classes,
 * busy times, times of lessons and of what intervention types ask for. Takes whatever other readers don't.
 */
public final class TableReader implements FileReader {
    private final List<AskedList> lists;
    private final Vocabulary words;

    /** @param typeLists the lists of intervention types */
    public TableReader(List<AskedList> typeLists) {
        this(
                Stream.concat(typeLists.stream(), CoreLists.in(Locale.of("en")).stream())
                        .toList(),
                Vocabulary.none());
    }

    private TableReader(List<AskedList> lists, Vocabulary words) {
        this.lists = List.copyOf(lists);
        this.words = words;
    }

    /** The same reader, knowing the words of other files too, so that it tells subjects, teachers and rooms in the cells of grids apart. */
    @Override
    public TableReader knowing(Source others) {
        return new TableReader(lists, words.and(Vocabulary.of(others)));
    }

    /** Any file that isn't empty: what can't be read as tables is said by {@link #read}. */
    @Override
    public boolean recognises(byte[] head, String fileName) {
        return FileKind.of(head) != FileKind.EMPTY;
    }

    @Override
    public Source read(String name, Path file, ReadingHints hints) {
        return read(name, TableFile.read(name, file).mended(hints.mended()), hints);
    }

    /** The same for bytes that are no file. */
    Source read(String name, byte[] bytes, ReadingHints hints) {
        return read(name, TableFile.read(name, bytes), hints);
    }

    /** The tables of a file as they are read, with what is known of each. */
    public List<SeenTable> seen(String name, Path file, ReadingHints hints) {
        var finder = new ListFinder(lists, hints.headings());
        return TableFile.read(name, file).mended(hints.mended()).tables().stream()
                .filter(table -> !table.rows().isEmpty())
                .map(table -> new SeenTable(
                        table, finder.find(table).map(ListTable::headings).orElse(-1)))
                .toList();
    }

    private Source read(String name, Tables tables, ReadingHints hints) {
        var out = new Collected(name);
        tables.findings().stream().filter(one -> !Tables.isOfCell(one)).forEach(out::say);
        var finder = new ListFinder(lists, hints.headings());
        var grids = new ArrayList<Table>();
        for (Table table : tables.tables()) {
            var broken = tables.findings().stream()
                    .filter(Tables::isOfCell)
                    .filter(one -> table.holds(one.place()))
                    .toList();
            if (table.rows().isEmpty()) {
                broken.forEach(out::say);
                continue;
            }
            var list = finder.find(table);
            boolean isList = list.filter(each -> each.isWhole() && !GridReading.isHeading(table, each.headings()))
                    .isPresent();
            if (!isList && GridReading.isGrid(table)) {
                broken.forEach(out::say);
                grids.add(table);
            } else {
                // What a cell lacks that nobody reads is nobody's concern
                list.ifPresentOrElse(
                        each -> {
                            broken.stream()
                                    .filter(one -> isRead(each, one.place()))
                                    .forEach(out::say);
                            each.read(out, hints.years());
                        },
                        () -> out.say(FileFinding.warning(table.place(), "import.sheet.unknown", table.name())));
            }
        }
        if (!grids.isEmpty()) {
            var reading = new GridReading(name, words.and(Vocabulary.of(out.done())), out);
            grids.forEach(table -> reading.add(table, owner(name, hints)));
            reading.done();
        }
        return out.done();
    }

    private static boolean isRead(ListTable list, Place place) {
        return CellName.parse(place.where().substring(place.where().lastIndexOf('!') + 1))
                .filter(cell -> list.reads(cell.row(), cell.column()))
                .isPresent();
    }

    private static Optional<String> owner(String name, ReadingHints hints) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return Optional.ofNullable(hints.abouts().get(last))
                .map(ReadingHints.About::classes)
                .filter(classes -> classes.size() == 1)
                .map(List::getFirst);
    }
}

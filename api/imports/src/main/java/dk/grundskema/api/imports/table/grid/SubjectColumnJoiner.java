package dk.grundskema.api.imports.table.grid;

import dk.grundskema.api.imports.table.file.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Joins columns {@code Fag}, {@code Lærer} and {@code Lokale} below each class of a grid, or {@code Fag}, {@code Kl.} and {@code Lokale} below each
 * teacher, to one cell a lesson, {@code DAN / MH / 12}, in the column of the subject.
 */
public final class SubjectColumnJoiner {
    private static final Set<String> SUBJECT = Set.of("fag", "subject");
    private static final Set<String> TEACHER = Set.of("lærer", "lærere", "init", "initialer", "teacher", "teachers");
    private static final Set<String> CLASS = Set.of("klasse", "klasser", "kl", "hold", "class", "classes");
    private static final Set<String> ROOM = Set.of("lokale", "lok", "room");

    /** A grid has at least two classes; a list has one subject a row. */
    private static final int FEWEST_CLASSES = 2;

    /** Headings stand in the first rows. Our own number. */
    private static final int ROWS_OF_HEADINGS = 20;

    private SubjectColumnJoiner() {}

    /** Columns of a class or teacher beside its subject; -1 if there is none. */
    private record OtherColumns(int schoolClass, int teacher, int room) {
        Stream<Integer> all() {
            return Stream.of(schoolClass, teacher, room).filter(column -> column >= 0);
        }
    }

    /** Returns the table with joined cells; the table itself if it has no such columns. */
    public static Table join(Table table) {
        for (int row = 0; row < Math.min(ROWS_OF_HEADINGS, table.rows().size()); row++) {
            var columns = findColumns(table, row);
            if (columns.size() >= FEWEST_CLASSES) {
                return join(table, row, columns);
            }
        }
        return table;
    }

    /** Returns the columns beside each subject, by the column of the subject. */
    private static SortedMap<Integer, OtherColumns> findColumns(Table table, int row) {
        var found = new TreeMap<Integer, OtherColumns>();
        for (int column = 0; column < table.rows().get(row).size(); column++) {
            if (isHeading(table, row, column, SUBJECT)) {
                var others = new OtherColumns(
                        findBeside(table, row, column, CLASS),
                        findBeside(table, row, column, TEACHER),
                        findBeside(table, row, column, ROOM));
                if (others.all().findAny().isPresent()) {
                    found.put(column, others);
                }
            }
        }
        return found;
    }

    /** Returns the column with a heading among the two on the right of a subject; -1 if there is none before the next subject. */
    private static int findBeside(Table table, int row, int subject, Set<String> words) {
        for (int column = subject + 1; column <= subject + 2 && !isHeading(table, row, column, SUBJECT); column++) {
            if (isHeading(table, row, column, words)) {
                return column;
            }
        }
        return -1;
    }

    private static boolean isHeading(Table table, int row, int column, Set<String> words) {
        String text = table.text(row, column);
        return words.contains((text.endsWith(".") || text.endsWith(":") ? text.substring(0, text.length() - 1) : text)
                .toLowerCase(Locale.ROOT));
    }

    private static Table join(Table table, int heading, SortedMap<Integer, OtherColumns> columns) {
        var rows = new ArrayList<>(table.rows());
        for (int row = Math.max(0, heading - 1); row < rows.size(); row++) {
            var cells = new ArrayList<>(rows.get(row));
            for (var each : columns.entrySet()) {
                if (row < heading) {
                    clearRepeated(cells, each.getKey(), each.getValue());
                } else if (row == heading) {
                    clear(
                            cells,
                            Stream.concat(
                                    Stream.of(each.getKey()), each.getValue().all()));
                } else {
                    joinCells(cells, each.getKey(), each.getValue());
                }
            }
            rows.set(row, cells);
        }
        return new Table(table.file(), table.sheet(), rows, table.areas());
    }

    /** A class that is merged over its columns stands in each of them. */
    private static void clearRepeated(List<String> cells, int subject, OtherColumns others) {
        String owner = text(cells, subject);
        clear(cells, others.all().filter(column -> text(cells, column).equals(owner)));
    }

    /** A teacher or room without a subject stays where it is, and is reported as not read. */
    private static void joinCells(List<String> cells, int subject, OtherColumns others) {
        if (text(cells, subject).isEmpty()) {
            return;
        }
        String joined = Stream.concat(Stream.of(subject), others.all())
                .map(column -> text(cells, column))
                .filter(text -> !text.isEmpty())
                .distinct() // of a lesson that is merged over its columns
                .collect(Collectors.joining(" / "));
        clear(cells, others.all());
        cells.set(subject, joined);
    }

    private static String text(List<String> cells, int column) {
        return column < cells.size() ? cells.get(column) : "";
    }

    private static void clear(List<String> cells, Stream<Integer> columns) {
        columns.filter(column -> column < cells.size()).toList().forEach(column -> cells.set(column, ""));
    }
}

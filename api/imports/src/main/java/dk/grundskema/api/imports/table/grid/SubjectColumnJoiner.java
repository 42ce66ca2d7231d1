package dk.grundskema.api.imports.table.grid;

import dk.grundskema.api.imports.table.file.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Joins columns {@code Fag}, {@code Lærer} and {@code Lokale} below each class of a grid, or {@code Fag}, {@code Kl.} and {@code Lokale} below each
 * teacher, to one cell a lesson, {@code DAN / MH / 12}, in the first of these columns. Below a teacher the class may also stand before the subject.
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

    /** Columns of a class or teacher; -1 if there is none. */
    private record LessonColumns(int subject, int schoolClass, int teacher, int room) {
        /** Returns them all, in the order in which their cells are joined. */
        Stream<Integer> all() {
            return Stream.of(subject, schoolClass, teacher, room).filter(column -> column >= 0);
        }

        /** Returns the one on the left, below the name of the class or teacher. */
        int first() {
            return all().min(Integer::compare).orElse(subject);
        }

        Stream<Integer> others() {
            return all().filter(column -> column != first());
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

    /** Returns the columns with each subject. */
    private static List<LessonColumns> findColumns(Table table, int row) {
        boolean isClassFirst = areClassesFirst(table, row);
        var found = new ArrayList<LessonColumns>();
        for (int subject : columns(table, row, SUBJECT)) {
            var columns = isClassFirst
                    ? new LessonColumns(subject, subject - 1, -1, findBeside(table, row, subject, ROOM, CLASS))
                    : new LessonColumns(
                            subject,
                            findBeside(table, row, subject, CLASS, SUBJECT),
                            findBeside(table, row, subject, TEACHER, SUBJECT),
                            findBeside(table, row, subject, ROOM, SUBJECT));
            if (columns.others().findAny().isPresent()) {
                found.add(columns);
            }
        }
        return found;
    }

    /**
     * Whether each subject has a class directly before it, and no class is behind the last one. The first column has the lessons, so that {@code Kl.}
     * there is the time.
     */
    private static boolean areClassesFirst(Table table, int row) {
        List<Integer> subjects = columns(table, row, SUBJECT);
        List<Integer> before = subjects.stream().map(subject -> subject - 1).toList();
        return before.stream().allMatch(column -> column > 0)
                && columns(table, row, CLASS).equals(before);
    }

    private static List<Integer> columns(Table table, int row, Set<String> words) {
        return IntStream.range(0, table.rows().get(row).size())
                .filter(column -> isHeading(table, row, column, words))
                .boxed()
                .toList();
    }

    /** Returns the column with a heading among the two on the right of a subject; -1 if there is none before the next lesson's columns. */
    private static int findBeside(Table table, int row, int subject, Set<String> words, Set<String> next) {
        for (int column = subject + 1; column <= subject + 2 && !isHeading(table, row, column, next); column++) {
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

    private static Table join(Table table, int heading, List<LessonColumns> lessons) {
        var rows = new ArrayList<>(table.rows());
        for (int row = Math.max(0, heading - 1); row < rows.size(); row++) {
            var cells = new ArrayList<>(rows.get(row));
            for (LessonColumns columns : lessons) {
                if (row < heading) {
                    clearRepeated(cells, columns);
                } else if (row == heading) {
                    clear(cells, columns.all());
                } else {
                    joinCells(cells, columns);
                }
            }
            rows.set(row, cells);
        }
        return new Table(table.file(), table.sheet(), rows, table.areas());
    }

    /** A class that is merged over its columns stands in each of them. */
    private static void clearRepeated(List<String> cells, LessonColumns columns) {
        String owner = text(cells, columns.first());
        clear(cells, columns.others().filter(column -> text(cells, column).equals(owner)));
    }

    /** A teacher or room without a subject stays where it is, and is reported as not read. */
    private static void joinCells(List<String> cells, LessonColumns columns) {
        if (text(cells, columns.subject()).isEmpty()) {
            return;
        }
        String joined = columns.all()
                .map(column -> text(cells, column))
                .filter(text -> !text.isEmpty())
                .distinct() // of a lesson that is merged over its columns
                .collect(Collectors.joining(" / "));
        clear(cells, columns.others());
        cells.set(columns.first(), joined);
    }

    private static String text(List<String> cells, int column) {
        return column < cells.size() ? cells.get(column) : "";
    }

    private static void clear(List<String> cells, Stream<Integer> columns) {
        columns.filter(column -> column < cells.size()).toList().forEach(column -> cells.set(column, ""));
    }
}

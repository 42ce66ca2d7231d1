package dk.grundskema.api.imports.table.lists;

import dk.grundskema.api.documents.cell.TimeOfDayCellParser;
import dk.grundskema.api.documents.cell.WeekdayParser;
import dk.grundskema.api.imports.source.ImportQuestion;
import dk.grundskema.api.imports.table.file.Table;
import dk.grundskema.solver.spi.InputList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Asks what the columns of a list that are not read may be, and recognises days, times and people by the cells. */
final class ColumnQuestions {
    private static final int CELLS_LOOKED_AT = 50;

    /** Of ten cells, so many must look alike. Our own number. */
    private static final int ALIKE_OF_TEN = 8;

    private static final Pattern PERSON = Pattern.compile("\\p{Lu}[\\p{L}.-]*(?: \\p{L}[\\p{L}.-]*)* \\p{Lu}[\\p{L}.-]+"
            + "|\\p{Lu}\\p{L}+, \\p{Lu}[\\p{L}. -]+|\\p{Lu}{2,4}");

    private static final List<Look> LOOKS = List.of(
            new Look(text -> WeekdayParser.parseName(text).isPresent(), Set.of("weekday", "weekdays")),
            new Look(text -> TimeOfDayCellParser.parseSpan(text).isPresent(), Set.of("time")),
            new Look(
                    text -> TimeOfDayCellParser.parseTime(text).isPresent() && !text.matches("\\d+"),
                    Set.of("start", "end")),
            new Look(
                    text -> PERSON.matcher(text).matches(),
                    Set.of("teacher", "fullname", "who", "student", "students")));

    /**
     * What cells may look like.
     *
     * @param matches whether a cell looks so
     * @param keys    keys of columns that have such cells
     */
    private record Look(Predicate<String> matches, Set<String> keys) {}

    private final Table table;
    private final ListColumnMatcher columns;

    ColumnQuestions(Table table, ListColumnMatcher columns) {
        this.table = table;
        this.columns = columns;
    }

    List<ImportQuestion> questions() {
        return columns.unknownColumns().stream().map(this::question).toList();
    }

    private ImportQuestion question(int column) {
        List<String> free = columns.list().list().columns().stream()
                .map(InputList.Column::key)
                .filter(key -> !columns.has(key))
                .toList();
        List<String> cells = IntStream.range(
                        columns.headingRow() + 1, table.rows().size())
                .mapToObj(row -> table.text(row, column).strip())
                .filter(text -> !text.isEmpty())
                .limit(CELLS_LOOKED_AT)
                .toList();
        return new ImportQuestion(
                ImportQuestion.Kind.HEADING,
                table.text(columns.headingRow(), column),
                table.place(columns.headingRow(), column),
                Stream.concat(free.stream().map(columns::heading), Stream.of(""))
                        .toList(),
                LOOKS.stream()
                        .filter(look -> isAlike(cells, look))
                        .flatMap(look -> free.stream().filter(look.keys::contains))
                        .findFirst()
                        .map(columns::heading)
                        .orElse(null));
    }

    private static boolean isAlike(List<String> cells, Look look) {
        return !cells.isEmpty()
                && cells.stream().filter(look.matches).count() * 10 >= (long) cells.size() * ALIKE_OF_TEN;
    }
}

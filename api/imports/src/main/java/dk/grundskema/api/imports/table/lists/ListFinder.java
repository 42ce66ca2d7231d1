package dk.grundskema.api.imports.table.lists;

import dk.grundskema.api.imports.table.file.Table;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Finds the list that a table contains, by its name and its headings. */
public final class ListFinder {
    private static final int ROWS_LOOKED_AT = 20;
    private static final int TELLING_HEADINGS = 3;
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}]+");

    private final List<ListDefinition> lists;
    private final Map<String, String> meanings = new HashMap<>();

    /**
     * @param lists    all lists
     * @param headings meanings of a file's headings: a column's key or another heading, by heading
     */
    public ListFinder(List<ListDefinition> lists, Map<String, String> headings) {
        this.lists = List.copyOf(lists);
        headings.forEach((heading, meaning) ->
                meanings.put(HeadingNormalizer.normalize(heading), HeadingNormalizer.normalize(meaning)));
    }

    /** Returns the best matching list of a table, ready to read; empty if there is none. */
    public Optional<ListTable> find(Table table) {
        return IntStream.range(0, Math.min(ROWS_LOOKED_AT, table.rows().size()))
                .filter(row -> !table.isBlank(row) && !ListTable.isNote(table, row))
                .boxed()
                .flatMap(row -> lists.stream().map(list -> new ListColumnMatcher(table, row, list, meanings)))
                .filter(columns -> isPossible(table, columns))
                .max(Comparator.comparing((ListColumnMatcher columns) ->
                                isNamed(table, columns.list()) || knowsAllHeadings(columns))
                        .thenComparing(ListColumnMatcher::meetsNeeds)
                        .thenComparingInt(ListColumnMatcher::knownColumnCount)
                        .thenComparingInt(columns -> -columns.unknown())
                        .thenComparing(columns -> isNamed(table, columns.list()))
                        .thenComparingInt(columns -> -columns.headingRow())
                        .thenComparingInt(columns -> -lists.indexOf(columns.list())))
                .map(columns -> new ListTable(table, columns));
    }

    private static boolean isPossible(Table table, ListColumnMatcher columns) {
        boolean isMostly = columns.knownColumnCount() >= columns.unknown() || columns.knownColumnCount() > 3;
        boolean isWhole =
                columns.meetsNeeds() && isMostly && (columns.knownColumnCount() > 1 || columns.unknown() == 0);
        return columns.knownColumnCount() > 0
                && (isWhole || isNamed(table, columns.list()) || (isMostly && columns.knownColumnCount() > 2));
    }

    /** Whether a list knows each of at least three headings. Then it may be read from a sheet that has the name of another list. */
    private static boolean knowsAllHeadings(ListColumnMatcher columns) {
        return columns.meetsNeeds() && columns.unknown() == 0 && columns.knownColumnCount() >= TELLING_HEADINGS;
    }

    /** Whether the sheet or file has the list's name, alone or as one of several words. */
    private static boolean isNamed(Table table, ListDefinition list) {
        String name = HeadingNormalizer.normalize(table.name());
        var words = List.of(NO_LETTER.split(name));
        return list.names().stream().anyMatch(each -> each.equals(name) || words.contains(each));
    }
}

package dk.grundskema.api.imports.table.lists;

import dk.grundskema.api.imports.table.file.Table;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Finds out which list a table is, by its name and its headings. */
public final class ListFinder {
    private static final int ROWS_LOOKED_AT = 20;
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}]+");

    private final List<AskedList> lists;
    private final Map<String, String> meanings = new HashMap<>();

    /**
     * @param lists    lists that there are
     * @param headings what headings of a file mean: a column's key or another heading, by the heading
     */
    public ListFinder(List<AskedList> lists, Map<String, String> headings) {
        this.lists = List.copyOf(lists);
        headings.forEach((heading, meaning) -> meanings.put(Plain.of(heading), Plain.of(meaning)));
    }

    /** The list that a table is, ready to be read; nothing if it is none. */
    public Optional<ListTable> find(Table table) {
        return IntStream.range(0, Math.min(ROWS_LOOKED_AT, table.rows().size()))
                .filter(row -> !table.isBlank(row) && !ListTable.isNote(table, row))
                .boxed()
                .flatMap(row -> lists.stream().map(list -> new Columns(table, row, list, meanings)))
                .filter(columns -> isPossible(table, columns))
                .max(Comparator.comparing((Columns columns) -> isNamed(table, columns.list()))
                        .thenComparing(Columns::meetsNeeds)
                        .thenComparingInt(Columns::understood)
                        .thenComparingInt(columns -> -columns.unknown())
                        .thenComparingInt(columns -> -columns.row())
                        .thenComparingInt(columns -> -lists.indexOf(columns.list())))
                .map(columns -> new ListTable(table, columns));
    }

    private static boolean isPossible(Table table, Columns columns) {
        boolean isMostly = columns.understood() >= columns.unknown() || columns.understood() > 3;
        boolean isWhole = columns.meetsNeeds() && isMostly && (columns.understood() > 1 || columns.unknown() == 0);
        return columns.understood() > 0
                && (isWhole || isNamed(table, columns.list()) || (isMostly && columns.understood() > 2));
    }

    /** Whether the sheet or file is called as the list is, alone or as one of several words. */
    private static boolean isNamed(Table table, AskedList list) {
        String name = Plain.of(table.name());
        var words = List.of(NO_LETTER.split(name));
        return list.names().stream().anyMatch(each -> each.equals(name) || words.contains(each));
    }
}

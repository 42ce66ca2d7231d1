package dk.grundskema.api.imports.table.lists;

import dk.grundskema.api.imports.mappingfile.ListHeading;
import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.table.file.Table;
import dk.grundskema.solver.spi.InputList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Maps the columns of a table to the columns of a list, from a row of headings. */
final class ListColumnMatcher {
    /** Meanings for a column that is not read. */
    private static final Set<String> IGNORED_MEANINGS = Set.of("", "-", "ignore", "ignorer");

    private static final String WEEKDAY = "weekday";

    private final Table table;
    private final int row;
    private final ListDefinition list;
    private final Map<String, Integer> byKey = new LinkedHashMap<>();
    private final List<Integer> unknown = new ArrayList<>();
    private final Map<Integer, String> repeated = new LinkedHashMap<>();
    private final List<ListHeading> usedAnswers = new ArrayList<>();
    private @Nullable WeekdaySections sections;

    /**
     * @param table    the table
     * @param row      the row of headings
     * @param list     the assumed list
     * @param meanings meanings by normalized heading: a column's key or another heading. Those of the heading in this list count only if the list
     *                 does not know the heading
     */
    ListColumnMatcher(Table table, int row, ListDefinition list, Map<String, String> meanings) {
        this.table = table;
        this.row = row;
        this.list = list;
        var known = list.columnsByHeading();
        for (int column = 0; column < table.rows().get(row).size(); column++) {
            String heading = HeadingNormalizer.normalize(table.text(row, column));
            if (heading.isEmpty()) {
                continue;
            }
            String meaning = meanings.get(heading);
            ListHeading inList = inList(table.text(row, column));
            if (meaning == null && !known.containsKey(heading)) {
                meaning = meanings.get(HeadingNormalizer.normalize(inList.toString()));
                if (meaning != null) {
                    usedAnswers.add(inList);
                }
            }
            if (meaning != null && IGNORED_MEANINGS.contains(meaning)) {
                continue;
            }
            String key = known.get(meaning == null ? heading : meaning);
            if (key == null) {
                unknown.add(column);
            } else if (byKey.putIfAbsent(key, column) != null) {
                repeated.put(column, key);
            }
        }
    }

    /** Returns a heading of the list as a mapping names it. */
    ListHeading inList(String heading) {
        return new ListHeading(list.id(), heading);
    }

    /** Returns the headings whose meaning the mapping states for this list. */
    List<ListHeading> usedAnswers() {
        return List.copyOf(usedAnswers);
    }

    /** Returns the list. */
    ListDefinition list() {
        return list;
    }

    /** Returns the index of the heading row. */
    int headingRow() {
        return row;
    }

    /** Returns the number of known columns. */
    int knownColumnCount() {
        return byKey.size();
    }

    /** Returns the number of unknown columns. */
    int unknown() {
        return unknown.size();
    }

    /** Returns the unknown columns, from 0. */
    List<Integer> unknownColumns() {
        return List.copyOf(unknown);
    }

    /** Whether the table has a column of the list. */
    boolean has(String key) {
        return byKey.containsKey(key);
    }

    /** Whether a column of the table is known. */
    boolean isKnown(int column) {
        return byKey.containsValue(column) || repeated.containsKey(column);
    }

    /** Returns the column of a key, from 0; -1 if the table has none. */
    int indexOf(String key) {
        return byKey.getOrDefault(key, -1);
    }

    /** Whether every need of the list is met. */
    boolean meetsNeeds() {
        return list.needs().stream().allMatch(this::hasAnyOf);
    }

    /** Whether every need of the list is met if some more columns are known. */
    boolean meetsNeedsWith(Set<String> more) {
        return list.needs().stream()
                .allMatch(need -> hasAnyOf(need) || need.stream().anyMatch(more::contains));
    }

    private boolean hasAnyOf(Set<String> need) {
        return need.stream().anyMatch(byKey::containsKey)
                || (need.contains(WEEKDAY) && !byKey.isEmpty() && !sections().isEmpty());
    }

    /** Returns the weekdays that stand in rows of their own; none if it is no timetable, or has dates. */
    WeekdaySections sections() {
        WeekdaySections found = sections;
        if (found == null) {
            boolean isPossible = list.list().key().equals(CoreLists.TIMETABLE) && !has("date");
            found = new WeekdaySections(table, isPossible ? row : table.rows().size(), indexOf(WEEKDAY));
            sections = found;
        }
        return found;
    }

    /** Returns the heading of a key in the table, or its default heading. */
    String heading(String key) {
        return has(key)
                ? table.text(row, indexOf(key))
                : list.heading(key, isDanish() ? list.danish() : list.english());
    }

    /** Returns the keys of columns that the table has no heading for, in the order of the list. */
    List<String> freeKeys() {
        return list.list().columns().stream()
                .map(InputList.Column::key)
                .filter(key -> !has(key))
                .toList();
    }

    private boolean isDanish() {
        long danish = byKey.values().stream()
                .filter(column -> list.isDanish(table.text(row, column)))
                .count();
        return danish * 2 >= byKey.size();
    }

    /** Returns an error for each heading that means the same as an earlier one, with both headings and places. */
    List<FileFinding> repeatedHeadings() {
        return repeated.entrySet().stream()
                .map(each -> {
                    int first = indexOf(each.getValue());
                    return FileFinding.error(
                            table.place(row, each.getKey()),
                            "import.heading.twice",
                            table.text(row, first),
                            table.place(row, first).where(),
                            table.text(row, each.getKey()),
                            table.place(row, each.getKey()).where());
                })
                .toList();
    }

    /** Reports errors in the headings; returns whether rows can be read. */
    boolean checkHeadings(TableSourceBuilder out) {
        repeatedHeadings().forEach(out::addFinding);
        new ColumnQuestions(table, this).report(out);
        boolean isComplete = true;
        for (Set<String> need : list.needs()) {
            if (!hasAnyOf(need)) {
                isComplete = false;
                out.addFinding(FileFinding.error(table.place(row, 0), "import.heading.missing", neededHeadings(need)));
            }
        }
        return isComplete && repeated.isEmpty();
    }

    /** Returns at most two headings of which one is needed, in the order of the template. */
    private List<String> neededHeadings(Set<String> need) {
        return list.list().columns().stream()
                .map(column -> column.key())
                .filter(need::contains)
                .map(this::heading)
                .limit(2)
                .toList();
    }
}

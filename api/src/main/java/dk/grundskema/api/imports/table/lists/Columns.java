package dk.grundskema.api.imports.table.lists;

import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.table.file.Table;
import dk.grundskema.api.platform.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which column of a table holds what, taken from a row of headings as a list understands it. */
final class Columns {
    /** A meaning that says that a column isn't to be read. */
    private static final Set<String> NOTHING = Set.of("", "-", "ignore", "ignorer");

    private final Table table;
    private final int row;
    private final AskedList list;
    private final Map<String, Integer> byKey = new LinkedHashMap<>();
    private final List<Integer> unknown = new ArrayList<>();
    private final List<Integer> repeated = new ArrayList<>();

    /**
     * @param table    the table
     * @param row      the row of headings
     * @param list     what the table may be
     * @param meanings what headings mean, by the plain heading: a column's key or another heading
     */
    Columns(Table table, int row, AskedList list, Map<String, String> meanings) {
        this.table = table;
        this.row = row;
        this.list = list;
        var known = list.columnsByHeading();
        for (int column = 0; column < table.rows().get(row).size(); column++) {
            String heading = Plain.of(table.text(row, column));
            if (heading.isEmpty()) {
                continue;
            }
            String meaning = meanings.getOrDefault(heading, heading);
            String key = known.get(meaning);
            if (meanings.containsKey(heading) && NOTHING.contains(meaning)) {
                continue;
            }
            if (key == null) {
                unknown.add(column);
            } else if (byKey.putIfAbsent(key, column) != null) {
                repeated.add(column);
            }
        }
    }

    /** The list. */
    AskedList list() {
        return list;
    }

    /** The row of headings. */
    int row() {
        return row;
    }

    /** How many columns are understood. */
    int understood() {
        return byKey.size();
    }

    /** How many columns are not. */
    int unknown() {
        return unknown.size();
    }

    /** Whether a heading is that of the column's own key. */
    boolean has(String key) {
        return byKey.containsKey(key);
    }

    /** Whether a column means something here. */
    boolean reads(int column) {
        return byKey.containsValue(column) || repeated.contains(column);
    }

    /** The column of a key, from 0; -1 if the table has none. */
    int of(String key) {
        return byKey.getOrDefault(key, -1);
    }

    /** Whether every need of the list is met. */
    boolean meetsNeeds() {
        return list.needs().stream().allMatch(this::meets);
    }

    private boolean meets(Set<String> need) {
        return need.stream().anyMatch(byKey::containsKey);
    }

    /** The heading of a key in the table, or the one that it should have. */
    String heading(String key) {
        return has(key) ? table.text(row, of(key)) : list.heading(key, isDanish() ? list.danish() : list.english());
    }

    private boolean isDanish() {
        long danish = byKey.values().stream()
                .filter(column -> list.isDanish(table.text(row, column)))
                .count();
        return danish * 2 >= byKey.size();
    }

    /** Says what is wrong with the headings; gives back whether rows can be read. */
    boolean inspect(Collected out) {
        for (int column : repeated) {
            String key = list.columnsByHeading().get(Plain.of(table.text(row, column)));
            int first = key == null ? column : byKey.getOrDefault(key, column);
            out.say(FileFinding.error(
                    table.place(row, column),
                    "import.heading.twice",
                    table.text(row, column),
                    table.place(row, first).where()));
        }
        unknown.forEach(column -> unknown(column, out));
        boolean isComplete = true;
        for (Set<String> need : list.needs()) {
            if (!meets(need)) {
                isComplete = false;
                out.say(FileFinding.error(table.place(row, 0), "import.heading.missing", wanted(need)));
            }
        }
        return isComplete && repeated.isEmpty();
    }

    /** Headings of which one is needed, those of the template first. */
    private List<String> wanted(Set<String> need) {
        return list.list().columns().stream()
                .map(column -> column.key())
                .filter(need::contains)
                .map(this::heading)
                .limit(2)
                .toList();
    }

    private void unknown(int column, Collected out) {
        String heading = table.text(row, column);
        var free = list.columnsByHeading().keySet().stream()
                .filter(word -> !has(list.columnsByHeading().getOrDefault(word, "")))
                .toList();
        var meant = Nearest.to(Plain.of(heading), free);
        out.say(
                meant.isPresent()
                        ? FileFinding.warning(table.place(row, column), "import.heading.meant", heading, meant.get())
                        : FileFinding.warning(table.place(row, column), "import.heading.unknown", heading));
    }
}

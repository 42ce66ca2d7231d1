package dk.grundskema.api.imports.systems;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What people call the rows of one table: its short name, where that is one's own, otherwise the name, otherwise the id. */
final class AscNames {
    private final String row;
    private final Notebook notes;
    private final Map<String, String> names = new HashMap<>();

    /**
     * @param rows   rows of the table
     * @param fields attributes to choose from, best first
     */
    AscNames(String row, List<Element> rows, List<String> fields, Notebook notes) {
        this.row = row;
        this.notes = notes;
        Map<String, Set<String>> twice = new HashMap<>();
        for (String field : fields) {
            Set<String> seen = new HashSet<>();
            twice.put(field, new HashSet<>());
            rows.stream()
                    .map(each -> each.attribute(field))
                    .filter(each -> !seen.add(each))
                    .forEach(twice.get(field)::add);
        }
        for (Element each : rows) {
            String id = each.attribute("id");
            names.putIfAbsent(
                    id,
                    fields.stream()
                            .filter(field -> !each.attribute(field).isEmpty())
                            .filter(field ->
                                    !twice.getOrDefault(field, Set.of()).contains(each.attribute(field)))
                            .map(each::attribute)
                            .findFirst()
                            .orElse(id));
        }
    }

    /** Ids of a list, separated by commas. */
    static List<String> ids(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    /** Names of a list's ids; ids that the table lacks are noted and left out. */
    List<String> all(String list, String where) {
        return ids(list).stream().flatMap(id -> one(id, where)).distinct().toList();
    }

    private Stream<String> one(String id, String where) {
        String name = names.get(id);
        if (name == null || name.isEmpty()) {
            notes.warning(where, "import.asc.unknown-id", row, id);
            return Stream.empty();
        }
        return Stream.of(name);
    }

    /** Name of an id that the table has. */
    String name(String id) {
        return names.getOrDefault(id, id);
    }
}

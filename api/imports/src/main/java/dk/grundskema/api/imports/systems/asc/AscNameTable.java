package dk.grundskema.api.imports.systems.asc;

import dk.grundskema.api.imports.systems.file.SystemSourceBuilder;
import dk.grundskema.api.imports.systems.file.XmlElement;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Display names of the rows of one table: the short name if unique, otherwise the name, otherwise the id. */
final class AscNameTable {
    private final String row;
    private final SystemSourceBuilder source;
    private final Map<String, String> names = new HashMap<>();

    /**
     * @param rows   rows of the table
     * @param fields attributes to choose from, best first
     */
    AscNameTable(String row, List<XmlElement> rows, List<String> fields, SystemSourceBuilder source) {
        this.row = row;
        this.source = source;
        Map<String, Set<String>> twice = new HashMap<>();
        for (String field : fields) {
            Set<String> seen = new HashSet<>();
            twice.put(field, new HashSet<>());
            rows.stream()
                    .map(each -> each.attribute(field))
                    .filter(each -> !seen.add(each))
                    .forEach(twice.get(field)::add);
        }
        for (XmlElement each : rows) {
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

    /** Returns the ids of a comma-separated list. */
    static List<String> ids(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    /** Returns the names of a list's ids; reports and leaves out ids that the table lacks. */
    List<String> resolveNames(String list, String where) {
        return ids(list).stream()
                .flatMap(id -> resolveName(id, where))
                .distinct()
                .toList();
    }

    private Stream<String> resolveName(String id, String where) {
        String name = names.get(id);
        if (name == null || name.isEmpty()) {
            source.warning(where, "import.asc.unknown-id", row, id);
            return Stream.empty();
        }
        return Stream.of(name);
    }

    /** Returns the name of an id of the table. */
    String name(String id) {
        return names.getOrDefault(id, id);
    }
}

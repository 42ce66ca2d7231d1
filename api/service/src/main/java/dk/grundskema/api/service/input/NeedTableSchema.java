package dk.grundskema.api.service.input;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.JsonFormatter;
import dk.grundskema.api.planning.catalogue.FormField;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Table of the rows of an intervention's form. Rows have no ids; their keys consist of index, content hash and first column. Submitted rows
 * are matched to stored rows by these keys, so that properties that do not fit in a cell stay with their row even if others insert rows
 * meanwhile.
 *
 * @param columns columns
 */
record NeedTableSchema(List<ListColumn> columns) implements TableSchema {
    NeedTableSchema {
        columns = List.copyOf(columns);
    }

    /** Returns the table for the rows of a field. */
    static NeedTableSchema of(FormField field) {
        return new NeedTableSchema(field.fields().stream()
                .map(ListColumn::of)
                .flatMap(Optional::stream)
                .toList());
    }

    /**
     * Key of a row.
     *
     * @param place   index of the row
     * @param content hash of the row
     * @param who     value of the first column in file format; empty if it is not one text
     */
    private record RowKey(String place, String content, String who) {
        static RowKey of(String text) {
            String[] parts = text.split("-", 3);
            return parts.length == 3 ? new RowKey(parts[0], parts[1], parts[2]) : new RowKey("", "", "");
        }

        @Override
        public String toString() {
            return place + "-" + content + "-" + who;
        }
    }

    @Override
    public List<String> keys(List<Json.JsonObject> rows) {
        return IntStream.range(0, rows.size())
                .mapToObj(i -> key(i, rows.get(i)).toString())
                .toList();
    }

    private RowKey key(int place, Json.JsonObject row) {
        String content = Integer.toHexString(JsonFormatter.format(row).hashCode());
        String who = columns.isEmpty()
                ? ""
                : ListCellCodec.text(row, columns.getFirst().field());
        return new RowKey(String.valueOf(place), content, who);
    }

    /**
     * Matches unchanged rows first, by index and content, then by content; next changed rows with a unique first column; last, rows with an
     * empty first column by index.
     */
    @Override
    public Map<String, Json.JsonObject> matchRows(List<String> keys, List<Json.JsonObject> rows) {
        var found = new LinkedHashMap<String, Json.JsonObject>();
        List<RowKey> now = keys(rows).stream().map(RowKey::of).toList();
        Set<Integer> free =
                new TreeSet<>(IntStream.range(0, rows.size()).boxed().toList());
        Set<String> alone = uniqueNames(now);
        alone.retainAll(uniqueNames(keys.stream().map(RowKey::of).toList()));
        List<RowMatcher> ways = List.of(
                new RowMatcher(was -> true, RowKey::toString),
                new RowMatcher(was -> true, RowKey::content),
                new RowMatcher(was -> alone.contains(was.who()), RowKey::who),
                new RowMatcher(was -> was.who().isEmpty(), RowKey::place));
        for (RowMatcher way : ways) {
            Map<String, Queue<Integer>> byIt = free.stream()
                    .collect(Collectors.groupingBy(
                            i -> way.by().apply(now.get(i)), Collectors.toCollection(ArrayDeque::new)));
            for (String key : keys) {
                if (!key.isEmpty() && !found.containsKey(key)) {
                    Integer row = way.takeFirst(RowKey.of(key), byIt);
                    if (row != null) {
                        found.put(key, rows.get(row));
                        free.remove(row);
                    }
                }
            }
        }
        return found;
    }

    /**
     * A criterion for matching.
     *
     * @param holds whether it applies to a key
     * @param by    part of the key that must be equal
     */
    private record RowMatcher(Predicate<RowKey> holds, Function<RowKey, String> by) {
        /** Takes the first row that matches the key; {@code null} if there is none. */
        @Nullable
        Integer takeFirst(RowKey was, Map<String, Queue<Integer>> rows) {
            Queue<Integer> same = holds.test(was) ? rows.get(by.apply(was)) : null;
            return same == null ? null : same.poll();
        }
    }

    /** Returns first columns that occur exactly once. */
    private static Set<String> uniqueNames(List<RowKey> keys) {
        var seen = new HashSet<String>();
        var twice = new HashSet<String>();
        keys.forEach(one -> (seen.add(one.who()) ? seen : twice).add(one.who()));
        seen.removeAll(twice);
        seen.remove("");
        return seen;
    }

    @Override
    public Json.JsonObject newRow(Set<String> taken) {
        return new Json.JsonObject(Map.of());
    }
}

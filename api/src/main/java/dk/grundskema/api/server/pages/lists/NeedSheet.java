package dk.grundskema.api.server.pages.lists;

import dk.grundskema.api.catalogue.FormField;
import dk.grundskema.api.platform.Json;
import dk.grundskema.api.platform.JsonText;
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
 * Rows of an intervention's form as a table. They have no ids: each is known again by what stood in it and by its place, so that what a cell can't hold stays
 * with the row that it belongs to, whatever others put before it meanwhile.
 *
 * @param columns its columns
 */
record NeedSheet(List<ListColumn> columns) implements Sheet {
    NeedSheet {
        columns = List.copyOf(columns);
    }

    /** The table for the rows of a field. */
    static NeedSheet of(FormField field) {
        return new NeedSheet(field.fields().stream()
                .map(ListColumn::of)
                .flatMap(Optional::stream)
                .toList());
    }

    /**
     * What a row is known again by.
     *
     * @param place   which row it is
     * @param content stands for all that is in it
     * @param who     what its first column says in files; empty if that isn't one text
     */
    private record Key(String place, String content, String who) {
        static Key of(String text) {
            String[] parts = text.split("-", 3);
            return parts.length == 3 ? new Key(parts[0], parts[1], parts[2]) : new Key("", "", "");
        }

        @Override
        public String toString() {
            return place + "-" + content + "-" + who;
        }
    }

    @Override
    public List<String> keys(List<Json.Structure> rows) {
        return IntStream.range(0, rows.size())
                .mapToObj(i -> key(i, rows.get(i)).toString())
                .toList();
    }

    private Key key(int place, Json.Structure row) {
        String content = Integer.toHexString(JsonText.of(row).hashCode());
        String who =
                columns.isEmpty() ? "" : ListCells.text(row, columns.getFirst().field());
        return new Key(String.valueOf(place), content, who);
    }

    /** Who is as it was comes first, where it was or elsewhere; then who was changed, if only one row is so called; what has no name stays in its place. */
    @Override
    public Map<String, Json.Structure> known(List<String> keys, List<Json.Structure> rows) {
        var found = new LinkedHashMap<String, Json.Structure>();
        List<Key> now = keys(rows).stream().map(Key::of).toList();
        Set<Integer> free =
                new TreeSet<>(IntStream.range(0, rows.size()).boxed().toList());
        Set<String> alone = alone(now);
        alone.retainAll(alone(keys.stream().map(Key::of).toList()));
        List<Way> ways = List.of(
                new Way(was -> true, Key::toString),
                new Way(was -> true, Key::content),
                new Way(was -> alone.contains(was.who()), Key::who),
                new Way(was -> was.who().isEmpty(), Key::place));
        for (Way way : ways) {
            Map<String, Queue<Integer>> byIt = free.stream()
                    .collect(Collectors.groupingBy(
                            i -> way.by().apply(now.get(i)), Collectors.toCollection(ArrayDeque::new)));
            for (String key : keys) {
                if (!key.isEmpty() && !found.containsKey(key)) {
                    Integer row = way.first(Key.of(key), byIt);
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
     * A way to know a row again.
     *
     * @param holds whether a row can be known again so
     * @param by    what must be the same in both
     */
    private record Way(Predicate<Key> holds, Function<Key, String> by) {
        /** Takes the first of those rows that one may be; {@code null} if there is none. */
        @Nullable
        Integer first(Key was, Map<String, Queue<Integer>> rows) {
            Queue<Integer> same = holds.test(was) ? rows.get(by.apply(was)) : null;
            return same == null ? null : same.poll();
        }
    }

    /** What one row only is called. */
    private static Set<String> alone(List<Key> keys) {
        var seen = new HashSet<String>();
        var twice = new HashSet<String>();
        keys.forEach(one -> (seen.add(one.who()) ? seen : twice).add(one.who()));
        seen.removeAll(twice);
        seen.remove("");
        return seen;
    }

    @Override
    public Json.Structure fresh(Set<String> taken) {
        return new Json.Structure(Map.of());
    }
}

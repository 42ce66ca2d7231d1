package dk.grundskema.api.server.pages.lists;

import dk.grundskema.api.catalogue.FormField;
import dk.grundskema.api.platform.Json;
import dk.grundskema.api.platform.JsonText;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;

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
        List<BiPredicate<Key, Key>> ways = List.of(
                Key::equals,
                (was, is) -> was.content().equals(is.content()),
                (was, is) -> alone.contains(was.who()) && was.who().equals(is.who()),
                (was, is) -> was.who().isEmpty() && was.place().equals(is.place()));
        for (BiPredicate<Key, Key> way : ways) {
            for (String key : keys) {
                if (!key.isEmpty() && !found.containsKey(key)) {
                    free.stream()
                            .filter(i -> way.test(Key.of(key), now.get(i)))
                            .findFirst()
                            .ifPresent(i -> {
                                found.put(key, rows.get(i));
                                free.remove(i);
                            });
                }
            }
        }
        return found;
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

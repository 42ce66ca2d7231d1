package dk.grundskema.api.server.pages.lists;

import dk.grundskema.api.platform.Json;
import dk.grundskema.domain.finding.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The elements of a list as cells name them. The list is gone through once, for it may have thousands, and as many cells may name them. */
final class NamedThings {
    /** What stands behind a name to tell it from others, such as a student's class. */
    private static final Pattern BRACKETS = Pattern.compile(" \\([^)]*\\)$");

    private final List<String> names;
    private final Map<String, List<Thing>> byId = new HashMap<>();

    /** By names without spaces around them. This order takes those for the same that {@link String#equalsIgnoreCase} does. */
    private final Map<String, List<Thing>> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /** The same without what stands in brackets behind them. */
    private final Map<String, List<Thing>> byBareName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /**
     * An element of the list.
     *
     * @param place which one it is
     * @param id    its id; empty if it has none
     * @param name  its name as it is written; empty if it has none
     */
    private record Thing(int place, String id, String name) {
        /** Without its name, which may be a child's. */
        @Override
        public String toString() {
            return id;
        }
    }

    /** @param elements objects with {@code id} and {@code name} */
    NamedThings(List<Json> elements) {
        var all = new ArrayList<Thing>();
        for (Json element : elements) {
            var thing = new Thing(all.size(), ListCells.text(element, "id"), ListCells.text(element, "name"));
            String name = thing.name().strip();
            all.add(thing);
            add(byId, thing.id(), thing);
            add(byName, name, thing);
            add(byBareName, BRACKETS.matcher(name).replaceFirst(""), thing);
        }
        names = all.stream().map(Thing::name).toList();
    }

    private static void add(Map<String, List<Thing>> all, String key, Thing thing) {
        all.computeIfAbsent(key, any -> new ArrayList<>(1)).add(thing);
    }

    private static List<Thing> of(Map<String, List<Thing>> all, String key) {
        return all.getOrDefault(key, List.of());
    }

    /** What all are called, as it is written, in the list's order. */
    List<String> names() {
        return names;
    }

    /** Whether a name is written so, in small or capital letters. */
    boolean isName(String word) {
        return of(byName, word).stream().anyMatch(one -> one.name().equalsIgnoreCase(word));
    }

    /** What the first element of that id is called; the id itself if there is none. */
    String name(String id) {
        return of(byId, id).stream().findFirst().map(Thing::name).orElse(id);
    }

    /**
     * The id of whom somebody means; {@code null} if nobody or several may be meant, which is said then. Where nothing is called so, a name may be written
     * without what stands in brackets behind it.
     *
     * @param word a name in small or capital letters, or an id, without spaces around it
     * @param at   the cell, for what is wrong with it
     */
    @Nullable
    Json id(String word, String at, List<Finding> wrong) {
        List<Thing> exact = Stream.concat(of(byName, word).stream(), of(byId, word).stream())
                .distinct()
                .sorted(Comparator.comparingInt(Thing::place))
                .toList();
        List<Thing> meant = exact.isEmpty() ? of(byBareName, word) : exact;
        List<String> ids = meant.stream().map(Thing::id).distinct().toList();
        if (ids.size() == 1) {
            return new Json.Text(ids.getFirst());
        }
        String several = exact.isEmpty() ? "pages.list-several-of" : "pages.list-several";
        String code = ids.isEmpty() ? "pages.list-unknown" : several;
        wrong.add(Finding.error(
                code, at, word, meant.stream().map(Thing::name).distinct().collect(Collectors.joining(", "))));
        return null;
    }
}

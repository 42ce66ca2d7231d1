package dk.grundskema.api.service.input;

import dk.grundskema.api.documents.json.Json;
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

/**
 * Index of a list's elements by the names that table cells use. Built once per list, because a list can have thousands of elements and as
 * many cells refer to them.
 */
final class ElementNameIndex {
    /** Suffix that distinguishes names, such as a student's class. */
    private static final Pattern BRACKETS = Pattern.compile(" \\([^)]*\\)$");

    private final List<String> names;
    private final Map<String, List<NamedElement>> byId = new HashMap<>();

    /** Elements by trimmed name. The order treats names as equal exactly if {@link String#equalsIgnoreCase} does. */
    private final Map<String, List<NamedElement>> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /** Elements by trimmed name without the suffix in brackets. */
    private final Map<String, List<NamedElement>> byBareName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /**
     * An element of the list.
     *
     * @param place index in the list
     * @param id    id; may be empty
     * @param name  name as written; may be empty
     */
    private record NamedElement(int place, String id, String name) {
        /** Leaves out the name, which may be a student's. */
        @Override
        public String toString() {
            return id;
        }
    }

    /** @param elements objects with {@code id} and {@code name} */
    ElementNameIndex(List<Json> elements) {
        var all = new ArrayList<NamedElement>();
        for (Json element : elements) {
            var thing = new NamedElement(
                    all.size(), ListCellCodec.text(element, "id"), ListCellCodec.text(element, "name"));
            String name = thing.name().strip();
            all.add(thing);
            add(byId, thing.id(), thing);
            add(byName, name, thing);
            add(byBareName, BRACKETS.matcher(name).replaceFirst(""), thing);
        }
        names = all.stream().map(NamedElement::name).toList();
    }

    private static void add(Map<String, List<NamedElement>> all, String key, NamedElement thing) {
        all.computeIfAbsent(key, any -> new ArrayList<>(1)).add(thing);
    }

    private static List<NamedElement> lookUp(Map<String, List<NamedElement>> all, String key) {
        return all.getOrDefault(key, List.of());
    }

    /** Returns all names as written, in the order of the list. */
    List<String> names() {
        return names;
    }

    /** Returns whether {@link #resolveId} finds an element for a word. */
    boolean isKnown(String word) {
        return byName.containsKey(word) || byId.containsKey(word) || byBareName.containsKey(word);
    }

    /** Returns the name of the first element with the id; the id itself if there is none. */
    String nameOf(String id) {
        return lookUp(byId, id).stream().findFirst().map(NamedElement::name).orElse(id);
    }

    /**
     * Returns the id of the element that a word refers to; {@code null} with a finding if none or several match. If no full name matches,
     * names without the suffix in brackets are tried.
     *
     * @param word trimmed name (ignoring case) or id
     * @param at   pointer of the cell for findings
     */
    @Nullable
    Json resolveId(String word, String at, List<Finding> findings) {
        List<NamedElement> exact = Stream.concat(lookUp(byName, word).stream(), lookUp(byId, word).stream())
                .distinct()
                .sorted(Comparator.comparingInt(NamedElement::place))
                .toList();
        List<NamedElement> meant = exact.isEmpty() ? lookUp(byBareName, word) : exact;
        List<String> ids = meant.stream().map(NamedElement::id).distinct().toList();
        if (ids.size() == 1) {
            return new Json.JsonString(ids.getFirst());
        }
        String several = exact.isEmpty() ? "pages.list-several-of" : "pages.list-several";
        String code = ids.isEmpty() ? "pages.list-unknown" : several;
        findings.add(Finding.error(
                code,
                at,
                word,
                meant.stream().map(NamedElement::name).distinct().collect(Collectors.joining(", "))));
        return null;
    }
}

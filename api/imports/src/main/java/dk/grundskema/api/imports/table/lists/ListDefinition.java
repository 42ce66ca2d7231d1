package dk.grundskema.api.imports.table.lists;

import dk.grundskema.domain.finding.Texts;
import dk.grundskema.solver.spi.InputList;
import dk.grundskema.solver.spi.InterventionPlugin;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A list that files may contain, with its texts in both languages. Its headings are normalized once, because each row of a table may be one. */
public final class ListDefinition {
    private final String type;
    private final InputList list;
    private final List<Set<String>> needs;
    private final Set<String> unshown;
    private final Texts danish;
    private final Texts english;
    private volatile @Nullable Map<String, String> columnsByHeading;

    /**
     * @param type    id of its intervention type; empty for a core list
     * @param list    its definition; {@link InputList} names the keys of its texts, and {@code list.<key>.also} has other names of the list,
     *                separated by {@code |}
     * @param needs   sets of columns; a table must have at least one column of each set
     * @param unshown columns that are read but not part of the template
     * @param danish  its texts in Danish
     * @param english its texts in English
     */
    ListDefinition(
            String type, InputList list, List<Set<String>> needs, Set<String> unshown, Texts danish, Texts english) {
        this.type = type;
        this.list = list;
        this.needs = needs.stream().map(Set::copyOf).toList();
        this.unshown = Set.copyOf(unshown);
        this.danish = danish;
        this.english = english;
    }

    /** Returns the id of its intervention type; empty for a core list. */
    public String type() {
        return type;
    }

    /** Returns what distinguishes it from all other lists in a mapping, such as {@code students} or {@code co-teaching/classes}. */
    String id() {
        return type.isEmpty() ? list.key() : type + "/" + list.key();
    }

    /** Returns its definition. */
    public InputList list() {
        return list;
    }

    /** Returns sets of columns; a table must have at least one column of each set. */
    List<Set<String>> needs() {
        return needs;
    }

    /** Returns the columns that are read but not part of the template. */
    public Set<String> unshown() {
        return unshown;
    }

    /** Returns its texts in Danish. */
    public Texts danish() {
        return danish;
    }

    /** Returns its texts in English. */
    public Texts english() {
        return english;
    }

    /** Returns a list of an intervention type. */
    public static ListDefinition of(String type, InputList list, Texts danish, Texts english) {
        var needs = list.columns().stream()
                .filter(InputList.Column::required)
                .map(column -> Set.of(column.key()))
                .toList();
        return new ListDefinition(type, list, needs, Set.of(), danish, english);
    }

    /** Returns the lists of an intervention type. */
    public static List<ListDefinition> of(InterventionPlugin<?> plugin) {
        var danish = texts(plugin, Locale.of("da"));
        var english = texts(plugin, Locale.of("en"));
        return plugin.lists().stream()
                .map(list -> of(plugin.type().id(), list, danish, english))
                .toList();
    }

    private static Texts texts(InterventionPlugin<?> plugin, Locale language) {
        return new Texts(language, List.of(plugin.texts(language)), Function.identity());
    }

    /** Returns its name in a language. */
    public String name(Texts texts) {
        return texts.text(key("name"));
    }

    /** Returns its purpose in a language. */
    public String summary(Texts texts) {
        return texts.text(key("summary"));
    }

    /** Returns the heading of a column in a language. */
    public String heading(String column, Texts texts) {
        return texts.text(key(column));
    }

    /** Returns a choice of a column in a language. */
    public String choice(String column, String choice, Texts texts) {
        String key = key(column) + "." + choice;
        return texts.has(key) ? texts.text(key) : choice;
    }

    /** Returns the normalized names of the list in both languages. */
    Set<String> names() {
        var names = new LinkedHashSet<String>();
        for (Texts texts : List.of(danish, english)) {
            namesInTexts(texts, "name").forEach(name -> names.add(HeadingNormalizer.normalize(name)));
        }
        return names;
    }

    /** Returns the column keys by normalized heading in both languages. */
    Map<String, String> columnsByHeading() {
        Map<String, String> known = columnsByHeading;
        if (known == null) {
            known = Collections.unmodifiableMap(normalizeHeadings());
            columnsByHeading = known;
        }
        return known;
    }

    private Map<String, String> normalizeHeadings() {
        var columns = new LinkedHashMap<String, String>();
        for (Texts texts : List.of(danish, english)) {
            for (InputList.Column column : list.columns()) {
                namesInTexts(texts, column.key())
                        .forEach(word -> columns.putIfAbsent(HeadingNormalizer.normalize(word), column.key()));
            }
        }
        list.columns().forEach(column -> columns.putIfAbsent(column.key(), column.key()));
        return columns;
    }

    /** Whether a heading is a Danish one of this list. */
    boolean isDanish(String heading) {
        String plain = HeadingNormalizer.normalize(heading);
        return list.columns().stream()
                .anyMatch(column -> namesInTexts(danish, column.key())
                        .anyMatch(word -> HeadingNormalizer.normalize(word).equals(plain)));
    }

    /** Returns the choice of a column that a text means, in either language. */
    Optional<String> findChoice(String column, String text) {
        String plain = HeadingNormalizer.normalize(text);
        return list.columns().stream()
                .filter(each -> each.key().equals(column))
                .flatMap(each -> each.choices().stream())
                .filter(choice -> choice.equals(plain)
                        || Stream.of(danish, english)
                                .flatMap(texts ->
                                        Stream.of(choice(column, choice, texts).split("\\|")))
                                .anyMatch(word ->
                                        HeadingNormalizer.normalize(word).equals(plain)))
                .findFirst();
    }

    private Stream<String> namesInTexts(Texts texts, String suffix) {
        String also = suffix.equals("name") ? key("also") : key(suffix) + ".also";
        Stream<String> others = texts.has(also) ? Stream.of(texts.text(also).split("\\|")) : Stream.empty();
        return Stream.concat(Stream.of(texts.text(key(suffix))), others);
    }

    private String key(String suffix) {
        return "list." + list.key() + "." + suffix;
    }
}

package dk.grundskema.api.imports.table.lists;

import dk.grundskema.domain.finding.Texts;
import dk.grundskema.solver.spi.InputList;
import dk.grundskema.solver.spi.InterventionPlugin;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A list that files may hold, with its words in both languages.
 *
 * @param type    id of the intervention type that it belongs to; empty for the core's own
 * @param list    what it asks for; the keys of its texts are those that {@link InputList} names, and {@code list.<key>.also} has other names
 *     of the list, separated by {@code |}
 * @param needs   of each of these sets a table must have one column at least
 * @param unshown columns that are understood but not part of the template
 * @param danish  its texts in Danish
 * @param english its texts in English
 */
public record AskedList(
        String type, InputList list, List<Set<String>> needs, Set<String> unshown, Texts danish, Texts english) {
    /** Copies the lists. */
    public AskedList {
        needs = needs.stream().map(Set::copyOf).toList();
        unshown = Set.copyOf(unshown);
    }

    /** A list of an intervention type. */
    public static AskedList of(String type, InputList list, Texts danish, Texts english) {
        var needs = list.columns().stream()
                .filter(InputList.Column::required)
                .map(column -> Set.of(column.key()))
                .toList();
        return new AskedList(type, list, needs, Set.of(), danish, english);
    }

    /** The lists of an intervention type. */
    public static List<AskedList> of(InterventionPlugin<?> plugin) {
        var danish = texts(plugin, Locale.of("da"));
        var english = texts(plugin, Locale.of("en"));
        return plugin.lists().stream()
                .map(list -> of(plugin.type().id(), list, danish, english))
                .toList();
    }

    private static Texts texts(InterventionPlugin<?> plugin, Locale language) {
        return new Texts(language, List.of(plugin.texts(language)), Function.identity());
    }

    /** Its name in a language. */
    public String name(Texts texts) {
        return texts.text(key("name"));
    }

    /** What it is for, in a language. */
    public String summary(Texts texts) {
        return texts.text(key("summary"));
    }

    /** The heading of a column in a language. */
    public String heading(String column, Texts texts) {
        return texts.text(key(column));
    }

    /** A choice of a column in a language. */
    public String choice(String column, String choice, Texts texts) {
        String key = key(column) + "." + choice;
        return texts.has(key) ? texts.text(key) : choice;
    }

    /** Names of the list in both languages, plain. */
    Set<String> names() {
        var names = new LinkedHashSet<String>();
        for (Texts texts : List.of(danish, english)) {
            words(texts, "name").forEach(name -> names.add(Plain.of(name)));
        }
        return names;
    }

    /** The columns by their plain headings in both languages. */
    Map<String, String> columnsByHeading() {
        var columns = new LinkedHashMap<String, String>();
        for (Texts texts : List.of(danish, english)) {
            for (InputList.Column column : list.columns()) {
                words(texts, column.key()).forEach(word -> columns.putIfAbsent(Plain.of(word), column.key()));
            }
        }
        list.columns().forEach(column -> columns.putIfAbsent(column.key(), column.key()));
        return columns;
    }

    /** Whether a heading is Danish and not English. */
    boolean isDanish(String heading) {
        String plain = Plain.of(heading);
        return list.columns().stream()
                .anyMatch(column -> words(danish, column.key())
                        .anyMatch(word -> Plain.of(word).equals(plain)));
    }

    /** The choice of a column that a text means, in either language. */
    Optional<String> choiceOf(String column, String text) {
        String plain = Plain.of(text);
        return list.columns().stream()
                .filter(each -> each.key().equals(column))
                .flatMap(each -> each.choices().stream())
                .filter(choice -> choice.equals(plain)
                        || Stream.of(danish, english)
                                .flatMap(texts ->
                                        Stream.of(choice(column, choice, texts).split("\\|")))
                                .anyMatch(word -> Plain.of(word).equals(plain)))
                .findFirst();
    }

    private Stream<String> words(Texts texts, String suffix) {
        String also = suffix.equals("name") ? key("also") : key(suffix) + ".also";
        Stream<String> others = texts.has(also) ? Stream.of(texts.text(also).split("\\|")) : Stream.empty();
        return Stream.concat(Stream.of(texts.text(key(suffix))), others);
    }

    private String key(String suffix) {
        return "list." + list.key() + "." + suffix;
    }
}

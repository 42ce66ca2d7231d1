package dk.grundskema.api.server.pages.camp;

import dk.grundskema.api.platform.Json;
import dk.grundskema.api.platform.NumberText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An object as files have it, read and changed by the names of its fields.
 *
 * @param json the object
 */
record Said(Json.Structure json) {
    private static final String ID = "id";

    /** Nothing at all. */
    static final Said NOTHING = new Said(new Json.Structure(Map.of()));

    /** What a value says if it is an object; else nothing. */
    static Said of(Json value) {
        return value instanceof Json.Structure structure ? new Said(structure) : NOTHING;
    }

    /** Whether there is such a field. */
    boolean has(String name) {
        return json.fields().containsKey(name);
    }

    /** A text, number or truth as people type it; empty if there is none. */
    String text(String name) {
        return text(json.fields().getOrDefault(name, Json.Nothing.NOTHING));
    }

    private static String text(Json value) {
        return switch (value) {
            case Json.Text text -> text.value();
            case Json.Numeric number -> NumberText.shortest(number.value());
            case Json.Truth truth -> String.valueOf(truth.value());
            case Json.Nothing nothing -> "";
            case Json.Listing list -> "";
            case Json.Structure structure -> "";
        };
    }

    /** Whether it says yes. */
    boolean isTrue(String name) {
        return json.fields().get(name) instanceof Json.Truth(boolean is) && is;
    }

    /** The object in a field; nothing if there is none. */
    Said part(String name) {
        return of(json.fields().getOrDefault(name, Json.Nothing.NOTHING));
    }

    /** The objects in a list. */
    List<Said> rows(String name) {
        return elements(name).stream().map(Said::of).toList();
    }

    /** The texts in a list. */
    List<String> texts(String name) {
        return elements(name).stream().map(Said::text).toList();
    }

    private List<Json> elements(String name) {
        return json.fields().get(name) instanceof Json.Listing list ? list.elements() : List.of();
    }

    /** With another value in a field. */
    Said with(String name, Json value) {
        var fields = new LinkedHashMap<>(json.fields());
        fields.put(name, value);
        return new Said(new Json.Structure(fields));
    }

    /** With other objects in a list. */
    Said withRows(String name, List<Said> rows) {
        return with(name, new Json.Listing(rows.stream().<Json>map(Said::json).toList()));
    }

    /** With other texts in a list. */
    Said withTexts(String name, List<String> texts) {
        return with(
                name, new Json.Listing(texts.stream().<Json>map(Json.Text::new).toList()));
    }

    /** Which of some has an id; nothing if none has. */
    static Said withId(String id, List<Said> some) {
        return some.stream().filter(one -> one.text(ID).equals(id)).findFirst().orElse(NOTHING);
    }

    /** What is drawn of rows, each known by the pointer to it. */
    static <T> List<T> drawn(List<Said> rows, String at, BiFunction<Said, String, T> row) {
        return IntStream.range(0, rows.size())
                .mapToObj(nth -> row.apply(rows.get(nth), at + "/" + nth))
                .toList();
    }

    /** With an id that none of some others has. */
    Said withFreshId(String word, List<Said> others) {
        Set<String> taken = others.stream().map(one -> one.text(ID)).collect(Collectors.toSet());
        return IntStream.iterate(1, n -> n + 1)
                .mapToObj(n -> word + "-" + n)
                .filter(one -> !taken.contains(one))
                .findFirst()
                .map(fresh -> with(ID, new Json.Text(fresh)))
                .orElseThrow();
    }

    /** With another value in a field, or without the field. */
    Said with(String name, Optional<? extends Json> value) {
        return value.isPresent() ? with(name, value.get()) : without(name);
    }

    /** Without a field. */
    Said without(String name) {
        var fields = new LinkedHashMap<>(json.fields());
        fields.remove(name);
        return new Said(new Json.Structure(fields));
    }

    /** Without the values, which may be of people. */
    @Override
    public String toString() {
        return json.fields().keySet().toString();
    }
}

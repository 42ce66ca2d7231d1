package dk.grundskema.api.service.rules;

import dk.grundskema.api.documents.cell.CellCodec;
import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.JsonNumberCodec;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Immutable view of a JSON object that reads fields and returns modified copies.
 *
 * @param json the object
 */
public record JsonObjectView(Json.JsonObject json) {
    private static final String ID = "id";

    /** The empty object. */
    public static final JsonObjectView NOTHING = new JsonObjectView(new Json.JsonObject(Map.of()));

    /** Returns a view of the value; the empty object if the value is not an object. */
    public static JsonObjectView of(Json value) {
        return value instanceof Json.JsonObject structure ? new JsonObjectView(structure) : NOTHING;
    }

    /** Returns whether the field exists. */
    public boolean has(String name) {
        return json.fields().containsKey(name);
    }

    /** Returns a string, number or boolean as text; empty if there is none. */
    public String text(String name) {
        return text(json.fields().getOrDefault(name, Json.JsonNull.NOTHING));
    }

    /** Returns the number in a field as a form of that language shows it; otherwise what {@link #text} returns. */
    public String text(String name, Locale language) {
        return json.fields().get(name) instanceof Json.JsonNumber(BigDecimal number)
                ? CellCodec.formatNumber(number, language)
                : text(name);
    }

    private static String text(Json value) {
        return switch (value) {
            case Json.JsonString text -> text.value();
            case Json.JsonNumber number -> JsonNumberCodec.formatShortest(number.value());
            case Json.JsonBoolean truth -> String.valueOf(truth.value());
            case Json.JsonNull nothing -> "";
            case Json.JsonArray list -> "";
            case Json.JsonObject structure -> "";
        };
    }

    /** Returns whether the field is {@code true}. */
    public boolean isTrue(String name) {
        return json.fields().get(name) instanceof Json.JsonBoolean(boolean is) && is;
    }

    /** Returns the object in a field; the empty object if there is none. */
    public JsonObjectView part(String name) {
        return of(json.fields().getOrDefault(name, Json.JsonNull.NOTHING));
    }

    /** Returns the objects in a list. */
    public List<JsonObjectView> rows(String name) {
        return elements(name).stream().map(JsonObjectView::of).toList();
    }

    /** Returns the strings in a list. */
    public List<String> texts(String name) {
        return elements(name).stream().map(JsonObjectView::text).toList();
    }

    private List<Json> elements(String name) {
        return json.fields().get(name) instanceof Json.JsonArray list ? list.elements() : List.of();
    }

    /** Returns a copy with another value in a field. */
    public JsonObjectView with(String name, Json value) {
        var fields = new LinkedHashMap<>(json.fields());
        fields.put(name, value);
        return new JsonObjectView(new Json.JsonObject(fields));
    }

    /** Returns a copy with other objects in a list. */
    public JsonObjectView withRows(String name, List<JsonObjectView> rows) {
        return with(
                name,
                new Json.JsonArray(rows.stream().<Json>map(JsonObjectView::json).toList()));
    }

    /** Returns a copy with other strings in a list. */
    public JsonObjectView withTexts(String name, List<String> texts) {
        return with(
                name,
                new Json.JsonArray(
                        texts.stream().<Json>map(Json.JsonString::new).toList()));
    }

    /** Returns the object with an id; the empty object if there is none. */
    public static JsonObjectView findById(String id, List<JsonObjectView> some) {
        return some.stream().filter(one -> one.text(ID).equals(id)).findFirst().orElse(NOTHING);
    }

    /** Maps each row together with its pointer. */
    public static <T> List<T> mapRows(List<JsonObjectView> rows, String at, BiFunction<JsonObjectView, String, T> row) {
        return IntStream.range(0, rows.size())
                .mapToObj(nth -> row.apply(rows.get(nth), at + "/" + nth))
                .toList();
    }

    /** Returns a copy with an id that differs from those of the others. */
    public JsonObjectView withFreshId(String word, List<JsonObjectView> others) {
        Set<String> taken = others.stream().map(one -> one.text(ID)).collect(Collectors.toSet());
        return IntStream.iterate(1, n -> n + 1)
                .mapToObj(n -> word + "-" + n)
                .filter(one -> !taken.contains(one))
                .findFirst()
                .map(fresh -> with(ID, new Json.JsonString(fresh)))
                .orElseThrow();
    }

    /** Returns a copy with another value in a field, or without the field if the value is empty. */
    public JsonObjectView with(String name, Optional<? extends Json> value) {
        return value.isPresent() ? with(name, value.get()) : without(name);
    }

    /** Returns a copy without a field. */
    public JsonObjectView without(String name) {
        var fields = new LinkedHashMap<>(json.fields());
        fields.remove(name);
        return new JsonObjectView(new Json.JsonObject(fields));
    }

    /** Leaves out the values, which may be personal data. */
    @Override
    public String toString() {
        return json.fields().keySet().toString();
    }
}

package dk.grundskema.api.service.rules;

import dk.grundskema.api.documents.cell.CellCodec;
import dk.grundskema.api.documents.json.Json;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A submitted form. Input that is not a valid number stays text, so that it is rejected with the same message as in files and
 * remains in the form.
 *
 * @param fields fields by name; names are JSON pointers
 */
public record SubmittedForm(Map<String, String[]> fields) {
    /** Maximum number of rows of a table; additions end well before. */
    private static final int MOST_ROWS = 1000;

    /** Returns whether the form contains a field. */
    public boolean has(String at) {
        return fields.containsKey(at);
    }

    /** Returns the first value of a field; empty if there is none. */
    public String text(String at) {
        String[] values = fields.get(at);
        return values == null || values.length == 0 ? "" : values[0].strip();
    }

    /** Returns the requested action that does not save, such as adding a row; empty if the form is to be saved. */
    public Optional<String> rowAction() {
        return Optional.of(text("do")).filter(one -> !one.isEmpty());
    }

    /**
     * Returns the rows of a table in their order.
     *
     * @param at  pointer to the table
     * @param row reads a row by its pointer
     */
    public List<JsonObjectView> rows(String at, Function<String, JsonObjectView> row) {
        return IntStream.range(0, MOST_ROWS)
                .mapToObj(nth -> at + "/" + nth)
                .filter(one -> !text(one).isEmpty())
                .map(row)
                .toList();
    }

    /** Returns all non-empty values of a field. */
    public List<String> texts(String at) {
        return Arrays.stream(fields.getOrDefault(at, new String[0]))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
    }

    /** Returns a text in file format; empty if the field is empty. */
    public Optional<Json> jsonText(String at) {
        return Optional.of(text(at)).filter(one -> !one.isEmpty()).map(Json.JsonString::new);
    }

    /** Returns a time of day in file format; a text that is none is returned unchanged. */
    public Json time(String at) {
        String typed = text(at);
        return new Json.JsonString(
                CellCodec.readTime(typed).asOptional().map(LocalTime::toString).orElse(typed));
    }

    /** Returns a number in file format; empty if the field is empty. */
    public Optional<Json> number(String at) {
        return Optional.of(text(at)).filter(one -> !one.isEmpty()).map(SubmittedForm::parseNumber);
    }

    private static Json parseNumber(String typed) {
        return CellCodec.readNumber(typed)
                .asOptional()
                .<Json>map(Json.JsonNumber::new)
                .orElseGet(() -> new Json.JsonString(typed));
    }
}

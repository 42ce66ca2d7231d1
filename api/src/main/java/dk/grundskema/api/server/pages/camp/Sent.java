package dk.grundskema.api.server.pages.camp;

import dk.grundskema.api.platform.Json;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What a form was sent. What isn't a number where one belongs stays the text that it is, so that it is refused in the words in which files are, and stands
 * in the form still.
 *
 * @param fields its fields by their names, which are pointers into the camp
 */
record Sent(Map<String, String[]> fields) {
    /** No table has more rows; what steps add to has an end well before. */
    private static final int MOST_ROWS = 1000;

    private static final Pattern TIME = Pattern.compile("([01]?\\d|2[0-3])(?:[.:, ]?([0-5]\\d))?");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}([.,]\\d{1,9})?");

    /** The first of the texts of a field; empty if there is none. */
    String text(String at) {
        String[] values = fields.get(at);
        return values == null || values.length == 0 ? "" : values[0].strip();
    }

    /** What was asked for that saves nothing, such as a row more; empty if the form is meant to be saved. */
    Optional<String> asked() {
        return Optional.of(text("do")).filter(one -> !one.isEmpty());
    }

    /**
     * The rows of a table that were sent, in their order.
     *
     * @param at  pointer to the table
     * @param row reads a row by the pointer to it
     */
    List<Said> rows(String at, Function<String, Said> row) {
        return IntStream.range(0, MOST_ROWS)
                .mapToObj(nth -> at + "/" + nth)
                .filter(one -> !text(one).isEmpty())
                .map(row)
                .toList();
    }

    /** All texts of a field that say something. */
    List<String> texts(String at) {
        return Arrays.stream(fields.getOrDefault(at, new String[0]))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
    }

    /** A text as files have it; empty if nothing was typed. */
    Optional<Json> said(String at) {
        return Optional.of(text(at)).filter(one -> !one.isEmpty()).map(Json.Text::new);
    }

    /** A time of day as files have it, however people write it; what is no time stays what it is. */
    Json time(String at) {
        Matcher time = TIME.matcher(text(at));
        return new Json.Text(
                time.matches()
                        ? "%02d:%s"
                                .formatted(
                                        Integer.valueOf(time.group(1)), Objects.requireNonNullElse(time.group(2), "00"))
                        : text(at));
    }

    /** A number as files have it; empty if nothing was typed. */
    Optional<Json> number(String at) {
        return Optional.of(text(at)).filter(one -> !one.isEmpty()).map(Sent::numberOf);
    }

    private static Json numberOf(String typed) {
        return NUMBER.matcher(typed).matches()
                ? new Json.Numeric(new BigDecimal(typed.replace(',', '.')))
                : new Json.Text(typed);
    }
}

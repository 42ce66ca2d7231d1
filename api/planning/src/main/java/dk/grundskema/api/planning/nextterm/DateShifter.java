package dk.grundskema.api.planning.nextterm;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.domain.time.IsoWeek;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.regex.Pattern;

/**
 * Moves all dates, moments and calendar weeks of a file. Texts that are nothing but one of these count as such, in values and in names of fields.
 *
 * @param weeks number of weeks
 */
record DateShifter(int weeks) {
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2})?");
    private static final Pattern WEEK = Pattern.compile("\\d{4}-W\\d{2}");

    Json shift(Json json) {
        return switch (json) {
            case Json.JsonString text -> new Json.JsonString(shift(text.value()));
            case Json.JsonArray all ->
                new Json.JsonArray(all.elements().stream().map(this::shift).toList());
            case Json.JsonObject one -> {
                var fields = new LinkedHashMap<String, Json>();
                one.fields().forEach((name, value) -> fields.put(shift(name), shift(value)));
                yield new Json.JsonObject(fields);
            }
            default -> json;
        };
    }

    private String shift(String text) {
        try {
            if (DATE.matcher(text).matches()) {
                return LocalDate.parse(text).plusWeeks(weeks).toString();
            }
            if (MOMENT.matcher(text).matches()) {
                return LocalDateTime.parse(text).plusWeeks(weeks).toString();
            }
            return WEEK.matcher(text).matches()
                    ? IsoWeek.parse(text).plus(weeks).toString()
                    : text;
        } catch (DateTimeException e) {
            return text; // digits of another meaning
        }
    }
}

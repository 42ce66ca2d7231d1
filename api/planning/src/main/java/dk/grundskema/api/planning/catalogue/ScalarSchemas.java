package dk.grundskema.api.planning.catalogue;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.domain.finding.Id;
import dk.grundskema.domain.time.IsoWeek;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** Schemas of values that are a single text, number or boolean. */
final class ScalarSchemas {
    private ScalarSchemas() {}

    /** Returns the schema of a type; {@code null} if it is not a scalar. */
    static @Nullable Json of(Class<?> type) {
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return schema("integer");
        }
        if (type == double.class || type == Double.class || type == BigDecimal.class) {
            return schema("number");
        }
        if (type == boolean.class || type == Boolean.class) {
            return schema("boolean");
        }
        if (type == String.class || type == ZoneId.class) {
            return schema("string");
        }
        if (type == LocalDate.class) {
            return schema("string", "format", "date");
        }
        if (type == Instant.class) {
            return schema("string", "format", "date-time");
        }
        if (type == LocalDateTime.class) {
            return schema("string", "pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?$");
        }
        if (type == LocalTime.class) {
            return schema("string", "pattern", "^([01][0-9]|2[0-3]):[0-5][0-9]$");
        }
        if (type == IsoWeek.class) {
            return schema("string", "pattern", "^20[0-9][0-9]-W(0[1-9]|[1-4][0-9]|5[0-3])$");
        }
        if (type.isEnum()) {
            var names = Arrays.stream(type.getEnumConstants())
                    .map(each -> ((Enum<?>) each).name())
                    .toList();
            return schema("string", "enum", names);
        }
        return Id.class.isAssignableFrom(type) ? schema("string", "pattern", "^" + Id.FORM.pattern() + "$") : null;
    }

    private static Json schema(String type) {
        var fields = new LinkedHashMap<String, Json>();
        fields.put("type", new Json.JsonString(type));
        return new Json.JsonObject(fields);
    }

    private static Json schema(String type, String keyword, Object value) {
        var fields = new LinkedHashMap<>(((Json.JsonObject) schema(type)).fields());
        fields.put(keyword, Json.fromJava(value));
        return new Json.JsonObject(fields);
    }
}

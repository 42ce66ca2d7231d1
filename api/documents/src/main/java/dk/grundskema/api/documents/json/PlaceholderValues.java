package dk.grundskema.api.documents.json;

import dk.grundskema.domain.time.IsoWeek;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Valid values that replace broken ones, so that a record can be created and its other components checked. They are never kept. */
final class PlaceholderValues {
    private static final Map<Class<?>, Object> SCALARS = Map.ofEntries(
            Map.entry(String.class, "x"),
            Map.entry(int.class, 1),
            Map.entry(Integer.class, 1),
            Map.entry(long.class, 1L),
            Map.entry(Long.class, 1L),
            Map.entry(double.class, 1.0),
            Map.entry(Double.class, 1.0),
            Map.entry(boolean.class, false),
            Map.entry(Boolean.class, false),
            Map.entry(BigDecimal.class, BigDecimal.ONE),
            Map.entry(Instant.class, Instant.EPOCH),
            Map.entry(LocalDateTime.class, LocalDateTime.of(2026, 1, 1, 12, 0)),
            Map.entry(LocalDate.class, LocalDate.of(2026, 1, 1)),
            Map.entry(LocalTime.class, LocalTime.NOON),
            Map.entry(ZoneId.class, ZoneOffset.UTC),
            Map.entry(IsoWeek.class, new IsoWeek(2026, 1)));

    private PlaceholderValues() {}

    /**
     * Returns a value for a component.
     *
     * @throws RuntimeException if no placeholder fits its type
     */
    static @Nullable Object placeholderFor(RecordShape.Part part) {
        if (part.nullable()) {
            return null;
        }
        Class<?> type = part.rawType();
        Object scalar = SCALARS.get(type);
        if (scalar != null) {
            return scalar;
        }
        if (Json.class.isAssignableFrom(type)) {
            return type == Json.JsonObject.class ? new Json.JsonObject(Map.of()) : Json.JsonNull.NOTHING;
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type == Json.class) {
            return Json.JsonNull.NOTHING;
        }
        if (RecordShape.isCollection(type)) {
            return RecordShape.newCollection(type);
        }
        var defaults = RecordShape.defaultsOf(type);
        if (defaults.isPresent()) {
            return defaults.get();
        }
        RecordShape shape = RecordShape.of(type);
        return shape.create(
                shape.parts().stream().map(PlaceholderValues::placeholderFor).toArray());
    }
}

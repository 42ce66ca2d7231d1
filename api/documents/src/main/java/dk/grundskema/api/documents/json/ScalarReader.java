package dk.grundskema.api.documents.json;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Id;
import dk.grundskema.domain.finding.InvalidValueException;
import dk.grundskema.domain.time.IsoWeek;
import java.lang.reflect.InvocationTargetException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads values that are one text, number or boolean in a file. Each method returns the value, or {@code null} after it has reported a finding.
 */
final class ScalarReader {
    /** Far above any quantity of a timetable, and still short enough to print in a message. */
    private static final double LARGEST = 1e15;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    /** Finding code for an unparsable text, by type; for all other time types it is {@code time.malformed}. */
    private static final Map<Class<?>, String> MALFORMED = Map.of(
            LocalDate.class, "date.malformed",
            LocalDateTime.class, "date.no-moment",
            Instant.class, "date.no-instant");

    private ScalarReader() {}

    static boolean isScalar(Class<?> type) {
        return type.isPrimitive()
                || type.isEnum()
                || Id.class.isAssignableFrom(type)
                || List.of(
                                String.class,
                                Integer.class,
                                Long.class,
                                Double.class,
                                Boolean.class,
                                BigDecimal.class,
                                Instant.class,
                                LocalDate.class,
                                LocalDateTime.class,
                                LocalTime.class,
                                ZoneId.class,
                                IsoWeek.class)
                        .contains(type);
    }

    static @Nullable Object read(Json json, Class<?> type, String at, ReadFindingCollector findings) {
        if (type == int.class || type == Integer.class) {
            Long number = readWholeNumber(json, Integer.MIN_VALUE, Integer.MAX_VALUE, at, findings);
            return number == null ? null : number.intValue();
        }
        if (type == long.class || type == Long.class) {
            return readWholeNumber(json, Long.MIN_VALUE, Long.MAX_VALUE, at, findings);
        }
        if (type == double.class || type == Double.class) {
            return readDecimal(json, at, findings);
        }
        if (type == BigDecimal.class) {
            return json instanceof Json.JsonNumber number
                    ? number.value()
                    : reportWrongType(json, ValueKind.NUMBER, at, findings);
        }
        if (type == boolean.class || type == Boolean.class) {
            return json instanceof Json.JsonBoolean truth
                    ? (Object) truth.value()
                    : reportWrongType(json, ValueKind.TRUTH, at, findings);
        }
        if (json instanceof Json.JsonString text) {
            return parse(text.value(), type, at, findings);
        }
        return reportWrongType(json, expectedKind(type), at, findings);
    }

    /** Returns the value that a text means for a type; also used for map keys. */
    static @Nullable Object parse(String text, Class<?> type, String at, ReadFindingCollector findings) {
        try {
            if (type == String.class) {
                return text;
            }
            if (type == LocalDate.class) {
                return IsoDateParser.parseDate(text);
            }
            if (type == Instant.class) {
                return IsoDateParser.parseInstant(text);
            }
            if (type == LocalDateTime.class) {
                return IsoDateParser.parseDateTime(text);
            }
            if (type == LocalTime.class) {
                return LocalTime.parse(text, TIME);
            }
            if (type == IsoWeek.class) {
                return IsoWeek.parse(text);
            }
            if (type == ZoneId.class) {
                return parseZone(text, at, findings);
            }
            if (type.isEnum()) {
                return parseEnumConstant(text, type, at, findings);
            }
            return parseId(text, type);
        } catch (InvalidValueException e) {
            e.findings().forEach(finding -> findings.add(finding.withPointerPrefix(at)));
        } catch (DateTimeException e) {
            findings.error(MALFORMED.getOrDefault(type, "time.malformed"), at, shorten(text));
        }
        return null;
    }

    private static ValueKind expectedKind(Class<?> type) {
        if (type == LocalDate.class) {
            return ValueKind.DATE;
        }
        if (type == LocalTime.class) {
            return ValueKind.TIME;
        }
        return type == IsoWeek.class ? ValueKind.WEEK : ValueKind.TEXT;
    }

    private static @Nullable Object reportWrongType(
            Json json, ValueKind expected, String at, ReadFindingCollector findings) {
        findings.error("value.wrong-type", at, expected, json.kind());
        return null;
    }

    private static @Nullable Long readWholeNumber(
            Json json, long lowest, long highest, String at, ReadFindingCollector findings) {
        if (!(json instanceof Json.JsonNumber number)) {
            reportWrongType(json, ValueKind.WHOLE_NUMBER, at, findings);
            return null;
        }
        BigDecimal value = number.value();
        if (value.compareTo(BigDecimal.valueOf(lowest)) < 0 || value.compareTo(BigDecimal.valueOf(highest)) > 0) {
            findings.error("value.number-too-large", at, shorten(value.toString()));
            return null;
        }
        try {
            return value.longValueExact();
        } catch (ArithmeticException e) {
            findings.error("value.not-whole", at, shorten(value.toString()));
            return null;
        }
    }

    private static @Nullable Double readDecimal(Json json, String at, ReadFindingCollector findings) {
        if (!(json instanceof Json.JsonNumber number)) {
            reportWrongType(json, ValueKind.NUMBER, at, findings);
            return null;
        }
        double value = number.value().doubleValue();
        if (Math.abs(value) > LARGEST) {
            findings.error("value.number-too-large", at, shorten(number.value().toString()));
            return null;
        }
        return value + 0.0; // no negative zero
    }

    private static @Nullable ZoneId parseZone(String text, String at, ReadFindingCollector findings) {
        if (ZoneId.getAvailableZoneIds().contains(text)) {
            return ZoneId.of(text);
        }
        SpellingSuggester.suggest(text, new TreeSet<>(ZoneId.getAvailableZoneIds()))
                .ifPresentOrElse(
                        near -> findings.error("zone.unknown-maybe", at, shorten(text), near),
                        () -> findings.error("zone.unknown", at, shorten(text)));
        return null;
    }

    private static @Nullable Object parseEnumConstant(
            String text, Class<?> type, String at, ReadFindingCollector findings) {
        List<String> names = Arrays.stream(type.getEnumConstants())
                .map(each -> ((Enum<?>) each).name())
                .toList();
        String wanted = text.toUpperCase(Locale.ROOT);
        for (Object each : type.getEnumConstants()) {
            if (((Enum<?>) each).name().equals(wanted)) {
                return each;
            }
        }
        SpellingSuggester.suggest(text, names)
                .ifPresentOrElse(
                        near -> findings.error("value.not-one-of-maybe", at, shorten(text), names, near),
                        () -> findings.error("value.not-one-of", at, shorten(text), names));
        return null;
    }

    private static Object parseId(String text, Class<?> type) {
        try {
            var constructor = type.getDeclaredConstructor(String.class);
            constructor.setAccessible(true);
            return constructor.newInstance(text);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof InvalidValueException invalid) {
                throw new InvalidValueException(
                        invalid.findings().stream().map(ScalarReader::shorten).toList());
            }
            throw new IllegalStateException("The id (%s) can't be made.".formatted(type.getName()), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "The type (%s) can't be read from a text.\nMaybe it lacks a constructor with one text argument?"
                            .formatted(type.getName()),
                    e);
        }
    }

    private static Finding shorten(Finding finding) {
        return new Finding(
                finding.code(),
                finding.severity(),
                finding.pointer(),
                finding.arguments().stream()
                        .map(each -> each instanceof String text ? shorten(text) : each)
                        .toList());
    }

    /** Returns at most 60 characters of a text for a finding, with control characters replaced. */
    static String shorten(String text) {
        String visible = text.codePoints()
                .limit(60)
                .map(c -> Character.isISOControl(c) ? '\uFFFD' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return visible.length() < text.length() ? visible + "…" : visible;
    }
}

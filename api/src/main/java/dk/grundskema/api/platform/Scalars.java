package dk.grundskema.api.platform;

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
 * Values that are one text, number or truth in a file. Each method gives the value, or {@code null} after it has said
 * what is wrong.
 */
final class Scalars {
    /** No quantity of a timetable comes near it, and it can still be written out in a sentence. */
    private static final double LARGEST = 1e15;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    /** What is said of a text that is none; of any other kind of time, that it is no time of day. */
    private static final Map<Class<?>, String> MALFORMED = Map.of(
            LocalDate.class, "date.malformed",
            LocalDateTime.class, "date.no-moment",
            Instant.class, "date.no-instant");

    private Scalars() {}

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

    static @Nullable Object read(Json json, Class<?> type, String at, Findings findings) {
        if (type == int.class || type == Integer.class) {
            Long number = whole(json, Integer.MIN_VALUE, Integer.MAX_VALUE, at, findings);
            return number == null ? null : number.intValue();
        }
        if (type == long.class || type == Long.class) {
            return whole(json, Long.MIN_VALUE, Long.MAX_VALUE, at, findings);
        }
        if (type == double.class || type == Double.class) {
            return fraction(json, at, findings);
        }
        if (type == BigDecimal.class) {
            return json instanceof Json.Numeric number ? number.value() : wrong(json, Expected.NUMBER, at, findings);
        }
        if (type == boolean.class || type == Boolean.class) {
            return json instanceof Json.Truth truth
                    ? (Object) truth.value()
                    : wrong(json, Expected.TRUTH, at, findings);
        }
        if (json instanceof Json.Text text) {
            return ofText(text.value(), type, at, findings);
        }
        return wrong(json, expected(type), at, findings);
    }

    /** What a text means as a value of a type; also for the keys of maps. */
    static @Nullable Object ofText(String text, Class<?> type, String at, Findings findings) {
        try {
            if (type == String.class) {
                return text;
            }
            if (type == LocalDate.class) {
                return Moments.date(text);
            }
            if (type == Instant.class) {
                return Moments.instant(text);
            }
            if (type == LocalDateTime.class) {
                return Moments.dateTime(text);
            }
            if (type == LocalTime.class) {
                return LocalTime.parse(text, TIME);
            }
            if (type == IsoWeek.class) {
                return IsoWeek.parse(text);
            }
            if (type == ZoneId.class) {
                return zone(text, at, findings);
            }
            if (type.isEnum()) {
                return constant(text, type, at, findings);
            }
            return id(text, type);
        } catch (InvalidValueException e) {
            e.findings().forEach(finding -> findings.add(finding.under(at)));
        } catch (DateTimeException e) {
            findings.error(MALFORMED.getOrDefault(type, "time.malformed"), at, shortened(text));
        }
        return null;
    }

    private static Expected expected(Class<?> type) {
        if (type == LocalDate.class) {
            return Expected.DATE;
        }
        if (type == LocalTime.class) {
            return Expected.TIME;
        }
        return type == IsoWeek.class ? Expected.WEEK : Expected.TEXT;
    }

    private static @Nullable Object wrong(Json json, Expected expected, String at, Findings findings) {
        findings.error("value.wrong-type", at, expected, json.kind());
        return null;
    }

    private static @Nullable Long whole(Json json, long lowest, long highest, String at, Findings findings) {
        if (!(json instanceof Json.Numeric number)) {
            wrong(json, Expected.WHOLE_NUMBER, at, findings);
            return null;
        }
        BigDecimal value = number.value();
        if (value.compareTo(BigDecimal.valueOf(lowest)) < 0 || value.compareTo(BigDecimal.valueOf(highest)) > 0) {
            findings.error("value.number-too-large", at, shortened(value.toString()));
            return null;
        }
        try {
            return value.longValueExact();
        } catch (ArithmeticException e) {
            findings.error("value.not-whole", at, shortened(value.toString()));
            return null;
        }
    }

    private static @Nullable Double fraction(Json json, String at, Findings findings) {
        if (!(json instanceof Json.Numeric number)) {
            wrong(json, Expected.NUMBER, at, findings);
            return null;
        }
        double value = number.value().doubleValue();
        if (Math.abs(value) > LARGEST) {
            findings.error(
                    "value.number-too-large", at, shortened(number.value().toString()));
            return null;
        }
        return value + 0.0; // no negative zero
    }

    private static @Nullable ZoneId zone(String text, String at, Findings findings) {
        if (ZoneId.getAvailableZoneIds().contains(text)) {
            return ZoneId.of(text);
        }
        Nearest.to(text, new TreeSet<>(ZoneId.getAvailableZoneIds()))
                .ifPresentOrElse(
                        near -> findings.error("zone.unknown-maybe", at, shortened(text), near),
                        () -> findings.error("zone.unknown", at, shortened(text)));
        return null;
    }

    private static @Nullable Object constant(String text, Class<?> type, String at, Findings findings) {
        List<String> names = Arrays.stream(type.getEnumConstants())
                .map(each -> ((Enum<?>) each).name())
                .toList();
        String wanted = text.toUpperCase(Locale.ROOT);
        for (Object each : type.getEnumConstants()) {
            if (((Enum<?>) each).name().equals(wanted)) {
                return each;
            }
        }
        Nearest.to(text, names)
                .ifPresentOrElse(
                        near -> findings.error("value.not-one-of-maybe", at, shortened(text), names, near),
                        () -> findings.error("value.not-one-of", at, shortened(text), names));
        return null;
    }

    private static Object id(String text, Class<?> type) {
        try {
            var constructor = type.getDeclaredConstructor(String.class);
            constructor.setAccessible(true);
            return constructor.newInstance(text);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof InvalidValueException invalid) {
                throw new InvalidValueException(
                        invalid.findings().stream().map(Scalars::shortened).toList());
            }
            throw new IllegalStateException("The id (%s) can't be made.".formatted(type.getName()), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "The type (%s) can't be read from a text.\nMaybe it lacks a constructor of one text?"
                            .formatted(type.getName()),
                    e);
        }
    }

    private static Finding shortened(Finding finding) {
        return new Finding(
                finding.code(),
                finding.severity(),
                finding.pointer(),
                finding.arguments().stream()
                        .map(each -> each instanceof String text ? shortened(text) : each)
                        .toList());
    }

    /** What a finding shows of a text that may be of any length and hold anything. */
    static String shortened(String text) {
        String visible = text.codePoints()
                .limit(60)
                .map(c -> Character.isISOControl(c) ? '\uFFFD' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return visible.length() < text.length() ? visible + "…" : visible;
    }
}

package dk.grundskema.domain.finding;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects all findings about the components of one record. A compact constructor ends with {@link #throwIfInvalid()}. Each method's
 * {@code component} is the name of the record component that the finding points to. Collecting instead of failing at the first error lets a user
 * correct a file in one pass.
 */
public final class RecordValidator {
    /** Maximum length of a name or title, in characters. */
    public static final int LONGEST_NAME = 200;

    /** Maximum duration of a meeting in hours: a night watch from the afternoon to the next morning. */
    public static final int LONGEST_HOURS = 16;

    private final List<Finding> findings = new ArrayList<>();

    /** Adds a finding with the code at the component unless the condition holds; an empty component ({@code ""}) means the whole record. */
    public RecordValidator require(boolean condition, String component, String code, Object... arguments) {
        if (!condition) {
            findings.add(Finding.error(code, component.isEmpty() ? "" : "/" + component, arguments));
        }
        return this;
    }

    /** Requires a name or title that is not blank, has no control characters and at most {@link #LONGEST_NAME} characters. */
    public RecordValidator name(String component, String value) {
        require(!value.isBlank(), component, "value.blank");
        return singleLine(component, value);
    }

    /** Requires a text without control characters and with at most {@link #LONGEST_NAME} characters; it may be {@code null} or empty. */
    public RecordValidator singleLine(String component, @Nullable String value) {
        if (value == null) {
            return this;
        }
        visibleText(component, value);
        int length = value.codePointCount(0, value.length()); // counts code points, as people and JSON Schema do
        return require(length <= LONGEST_NAME, component, "value.too-long", length, LONGEST_NAME);
    }

    /** Requires a text of any length on one line, without invisible characters. */
    public RecordValidator visibleText(String component, String value) {
        return require(
                value.codePoints().noneMatch(RecordValidator::isInvisible), component, "value.control-characters");
    }

    /** Returns whether a character is invisible and breaks lines, tables or files: controls, line ends, direction marks, single surrogates. */
    private static boolean isInvisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            default -> (codePoint >= 0x202A && codePoint <= 0x202E) || (codePoint >= 0x2066 && codePoint <= 0x2069);
        };
    }

    /** Requires an integer in a closed range. */
    public RecordValidator range(String component, long value, long lowest, long highest) {
        return require(value >= lowest && value <= highest, component, "value.out-of-range", value, lowest, highest);
    }

    /** Requires a number in a closed range; NaN is outside every range. */
    public RecordValidator range(String component, double value, double lowest, double highest) {
        return require(value >= lowest && value <= highest, component, "value.out-of-range", value, lowest, highest);
    }

    /** Requires an integer in a closed range, unless it is {@code null}. */
    public RecordValidator rangeIfAny(String component, @Nullable Number value, long lowest, long highest) {
        return value == null ? this : range(component, value.doubleValue(), (double) lowest, (double) highest);
    }

    /** Requires that the second date is not before the first; {@code null} dates are not checked. */
    public RecordValidator ordered(String component, @Nullable LocalDate first, @Nullable LocalDate second) {
        boolean turned = first != null && second != null && second.isBefore(first);
        return require(!turned, component, "date.end-before-start", String.valueOf(first), String.valueOf(second));
    }

    /**
     * Requires a duration of at least a minute and at most {@link #LONGEST_HOURS} hours on the wall clock. An end that is not after the start is on
     * the next day; a longer duration means that start and end are swapped.
     */
    public RecordValidator duration(String component, LocalTime start, LocalTime end) {
        long minutes = Math.floorMod(
                Duration.between(start, end).toMinutes(), Duration.ofDays(1).toMinutes());
        return require(!start.equals(end), component, "time.no-duration", start)
                .require(minutes <= 60 * LONGEST_HOURS, component, "time.end-before-start", start, end, minutes / 60);
    }

    /** Requires at least one element. */
    public RecordValidator notEmpty(String component, Collection<?> values) {
        return require(!values.isEmpty(), component, "value.empty-list");
    }

    /** Requires that no element occurs twice; the finding points to the second occurrence. */
    public RecordValidator distinct(String component, List<?> values) {
        var seen = new HashSet<>();
        for (int i = 0; i < values.size(); i++) {
            require(seen.add(values.get(i)), component + "/" + i, "value.twice", values.get(i));
        }
        return this;
    }

    /** Adds findings about values inside the component. */
    public RecordValidator addFindings(String component, List<Finding> inside) {
        inside.forEach(finding -> findings.add(finding.withPointerPrefix("/" + component)));
        return this;
    }

    /** @throws InvalidValueException with all findings, if there are any */
    public void throwIfInvalid() {
        if (!findings.isEmpty()) {
            throw new InvalidValueException(findings);
        }
    }

    /** Returns the findings so far. */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }
}

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
 * Collects everything that is wrong with the components of one record; a compact constructor ends with {@link #done()}.
 * Every method's {@code component} is the name of the record component that the finding points to.
 */
public final class Checks {
    /** Longest name or title of anything, in characters. */
    public static final int LONGEST_NAME = 200;

    /** Most hours that a meeting lasts: a night watch from the afternoon to the next morning. */
    public static final int LONGEST_HOURS = 16;

    private final List<Finding> findings = new ArrayList<>();

    /** Reports the code at the component unless the condition holds; no component ({@code ""}) means the whole record. */
    public Checks that(boolean condition, String component, String code, Object... arguments) {
        if (!condition) {
            findings.add(Finding.error(code, component.isEmpty() ? "" : "/" + component, arguments));
        }
        return this;
    }

    /** A name or title: not blank, no control characters, at most {@link #LONGEST_NAME} characters. */
    public Checks name(String component, String value) {
        that(!value.isBlank(), component, "value.blank");
        return line(component, value);
    }

    /** A text that may be absent or empty, but has no control characters and at most {@link #LONGEST_NAME} of any. */
    public Checks line(String component, @Nullable String value) {
        if (value == null) {
            return this;
        }
        visible(component, value);
        int length = value.codePointCount(0, value.length()); // as people and JSON Schema count
        return that(length <= LONGEST_NAME, component, "value.too-long", length, LONGEST_NAME);
    }

    /** A text of any length on one line, without what nobody sees. */
    public Checks visible(String component, String value) {
        return that(value.codePoints().noneMatch(Checks::isInvisible), component, "value.control-characters");
    }

    /** What nobody sees but what breaks lines, tables and files: controls, line ends, changes of direction, half characters. */
    private static boolean isInvisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            default -> (codePoint >= 0x202A && codePoint <= 0x202E) || (codePoint >= 0x2066 && codePoint <= 0x2069);
        };
    }

    /** A whole number in a closed range. */
    public Checks range(String component, long value, long lowest, long highest) {
        return that(value >= lowest && value <= highest, component, "value.out-of-range", value, lowest, highest);
    }

    /** A number in a closed range; not-a-number is out of every range. */
    public Checks range(String component, double value, double lowest, double highest) {
        return that(value >= lowest && value <= highest, component, "value.out-of-range", value, lowest, highest);
    }

    /** A whole number in a closed range, if there is one. */
    public Checks rangeIfAny(String component, @Nullable Number value, long lowest, long highest) {
        return value == null ? this : range(component, value.doubleValue(), (double) lowest, (double) highest);
    }

    /** Two dates of which the second isn't before the first; nothing is wrong if one of them is absent. */
    public Checks inOrder(String component, @Nullable LocalDate first, @Nullable LocalDate second) {
        boolean turned = first != null && second != null && second.isBefore(first);
        return that(!turned, component, "date.end-before-start", String.valueOf(first), String.valueOf(second));
    }

    /**
     * When something that people take part in starts and ends: at least a minute, at most {@link #LONGEST_HOURS} hours of the
     * wall clock. An end that is not after the start is on the next day; what would then last longer was turned round.
     */
    public Checks lasting(String component, LocalTime start, LocalTime end) {
        long minutes = Math.floorMod(
                Duration.between(start, end).toMinutes(), Duration.ofDays(1).toMinutes());
        return that(!start.equals(end), component, "time.no-duration", start)
                .that(minutes <= 60 * LONGEST_HOURS, component, "time.end-before-start", start, end, minutes / 60);
    }

    /** At least one element. */
    public Checks notEmpty(String component, Collection<?> values) {
        return that(!values.isEmpty(), component, "value.empty-list");
    }

    /** No element twice; the finding points to the second one. */
    public Checks distinct(String component, List<?> values) {
        var seen = new HashSet<>();
        for (int i = 0; i < values.size(); i++) {
            that(seen.add(values.get(i)), component + "/" + i, "value.twice", values.get(i));
        }
        return this;
    }

    /** Takes over findings that something inside the component made. */
    public Checks all(String component, List<Finding> inside) {
        inside.forEach(finding -> findings.add(finding.under("/" + component)));
        return this;
    }

    /** @throws InvalidValueException with everything that was found, if anything was */
    public void done() {
        if (!findings.isEmpty()) {
            throw new InvalidValueException(findings);
        }
    }

    /** What was found so far. */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }
}

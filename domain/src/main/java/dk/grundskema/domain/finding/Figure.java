package dk.grundskema.domain.finding;

import java.time.Duration;

/**
 * An argument of a violation's text that says what there is or what is allowed, and does not locate the violation: a day that is too long by an
 * hour and by two is the same place.
 *
 * @param value a number, a duration, or whatever else there is
 */
public record Figure(Object value) {
    /** Widens an {@code Integer}, so that equal figures are equal. */
    public Figure {
        if (value instanceof Integer number) {
            value = number.longValue();
        }
    }

    /** Returns the figure of a time in minutes, 0 or more. */
    public static Figure ofMinutes(long minutes) {
        return new Figure(Duration.ofMinutes(minutes));
    }
}

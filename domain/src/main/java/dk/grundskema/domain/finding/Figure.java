package dk.grundskema.domain.finding;

import java.time.Duration;

/**
 * An argument of a violation's text that says what there is or what is allowed, and does not locate the violation: a day that is too long by an
 * hour and by two is the same place.
 *
 * @param value  a number, a duration, or whatever else there is
 * @param isLack whether it is the number by which something is short, such as lessons a week. A shortfall is then accepted by it, and not by what the rule charges
 */
public record Figure(Object value, boolean isLack) {
    /** Widens an {@code Integer}, so that equal figures are equal. */
    public Figure {
        if (value instanceof Integer number) {
            value = number.longValue();
        }
    }

    /**
     * Creates a figure that is not the number by which something is short.
     *
     * @param value a number, a duration, or whatever else there is
     */
    public Figure(Object value) {
        this(value, false);
    }

    /** Returns the figure by which something is short, in the unit of the text, more than 0. */
    public static Figure ofLack(double number) {
        return new Figure(number, true);
    }

    /** Returns the figure of a time in minutes, 0 or more. */
    public static Figure ofMinutes(long minutes) {
        return new Figure(Duration.ofMinutes(minutes));
    }
}

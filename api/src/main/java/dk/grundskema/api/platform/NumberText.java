package dk.grundskema.api.platform;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Numbers as text. An exponent of nine digits is a short text, but its value written in full takes a gigabyte, and arithmetic with it takes minutes.
 * So numbers that come from outside have bounds, and a number is written in full only if that is short.
 */
public final class NumberText {
    /** Most characters of a number that is read: digits, sign, point and exponent. */
    public static final int MOST_CHARACTERS = 100;

    /** Largest exponent of a number that is read, in normalised scientific notation; the smallest is its negative. */
    public static final int LARGEST_EXPONENT = 400;

    /** Most digits before the point, and after it, of a number that is written in full. */
    private static final int MOST_PLAIN_DIGITS = 40;

    private NumberText() {}

    /** The number that a text is; empty if it is no number or is beyond the bounds. */
    public static Optional<BigDecimal> read(String text) {
        if (text.length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(text)).filter(NumberText::isWithinBounds);
        } catch (NumberFormatException e) { // also an exponent of more than ten digits
            return Optional.empty();
        }
    }

    /** Whether a number is within the bounds of those that are read. */
    public static boolean isWithinBounds(BigDecimal number) {
        long exponent = (long) number.precision() - number.scale() - 1;
        return Math.abs(exponent) <= LARGEST_EXPONENT && number.precision() <= MOST_CHARACTERS;
    }

    /** The digits of a number in full; in scientific notation if they are more than 40 before or after the point. */
    public static String of(BigDecimal number) {
        long whole = (long) number.precision() - number.scale();
        return whole <= MOST_PLAIN_DIGITS && number.scale() <= MOST_PLAIN_DIGITS
                ? number.toPlainString()
                : number.toString();
    }

    /** As {@link #of}, without zeros at the end of what is after the point. */
    public static String shortest(BigDecimal number) {
        return number.signum() == 0 ? "0" : of(number.stripTrailingZeros());
    }
}

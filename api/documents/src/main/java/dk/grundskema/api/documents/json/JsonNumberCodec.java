package dk.grundskema.api.documents.json;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Parses and formats numbers. An exponent of nine digits is a short text, but its value written in full takes a gigabyte, and arithmetic
 * with it takes minutes. Therefore numbers from outside have limits, and a number is written in full only if the result is short.
 */
public final class JsonNumberCodec {
    /** Longest number that is parsed, in characters: digits, sign, point and exponent. */
    public static final int MOST_CHARACTERS = 100;

    /** Largest exponent of a number that is parsed, in normalised scientific notation; the smallest is its negative. */
    public static final int LARGEST_EXPONENT = 400;

    /** Most digits before the point, and after it, of a number that is written in full. */
    private static final int MOST_PLAIN_DIGITS = 40;

    private JsonNumberCodec() {}

    /** Returns the number in a text; empty if it is not a number or is beyond the limits. */
    public static Optional<BigDecimal> parse(String text) {
        if (text.length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(text)).filter(JsonNumberCodec::isWithinBounds);
        } catch (NumberFormatException e) { // also an exponent of more than ten digits
            return Optional.empty();
        }
    }

    /** Whether a number is within the limits for parsing. */
    public static boolean isWithinBounds(BigDecimal number) {
        long exponent = (long) number.precision() - number.scale() - 1;
        return Math.abs(exponent) <= LARGEST_EXPONENT && number.precision() <= MOST_CHARACTERS;
    }

    /** Returns a number in full, or in scientific notation if it has more than 40 digits before or after the point. */
    public static String format(BigDecimal number) {
        long whole = (long) number.precision() - number.scale();
        return whole <= MOST_PLAIN_DIGITS && number.scale() <= MOST_PLAIN_DIGITS
                ? number.toPlainString()
                : number.toString();
    }

    /** Returns a number as {@link #format} does, without trailing zeros after the point. */
    public static String formatShortest(BigDecimal number) {
        return number.signum() == 0 ? "0" : format(number.stripTrailingZeros());
    }
}

package dk.grundskema.api.imports.table.parse;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/** Parses numbers, also with a decimal comma and thousands separators, and yes and no. */
public final class NumberParser {
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}(?:[.,]\\d{1,9})?");
    private static final Pattern THOUSANDS = Pattern.compile("-?\\d{1,3}(?:\\.\\d{3}){1,2},\\d{1,9}");
    private static final Set<String> YES = Set.of("ja", "j", "yes", "y", "x", "true", "sand", "1", "✓");
    private static final Set<String> NO = Set.of("nej", "n", "no", "false", "falsk", "0", "-");

    private NumberParser() {}

    /** Parses a number; empty if the text is none. */
    public static OptionalDouble parseNumber(String text) {
        String word = text.strip();
        if (THOUSANDS.matcher(word).matches()) {
            word = word.replace(".", "");
        }
        return NUMBER.matcher(word).matches()
                ? OptionalDouble.of(Double.parseDouble(word.replace(',', '.')))
                : OptionalDouble.empty();
    }

    /** Parses a whole number, also with a decimal part of zeros; empty if the text is none. */
    public static OptionalInt parseWholeNumber(String text) {
        OptionalDouble number = parseNumber(text);
        return number.isPresent() && number.getAsDouble() == Math.rint(number.getAsDouble())
                ? OptionalInt.of((int) number.getAsDouble())
                : OptionalInt.empty();
    }

    /** Parses yes or no; empty if the text is neither. */
    public static Optional<Boolean> parseYesNo(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        return YES.contains(word) ? Optional.of(true) : NO.contains(word) ? Optional.of(false) : Optional.empty();
    }
}

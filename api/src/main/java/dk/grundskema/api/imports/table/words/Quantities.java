package dk.grundskema.api.imports.table.words;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/** Numbers, also with a decimal comma and the points of thousands, and yes and no. */
public final class Quantities {
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}(?:[.,]\\d{1,9})?");
    private static final Pattern THOUSANDS = Pattern.compile("-?\\d{1,3}(?:\\.\\d{3}){1,2},\\d{1,9}");
    private static final Set<String> YES = Set.of("ja", "j", "yes", "y", "x", "true", "sand", "1", "✓");
    private static final Set<String> NO = Set.of("nej", "n", "no", "false", "falsk", "0", "-");

    private Quantities() {}

    /** A number; empty if the text is none. */
    public static OptionalDouble number(String text) {
        String word = text.strip();
        if (THOUSANDS.matcher(word).matches()) {
            word = word.replace(".", "");
        }
        return NUMBER.matcher(word).matches()
                ? OptionalDouble.of(Double.parseDouble(word.replace(',', '.')))
                : OptionalDouble.empty();
    }

    /** A whole number, also written with zeros behind a comma; empty if the text is none. */
    public static OptionalInt whole(String text) {
        OptionalDouble number = number(text);
        return number.isPresent() && number.getAsDouble() == Math.rint(number.getAsDouble())
                ? OptionalInt.of((int) number.getAsDouble())
                : OptionalInt.empty();
    }

    /** Yes or no; empty if the text is neither. */
    public static Optional<Boolean> yesNo(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        return YES.contains(word) ? Optional.of(true) : NO.contains(word) ? Optional.of(false) : Optional.empty();
    }
}

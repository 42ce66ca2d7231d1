package dk.grundskema.api.documents.problem;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Formats names of people with the given names first, however lists write them: {@code Krogh, Lise} becomes {@code Lise Krogh}. */
public final class PersonNameFormatter {
    private static final Pattern LAST_FIRST =
            Pattern.compile("(?<last>\\p{L}[\\p{L}\\p{M} .'’-]*?)\\s*,\\s*(?<given>\\p{Lu}[\\p{L}\\p{M} .'’-]*)");
    /** Titles that may follow a comma and are not given names. */
    private static final Set<String> TITLES = Set.of("jr", "jr.", "sr", "sr.", "phd", "ph.d.");

    private PersonNameFormatter() {}

    /** Returns the name with given names first; the stripped text if it is not a last name, a comma and given names. */
    public static String format(String text) {
        return reorderLastNameFirst(text).orElse(text.strip());
    }

    /** Returns the first of the given names. */
    public static String firstName(String text) {
        return format(text).split("\\s+", 2)[0].replaceFirst(",$", "");
    }

    /** Returns the name with given names first; empty if it already has that form or no given name follows its comma. */
    public static Optional<String> reorderLastNameFirst(String text) {
        var parts = LAST_FIRST.matcher(text.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        String last = parts.group("last");
        String given = parts.group("given").strip();
        // "Holm, MH" is a name and initials, "HOLM, METTE" a name
        boolean isName = hasSmallLetters(given) || (given.length() > 2 && !hasSmallLetters(last));
        return isName && !TITLES.contains(given.toLowerCase(Locale.ROOT))
                ? Optional.of(given + " " + last)
                : Optional.empty();
    }

    private static boolean hasSmallLetters(String text) {
        return text.chars().anyMatch(Character::isLowerCase);
    }
}

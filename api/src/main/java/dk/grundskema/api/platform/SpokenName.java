package dk.grundskema.api.platform;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of people as they are spoken, given names first, however lists write them: {@code Krogh, Lise} is {@code Lise Krogh}. */
public final class SpokenName {
    private static final Pattern LAST_FIRST =
            Pattern.compile("(?<last>\\p{L}[\\p{L}\\p{M} .'’-]*?)\\s*,\\s*(?<given>\\p{Lu}[\\p{L}\\p{M} .'’-]*)");
    /** What stands behind a comma and is no given name. */
    private static final Set<String> TITLES = Set.of("jr", "jr.", "sr", "sr.", "phd", "ph.d.");

    private SpokenName() {}

    /** The name as it is spoken; the text itself, without blanks at both ends, if it isn't a last name, a comma and given names. */
    public static String of(String text) {
        return turned(text).orElse(text.strip());
    }

    /** What colleagues call somebody: the first of the given names. */
    public static String first(String text) {
        return of(text).split("\\s+", 2)[0].replaceFirst(",$", "");
    }

    /** The name as it is spoken; empty if the text has it so already, or what stands behind its comma is no given name. */
    public static Optional<String> turned(String text) {
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

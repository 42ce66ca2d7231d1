package dk.grundskema.api.exports.calendar;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Generates file names from names in the plan that are valid on every file system and in links. */
final class CalendarFileNames {
    private static final int LONGEST = 60;
    private static final String ENDING = ".ics";

    private final Set<String> taken = new HashSet<>();

    /**
     * Returns an unused name, such as {@code personale-bente-kjaer.ics}.
     *
     * @param kind type of the calendar, a word in lower case
     * @param name name of its owner
     */
    String nextFreeName(String kind, String name) {
        String slug = slug(name);
        String stem = slug.isEmpty() ? kind : slug.startsWith(kind + "-") ? slug : kind + "-" + slug;
        String free = stem;
        for (int number = 2; !taken.add(free); number++) {
            free = stem + "-" + number;
        }
        return free + ENDING;
    }

    private static String slug(String name) {
        String plain = name.toLowerCase(Locale.ROOT)
                .replace("æ", "ae")
                .replace("ø", "oe")
                .replace("å", "aa")
                .replace("ö", "oe")
                .replace("ä", "ae")
                .replace("ü", "ue")
                .replace("ß", "ss");
        String slug = Normalizer.normalize(plain, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return slug.length() <= LONGEST ? slug : slug.substring(0, LONGEST).replaceAll("-$", "");
    }
}

package dk.grundskema.api.exports.sheet;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Creates file names of sheets: type, number, and the part of the name that every file system supports. */
final class SheetFileNames {
    private static final int LONGEST = 40;
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private SheetFileNames() {}

    /** Returns a file name with a name in it. */
    static String of(String sort, int number, String name) {
        String slug = slug(name);
        return numberedName(sort, number) + (slug.isEmpty() ? "" : "-" + slug) + ".html";
    }

    /** Returns a file name without a name, for students. */
    static String of(String sort, int number) {
        return numberedName(sort, number) + ".html";
    }

    private static String numberedName(String sort, int number) {
        return String.format(Locale.ROOT, "%s-%02d", sort, number);
    }

    private static String slug(String name) {
        String danish = name.toLowerCase(Locale.ROOT)
                .replace("æ", "ae")
                .replace("ø", "oe")
                .replace("å", "aa");
        String plain =
                MARKS.matcher(Normalizer.normalize(danish, Normalizer.Form.NFD)).replaceAll("");
        String slug = OTHERS.matcher(plain).replaceAll(" ").strip().replace(' ', '-');
        return slug.length() > LONGEST ? slug.substring(0, LONGEST).replaceAll("-$", "") : slug;
    }
}

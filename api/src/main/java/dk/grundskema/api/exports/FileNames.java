package dk.grundskema.api.exports;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names of sheets' files: what sort, which number, and what of the name every file system takes. */
final class FileNames {
    private static final int LONGEST = 40;
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private FileNames() {}

    /** A file with a name in it. */
    static String of(String sort, int number, String name) {
        String slug = slug(name);
        return numbered(sort, number) + (slug.isEmpty() ? "" : "-" + slug) + ".html";
    }

    /** A file without a name, for students. */
    static String of(String sort, int number) {
        return numbered(sort, number) + ".html";
    }

    private static String numbered(String sort, int number) {
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

package dk.grundskema.api.imports.table.lists;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Words as they are compared: small letters, single spaces, without what stands in brackets and without a sign at the end. */
final class Plain {
    private static final Pattern BRACKETS = Pattern.compile("\\([^)]*\\)|\\[[^]]*]");
    private static final Pattern SPACES = Pattern.compile("[\\s_]+");
    private static final Pattern END = Pattern.compile("[\\s:.*?]+$");

    /** Longer texts are nobody's name, and no heading: they are compared as they are. */
    private static final int LONGEST = 1000;

    private Plain() {}

    static String of(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        if (composed.length() > LONGEST) {
            return composed.strip();
        }
        String open = SPACES.matcher(BRACKETS.matcher(composed).replaceAll(" ")).replaceAll(" ");
        return END.matcher(open).replaceAll("").strip();
    }
}

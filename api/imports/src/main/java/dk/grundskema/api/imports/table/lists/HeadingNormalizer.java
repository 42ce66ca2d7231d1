package dk.grundskema.api.imports.table.lists;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Normalizes words for comparison: lower case, single spaces, without brackets, without dots of abbreviations and punctuation at the end. */
final class HeadingNormalizer {
    private static final Pattern BRACKETS = Pattern.compile("\\([^)]*\\)|\\[[^]]*]");
    private static final Pattern SPACES = Pattern.compile("[\\s_]+");
    private static final Pattern ABBREVIATION = Pattern.compile("(?<=\\p{L})\\.(?=[\\s/])");
    private static final Pattern END = Pattern.compile("[\\s:.*?]+$");

    /** Longer texts are neither names nor headings and are compared unchanged. */
    private static final int LONGEST = 1000;

    private HeadingNormalizer() {}

    static String normalize(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        if (composed.length() > LONGEST) {
            return composed.strip();
        }
        String open = SPACES.matcher(BRACKETS.matcher(composed).replaceAll(" ")).replaceAll(" ");
        String plain = ABBREVIATION.matcher(open).replaceAll("");
        return END.matcher(plain).replaceAll("").strip();
    }
}

package dk.grundskema.api.imports.assembly;

import dk.grundskema.api.platform.Sha256;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** How words are compared and how ids are made of them. */
final class Spelling {
    private static final Map<Integer, String> LETTERS = Map.of(
            (int) 'æ', "ae", (int) 'ø', "oe", (int) 'å', "aa", (int) 'ä', "ae", (int) 'ö', "oe", (int) 'ü', "ue",
            (int) 'ß', "ss", (int) 'ð', "d", (int) 'þ', "th", (int) 'ł', "l");

    private static final int LONGEST_ID = 60;

    /** So many hexadecimal digits: of a thousand people two get the same once in two million times. */
    private static final int PSEUDONYM = 10;

    private Spelling() {}

    /** What is left of a word without case, blanks and punctuation, with Danish letters as they are written without them. */
    static String form(String word) {
        return plain(word)
                .replaceAll("(?<=\\p{N})[^\\p{L}\\p{N}]+(?=\\p{N})", "/") // room 1.2 is not room 12
                .replaceAll("[^\\p{L}\\p{N}/]+", "");
    }

    /** A text as an id: {@code Søren Åby} is {@code soeren-aaby}; empty if nothing is left of it. */
    static String id(String word) {
        String joined = plain(word).replaceAll("(?<=\\p{N})\\.(?=\\p{L})", "").replaceAll("[^a-z0-9]+", "-");
        String shortened = joined.substring(0, Math.min(LONGEST_ID, joined.length()));
        return shortened.replaceAll("^-+|-+$", "");
    }

    /**
     * An id for somebody that doesn't tell who it is, and is the same wherever the same is said of the person: {@code staff-9f3a0b12c4}.
     *
     * @param kind what it begins with
     * @param said what is known of the person, compared as {@link #form} does
     */
    static String pseudonym(String kind, String... said) {
        return pseudonym(kind, Sha256::of, said);
    }

    /**
     * The same by another hash.
     *
     * @param hash gives hexadecimal digits, at least 10
     */
    static String pseudonym(String kind, UnaryOperator<String> hash, String... said) {
        var text = new StringBuilder(kind);
        for (String each : said) {
            text.append('\n').append(form(each));
        }
        return kind + "-" + hash.apply(text.toString()).substring(0, PSEUDONYM);
    }

    private static String plain(String word) {
        var text = new StringBuilder();
        Normalizer.normalize(word, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .forEach(c -> text.append(LETTERS.getOrDefault(c, Character.toString(c))));
        return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
    }

    /** Ids that are given once. */
    static final class Ids {
        private final Set<String> taken = new HashSet<>();
        private final Map<String, Integer> lastOfStem = new HashMap<>();

        /** The wanted text if it is free, else with the first free number behind it. */
        String free(String wanted, String otherwise) {
            String stem = wanted.isEmpty() ? otherwise : wanted;
            String id = stem;
            while (!taken.add(id)) {
                id = stem + "-" + lastOfStem.merge(stem, 2, (last, any) -> last + 1);
            }
            return id;
        }
    }
}

package dk.grundskema.api.imports.assembly;

import dk.grundskema.api.documents.file.Sha256;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Normalizes words for comparison and turns them into ids. */
public final class NameNormalizer {
    private static final Map<Integer, String> LETTERS = Map.of(
            (int) 'æ', "ae", (int) 'ø', "oe", (int) 'å', "aa", (int) 'ä', "ae", (int) 'ö', "oe", (int) 'ü', "ue",
            (int) 'ß', "ss", (int) 'ð', "d", (int) 'þ', "th", (int) 'ł', "l");

    private static final int LONGEST_ID = 60;

    /** Number of hexadecimal digits: in a thousand people, the chance of two equal ids is one in two million. */
    private static final int PSEUDONYM = 10;

    private NameNormalizer() {}

    /** Returns a word without case, blanks and punctuation, with Danish letters in ASCII. */
    public static String normalize(String word) {
        return toPlainLetters(word)
                .replaceAll("(?<=\\p{N})[^\\p{L}\\p{N}]+(?=\\p{N})", "/") // room 1.2 is not room 12
                .replaceAll("[^\\p{L}\\p{N}/]+", "");
    }

    /** Whether two words differ in digits alone, as numbered names do: {@code Room 1} and {@code Room 7}. */
    static boolean differInDigitsOnly(String one, String other) {
        return !one.equals(other) && withoutDigits(one).equals(withoutDigits(other));
    }

    private static String withoutDigits(String word) {
        return word.replaceAll("\\p{N}", "");
    }

    /** Returns a text as an id: {@code Søren Åby} becomes {@code soeren-aaby}; empty if nothing is left of it. */
    static String toId(String word) {
        String joined =
                toPlainLetters(word).replaceAll("(?<=\\p{N})\\.(?=\\p{L})", "").replaceAll("[^a-z0-9]+", "-");
        String shortened = joined.substring(0, Math.min(LONGEST_ID, joined.length()));
        return shortened.replaceAll("^-+|-+$", "");
    }

    /**
     * Returns an id that does not reveal the person and is always the same for the same information: {@code staff-9f3a0b12c4}.
     *
     * @param kind prefix
     * @param said information about the person, compared as {@link #normalize} does
     */
    static String pseudonym(String kind, String... said) {
        return pseudonym(kind, Sha256::of, said);
    }

    /**
     * Returns a pseudonym with another hash.
     *
     * @param hash returns hexadecimal digits, at least 10
     */
    static String pseudonym(String kind, UnaryOperator<String> hash, String... said) {
        var text = new StringBuilder(kind);
        for (String each : said) {
            text.append('\n').append(normalize(each));
        }
        return kind + "-" + hash.apply(text.toString()).substring(0, PSEUDONYM);
    }

    private static String toPlainLetters(String word) {
        var text = new StringBuilder();
        Normalizer.normalize(word, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .forEach(c -> text.append(LETTERS.getOrDefault(c, Character.toString(c))));
        return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
    }

    /** Allocates unique ids. */
    static final class IdAllocator {
        private final Set<String> taken = new HashSet<>();
        private final Map<String, Integer> lastOfStem = new HashMap<>();

        /** Returns the wanted id if it is free, else with the first free number appended. */
        String allocate(String wanted, String otherwise) {
            String stem = wanted.isEmpty() ? otherwise : wanted;
            String id = stem;
            while (!taken.add(id)) {
                id = stem + "-" + lastOfStem.merge(stem, 2, (last, any) -> last + 1);
            }
            return id;
        }
    }
}

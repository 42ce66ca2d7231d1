package dk.grundskema.solver.spi.toolkit;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Compares words as people write them, such as subjects and skills, without case and surrounding blanks. */
public final class WordMatcher {
    private WordMatcher() {}

    /** Returns the word in the form used for comparison: lower case, without surrounding blanks. */
    public static String normalise(String word) {
        return word.strip().toLowerCase(Locale.ROOT);
    }

    /** Returns whether two words are the same. */
    public static boolean isSame(String one, String other) {
        return normalise(one).equals(normalise(other));
    }

    /** Returns whether a word is among some words. */
    public static boolean isAmong(Collection<String> words, String word) {
        return words.stream().anyMatch(one -> isSame(one, word));
    }

    /** Returns the word as a part of ids: in lower case, with a hyphen for each sequence of characters other than letters and digits. */
    public static String idPart(String word) {
        return normalise(word).replaceAll("[^\\p{L}\\p{N}]+", "-");
    }

    /**
     * Returns the most similar word for a mistyped one: the word with the smallest edit distance, if it is at most a third of its length (at least
     * one, at most three); of several the first in the alphabet. The limits are defaults of the product.
     */
    public static Optional<String> nearest(String word, Collection<String> words) {
        String plain = normalise(word);
        return words.stream()
                .filter(one -> distance(plain, normalise(one)) <= Math.min(3, Math.max(1, one.length() / 3)))
                .min(Comparator.comparingInt((String one) -> distance(plain, normalise(one)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static int distance(String one, String other) {
        int[] before = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] now = new int[other.length() + 1];
            now[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = before[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(change, 1 + Math.min(before[j], now[j - 1]));
            }
            before = now;
        }
        return before[other.length()];
    }

    /**
     * Returns a text as part of an id: lower-case letters and digits of any language with hyphens between, at most 40 characters; {@code otherwise}
     * if nothing is left.
     */
    public static String idPartOr(String text, String otherwise) {
        String id = text.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
        return id.isEmpty() ? otherwise : id.substring(0, Math.min(40, id.length()));
    }
}

package dk.grundskema.solver.spi.toolkit;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Words as people write them, such as subjects and skills: nobody minds capitals, or blanks around them. */
public final class Words {
    private Words() {}

    /** The word as it is compared: in small letters, without blanks around it. */
    public static String plain(String word) {
        return word.strip().toLowerCase(Locale.ROOT);
    }

    /** Whether two people mean the same word. */
    public static boolean same(String one, String other) {
        return plain(one).equals(plain(other));
    }

    /** Whether the word is among some. */
    public static boolean isAmong(Collection<String> words, String word) {
        return words.stream().anyMatch(one -> same(one, word));
    }

    /** The word as a part of ids: in small letters, with a hyphen for each stretch of anything but letters and digits. */
    public static String idPart(String word) {
        return plain(word).replaceAll("[^\\p{L}\\p{N}]+", "-");
    }

    /**
     * What somebody who mistyped a word most likely meant: the word with fewest letters to change, if these are at most a third of it and at
     * most three; of several the first in the alphabet. How many letters is ours.
     */
    public static Optional<String> nearest(String word, Collection<String> words) {
        String plain = plain(word);
        return words.stream()
                .filter(one -> distance(plain, plain(one)) <= Math.min(3, Math.max(1, one.length() / 3)))
                .min(Comparator.comparingInt((String one) -> distance(plain, plain(one)))
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

    /** A text as part of an id: small letters and digits of any language with hyphens between, at most 40; the other word if nothing is left. */
    public static String inId(String text, String otherwise) {
        String id = text.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
        return id.isEmpty() ? otherwise : id.substring(0, Math.min(40, id.length()));
    }
}

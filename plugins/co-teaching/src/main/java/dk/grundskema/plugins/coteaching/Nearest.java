package dk.grundskema.plugins.coteaching;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** What somebody who mistyped a word most likely meant. */
final class Nearest {
    private Nearest() {}

    /** The word with fewest letters to change, if these are at most a third of it and at most three. */
    static Optional<String> to(String word, Collection<String> words) {
        String plain = Subjects.plain(word);
        return words.stream()
                .filter(one -> distance(plain, Subjects.plain(one)) <= Math.min(3, Math.max(1, one.length() / 3)))
                .min(Comparator.comparingInt((String one) -> distance(plain, Subjects.plain(one)))
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
}

package dk.grundskema.api.documents.json;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Suggests the known name that a misspelt one probably means, by edit distance. */
public final class SpellingSuggester {
    private static final int LONGEST = 60;

    /** With more names, no suggestion is searched for. */
    private static final int MOST_KNOWN = 10_000;

    private SpellingSuggester() {}

    /**
     * Returns the known name with the smallest edit distance; the first of several. Empty if the distance exceeds a third of the given
     * name's length (but at least 1).
     */
    public static Optional<String> suggest(String given, Collection<String> known) {
        if (given.isBlank() || given.length() > LONGEST || known.size() > MOST_KNOWN) {
            return Optional.empty();
        }
        String best = null;
        int least = Math.max(1, given.length() / 3) + 1;
        for (String name : known) {
            if (Math.abs(given.length() - name.length()) >= least) {
                continue;
            }
            int distance = editDistance(given.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
            if (distance < least) {
                least = distance;
                best = name;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Whether two words differ by one added, dropped or changed letter, or by two swapped neighbours. */
    public static boolean isOneEditApart(String one, String other) {
        return Math.abs(one.length() - other.length()) <= 1 && editDistance(one, other) == 1;
    }

    /** Returns the number of letters to add, drop, change or swap with their neighbour. */
    public static int editDistance(String one, String other) {
        int[] beforeLast = new int[other.length() + 1];
        int[] last = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1] + 1, last[j] + 1), last[j - 1] + change);
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            beforeLast = last;
            last = row;
        }
        return last[other.length()];
    }
}

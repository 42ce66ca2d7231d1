package dk.grundskema.api.platform;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that somebody probably meant. */
public final class Nearest {
    private static final int LONGEST = 60;

    /** Among more names none is looked for. */
    private static final int MOST_KNOWN = 10_000;

    private Nearest() {}

    /** The known name that fewest changed letters lead to, if those are few; the first of several. */
    public static Optional<String> to(String given, Collection<String> known) {
        if (given.isBlank() || given.length() > LONGEST || known.size() > MOST_KNOWN) {
            return Optional.empty();
        }
        String best = null;
        int least = Math.max(1, given.length() / 3) + 1;
        for (String name : known) {
            if (Math.abs(given.length() - name.length()) >= least) {
                continue;
            }
            int distance = distance(given.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
            if (distance < least) {
                least = distance;
                best = name;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Whether two words differ by one letter that is added, dropped, changed or exchanged with its neighbour. */
    public static boolean isOneOff(String one, String other) {
        return distance(one, other) == 1;
    }

    /** Letters to add, drop, change or exchange with their neighbour. */
    static int distance(String one, String other) {
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

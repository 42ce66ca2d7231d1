package dk.grundskema.api.exports;

import dk.grundskema.domain.time.IsoWeek;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Many weeks in few numbers: weeks that follow each other as from–to, every other week as the odd or the even ones. At New Year, where numbers
 * begin again, a stretch ends.
 */
final class WeekNumbers {
    /** As few weeks are named one by one. */
    private static final int FEW = 3;

    private WeekNumbers() {}

    /**
     * Weeks that follow each other.
     *
     * @param first the first
     * @param last  the last, in the same year
     * @param step  1 for all weeks from the first to the last, 2 for every other
     */
    record Stretch(IsoWeek first, IsoWeek last, int step) {
        /** How many weeks. */
        int size() {
            return (last.week() - first.week()) / step + 1;
        }
    }

    /** The stretches of weeks, which are in order; each week is in one. */
    static List<Stretch> stretches(Collection<IsoWeek> weeks) {
        var all = List.copyOf(weeks);
        var stretches = new ArrayList<Stretch>();
        int at = 0;
        while (at < all.size()) {
            int next = end(all, at, 1);
            int step = 1;
            int everyOther = end(all, at, 2);
            if (next == at && everyOther - at + 1 >= FEW) {
                next = everyOther;
                step = 2;
            }
            stretches.add(new Stretch(all.get(at), all.get(next), step));
            at = next + 1;
        }
        return stretches;
    }

    /** Place of the last week that is reached from another in steps. */
    private static int end(List<IsoWeek> weeks, int from, int step) {
        int at = from;
        while (at + 1 < weeks.size()
                && weeks.get(at + 1).year() == weeks.get(at).year()
                && weeks.get(at + 1).week() == weeks.get(at).week() + step) {
            at++;
        }
        return at;
    }

    /** The stretches in words. */
    static String text(Collection<IsoWeek> weeks, Words words) {
        var stretches = stretches(weeks).stream().map(one -> text(one, words)).toList();
        return stretches.size() < 2
                ? String.join("", stretches)
                : words.text(
                        "weeks.and",
                        String.join(", ", stretches.subList(0, stretches.size() - 1)),
                        stretches.getLast());
    }

    private static String text(Stretch stretch, Words words) {
        String first = String.valueOf(stretch.first().week());
        if (stretch.size() == 1) {
            return first;
        }
        String last = String.valueOf(stretch.last().week());
        if (stretch.step() == 1) {
            return words.text("weeks.from-to", first, last);
        }
        return words.text(stretch.first().week() % 2 == 0 ? "weeks.even" : "weeks.odd", first, last);
    }
}

package dk.grundskema.api.exports.template;

import dk.grundskema.domain.time.IsoWeek;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Formats many weeks as few numbers: consecutive weeks as from–to, every other week as odd or even weeks. A range ends at New Year, where the numbers
 * start again.
 */
public final class WeekNumberFormatter {
    /** Minimum number of weeks in a range of every other week; fewer are listed individually. */
    private static final int MIN_RANGE_WEEKS = 3;

    private WeekNumberFormatter() {}

    /**
     * A range of weeks.
     *
     * @param first the first week
     * @param last  the last week, in the same year
     * @param step  1 for all weeks from the first to the last, 2 for every other
     */
    record WeekRange(IsoWeek first, IsoWeek last, int step) {
        /** Returns the number of weeks. */
        int size() {
            return (last.week() - first.week()) / step + 1;
        }
    }

    /** Returns the ranges of sorted weeks; each week is in exactly one range. */
    static List<WeekRange> ranges(Collection<IsoWeek> weeks) {
        var all = List.copyOf(weeks);
        var stretches = new ArrayList<WeekRange>();
        int at = 0;
        while (at < all.size()) {
            int next = lastInSteps(all, at, 1);
            int step = 1;
            int everyOther = lastInSteps(all, at, 2);
            if (next == at && everyOther - at + 1 >= MIN_RANGE_WEEKS) {
                next = everyOther;
                step = 2;
            }
            stretches.add(new WeekRange(all.get(at), all.get(next), step));
            at = next + 1;
        }
        return stretches;
    }

    /** Returns the index of the last week that is reached in steps. */
    private static int lastInSteps(List<IsoWeek> weeks, int from, int step) {
        int at = from;
        while (at + 1 < weeks.size()
                && weeks.get(at + 1).year() == weeks.get(at).year()
                && weeks.get(at + 1).week() == weeks.get(at).week() + step) {
            at++;
        }
        return at;
    }

    /** Returns the ranges as text. */
    public static String format(Collection<IsoWeek> weeks, TemplateTexts words) {
        var stretches = ranges(weeks).stream().map(one -> format(one, words)).toList();
        return stretches.size() < 2
                ? String.join("", stretches)
                : words.text(
                        "weeks.and",
                        String.join(", ", stretches.subList(0, stretches.size() - 1)),
                        stretches.getLast());
    }

    private static String format(WeekRange stretch, TemplateTexts words) {
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

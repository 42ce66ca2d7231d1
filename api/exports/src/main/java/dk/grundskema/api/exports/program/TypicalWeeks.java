package dk.grundskema.api.exports.program;

import dk.grundskema.domain.time.Horizon;
import dk.grundskema.domain.time.IsoWeek;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The weeks of a plan that a file without dates describes: the most typical one, or two if meetings alternate. All weeks of a short plan, such
 * as a camp, if they differ.
 *
 * @param weeks          the weeks, one after the other; at least one
 * @param isWholeHorizon whether they are all weeks of the plan
 */
record TypicalWeeks(List<IsoWeek> weeks, boolean isWholeHorizon) {
    /** A meeting held in fewer than one of so many weeks makes a week less typical. The number is our own. */
    private static final int RARE = 4;

    /** Most weeks of a file: FET allows 35 days. */
    private static final int MOST_WEEKS = 5;

    /** Copies the list. */
    TypicalWeeks {
        weeks = List.copyOf(weeks);
    }

    static TypicalWeeks of(Horizon horizon, Collection<MeetingSeries> series) {
        List<IsoWeek> all = horizon.allWeeks();
        boolean areAlike = series.stream().allMatch(each -> isHeldEveryWeek(each, horizon));
        if (all.size() <= MOST_WEEKS && !areAlike) {
            return new TypicalWeeks(all, true);
        }
        int length = series.stream().anyMatch(MeetingSeries::isAlternating) ? Math.min(2, all.size()) : 1;
        int first = IntStream.rangeClosed(0, all.size() - length)
                .boxed()
                .max(Comparator.<Integer>comparingLong(i -> typicality(all.subList(i, i + length), all.size(), series))
                        .thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
        return new TypicalWeeks(all.subList(first, first + length), all.size() == length);
    }

    /**
     * Returns how typical some weeks are. The meetings held in them count by the number of their weeks, so that holidays are not typical, and rare
     * meetings count against them.
     */
    private static long typicality(List<IsoWeek> weeks, int allWeeks, Collection<MeetingSeries> series) {
        return series.stream()
                .filter(each -> !Collections.disjoint(each.weeks(), weeks))
                .mapToLong(each -> (long) RARE * each.weeks().size() - allWeeks)
                .sum();
    }

    /** Returns whether a meeting is held in all weeks in which its weekday is not closed. */
    static boolean isHeldEveryWeek(MeetingSeries series, Horizon horizon) {
        return horizon.allWeeks().stream()
                .allMatch(week -> series.weeks().contains(week)
                        || horizon.isClosed(week.date(series.content().weekday())));
    }
}

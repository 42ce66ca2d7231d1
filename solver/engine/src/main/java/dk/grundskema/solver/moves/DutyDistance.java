package dk.grundskema.solver.moves;

import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.people.DutyLimit;
import dk.grundskema.domain.people.WorkRules;
import org.jspecify.annotations.Nullable;

/**
 * How far apart two duties of a person must be, in minutes.
 *
 * @param dailyRest        shortest pause that ends a run of duties
 * @param longestRun       longest run
 * @param longestDay       longest time from the first duty of a date to the end of the last
 * @param restBetweenDates shortest pause between duties of two dates
 */
record DutyDistance(long dailyRest, long longestRun, long longestDay, long restBetweenDates) {
    static DutyDistance of(WorkRules rules) {
        return new DutyDistance(
                rules.dailyRestMinutes(),
                rules.longestDailyRun(),
                minutes(rules.longestDay(), Long.MAX_VALUE),
                minutes(rules.restBetweenDates(), 0));
    }

    /** Guidelines and wishes may be missed. */
    private static long minutes(@Nullable DutyLimit limit, long otherwise) {
        return limit == null || limit.level() != Level.HARD ? otherwise : limit.minutes();
    }

    /**
     * Returns whether two duties are too close to each other.
     *
     * @param pause     minutes from the end of the earlier to the start of the later; negative if they overlap
     * @param span      minutes from the first start to the last end
     * @param isOneDate whether both start on one date
     */
    boolean isTooClose(long pause, long span, boolean isOneDate) {
        return pause < 0
                || (pause < dailyRest && span > longestRun)
                || (isOneDate ? span > longestDay : pause < restBetweenDates);
    }
}

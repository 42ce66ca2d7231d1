package dk.grundskema.solver.check;

import java.util.List;

/**
 * A run of duties without sufficient rest between them.
 *
 * @param start      first minute
 * @param end        minute after the last
 * @param factsAlone whether it consists of lessons only, so that nothing of it was planned
 */
record DutyRun(long start, long end, boolean factsAlone) {

    static DutyRun of(Duty duty) {
        return new DutyRun(duty.start(), duty.end(), duty.isFact());
    }

    /** Returns the run extended by a duty that does not start before it. */
    DutyRun with(Duty next) {
        return new DutyRun(start, Math.max(end, next.end()), factsAlone && next.isFact());
    }

    /** Returns the minutes of rest before a later duty; negative if they overlap. */
    long restBefore(Duty next) {
        return next.start() - end;
    }

    /** Returns the minutes beyond the longest allowed run; 0 if the run consists of lessons only, because the plan did not decide those. */
    long minutesOver(long longest) {
        return factsAlone ? 0 : Math.max(0, end - start - longest);
    }

    /**
     * Returns the minutes of rest that are missing in that period before the end of one of its duties in which most are missing. Before the run there is
     * rest.
     *
     * @param duties   all duties of the person, in order
     * @param period   minutes within which the rest is required
     * @param required required rest in minutes
     */
    long missingRest(List<Duty> duties, long period, long required) {
        List<Duty> own = duties.stream()
                .filter(duty -> duty.start() >= start && duty.start() < end)
                .toList();
        return own.stream()
                .mapToLong(duty -> required - longestRest(own, duty.end() - period, duty.end()))
                .max()
                .orElse(0);
    }

    private static long longestRest(List<Duty> duties, long from, long until) {
        long longest = 0;
        long restedFrom = from;
        for (Duty duty : duties) {
            longest = Math.max(longest, Math.min(duty.start(), until) - restedFrom);
            restedFrom = Math.max(restedFrom, duty.end());
        }
        return longest;
    }

    long minutes() {
        return end - start;
    }
}

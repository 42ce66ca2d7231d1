package dk.grundskema.solver.check;

/**
 * A run of duties without sufficient rest between them.
 *
 * @param start      first minute
 * @param end        minute after the last
 * @param longestRest longest break between its duties, in minutes; 0 if there is none
 * @param factsAlone whether it consists of lessons only, so that nothing of it was planned
 */
record DutyRun(long start, long end, long longestRest, boolean factsAlone) {

    static DutyRun of(Duty duty) {
        return new DutyRun(duty.start(), duty.end(), 0, duty.isFact());
    }

    /** Returns the run extended by a duty that does not start before it. */
    DutyRun with(Duty next) {
        return new DutyRun(
                start, Math.max(end, next.end()), Math.max(longestRest, restBefore(next)), factsAlone && next.isFact());
    }

    /** Returns the minutes of rest before a later duty; negative if they overlap. */
    long restBefore(Duty next) {
        return next.start() - end;
    }

    /** Returns the minutes beyond the longest allowed run; 0 if the run consists of lessons only, because the plan did not decide those. */
    long minutesOver(long longest) {
        return factsAlone ? 0 : Math.max(0, end - start - longest);
    }

    long minutes() {
        return end - start;
    }
}

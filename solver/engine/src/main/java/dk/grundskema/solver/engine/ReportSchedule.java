package dk.grundskema.solver.engine;

/**
 * When a solve reports its progress. A report evaluates the whole plan, which must not slow down the search of large plans: after each one there is a
 * pause in proportion to its duration. The first plan without faults does not wait for the end of a pause. Not thread-safe.
 */
final class ReportSchedule {
    /** Minimum pause between reports, as a multiple of the last one's duration. */
    private static final int PAUSE_FACTOR = 12;

    private long nextAt;
    private boolean isFaultlessReported;

    /** @param now nanoseconds from any origin, see {@link System#nanoTime} */
    ReportSchedule(long now) {
        this.nextAt = now;
    }

    /**
     * Returns whether to report a better plan.
     *
     * @param now         time from the origin of the first one
     * @param isFaultless whether the plan has no hard and no medium fault
     */
    boolean isDue(long now, boolean isFaultless) {
        return now - nextAt >= 0 || (isFaultless && !isFaultlessReported);
    }

    /**
     * Records a report.
     *
     * @param isFaultless whether its plan has no hard and no medium fault
     */
    void recordReport(long started, long ended, boolean isFaultless) {
        nextAt = started + PAUSE_FACTOR * (ended - started);
        isFaultlessReported |= isFaultless;
    }
}

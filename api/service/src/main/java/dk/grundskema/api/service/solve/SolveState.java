package dk.grundskema.api.service.solve;

/** Where a solve is on its way. */
public enum SolveState {
    /** Waits for a worker. */
    QUEUED,
    /** Runs on a worker. */
    RUNNING,
    /** Runs on a worker that was asked to stop. */
    STOPPING,
    /** Has ended; its best timetable is its result. */
    DONE,
    /** Failed; may have a best timetable from before. */
    FAILED;

    /** Returns whether it has ended and will not run again unless continued. */
    public boolean isEnded() {
        return this == DONE || this == FAILED;
    }
}

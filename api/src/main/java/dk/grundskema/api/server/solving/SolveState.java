package dk.grundskema.api.server.solving;

/** Where a solve is on its way. */
public enum SolveState {
    /** Waits for somebody to run it. */
    QUEUED,
    /** Somebody runs it. */
    RUNNING,
    /** Somebody runs it and was asked to end it. */
    STOPPING,
    /** Has ended; its best timetable is its result. */
    DONE,
    /** Could not be brought to an end; a best timetable from before may be there. */
    FAILED;

    /** Whether nobody runs it or will, unless asked to. */
    public boolean isEnded() {
        return this == DONE || this == FAILED;
    }
}

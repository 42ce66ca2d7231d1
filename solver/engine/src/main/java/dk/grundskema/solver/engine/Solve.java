package dk.grundskema.solver.engine;

import dk.grundskema.domain.timetable.Timetable;

/** A running or finished solve. Thread-safe. */
public interface Solve {
    /**
     * Waits until the solve has ended and returns its best timetable.
     *
     * @throws InterruptedException if the waiting thread is interrupted; the solve continues
     * @throws IllegalStateException if a rule or the engine failed; see the cause
     */
    Timetable await() throws InterruptedException;

    /**
     * Returns the best timetable so far; waits for the first one.
     *
     * @throws InterruptedException if the waiting thread is interrupted; the solve continues
     * @throws IllegalStateException if a rule or the engine failed; see the cause
     */
    Timetable best() throws InterruptedException;

    /** Requests an early end of the solve; its best timetable stays available. */
    void stop();

    /**
     * Returns the current progress.
     *
     * @throws IllegalStateException if there is no plan yet, or a rule or the engine failed
     */
    SolveProgress progress();
}

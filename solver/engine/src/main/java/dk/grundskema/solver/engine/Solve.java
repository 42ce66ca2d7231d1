package dk.grundskema.solver.engine;

import dk.grundskema.domain.timetable.Timetable;

/** A solve that is running or has ended. Safe to use from any thread. */
public interface Solve {
    /**
     * Waits until the solve has ended and gives its best timetable.
     *
     * @throws InterruptedException  if the waiting thread is interrupted; the solve goes on
     * @throws IllegalStateException if a rule or the engine failed; the cause tells which
     */
    Timetable await() throws InterruptedException;

    /** The best timetable so far; waits for the first one if there is none yet. */
    Timetable best() throws InterruptedException;

    /** Asks the solve to end soon; its best timetable stays available. */
    void stop();

    /** How the solve stands. */
    Progress progress();
}

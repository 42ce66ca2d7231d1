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

    /** How the solve stands; asks every rule. */
    Progress progress();

    /** What was done so far; asks no rule, so that it may be asked often. */
    default Effort effort() {
        Progress progress = progress();
        return new Effort(progress.steps(), progress.moves());
    }

    /**
     * What a solve has done.
     *
     * @param steps steps that were made, 0 or more
     * @param moves moves that were tried, 0 or more
     */
    record Effort(long steps, long moves) {}
}

package dk.grundskema.solver.engine;

/** Receives the progress of a solve, on one of the solve's threads, never concurrently. */
@FunctionalInterface
public interface SolveListener {
    /** Called after the first plan, after each better one (at most five times a second), and at the end. */
    void onProgress(SolveProgress progress);
}

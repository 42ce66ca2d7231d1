package dk.grundskema.solver.engine;

/** Is told how a solve stands, from one of the solve's threads, never from two at once. */
@FunctionalInterface
public interface SolveListener {
    /** Called after the first plan, after each better one (at most five times a second), and at the end. */
    void progressed(Progress progress);
}

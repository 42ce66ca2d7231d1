package dk.grundskema.solver.registry;

/** Ends the evaluation of a rule from within the view that the engine gave it. Not a failure of the rule: it passes through the guards. */
public abstract class EngineSignal extends Error {
    private static final long serialVersionUID = 1;

    /** Creates a signal without a stack trace, since many are thrown. */
    protected EngineSignal() {
        super(null, null, false, false);
    }
}

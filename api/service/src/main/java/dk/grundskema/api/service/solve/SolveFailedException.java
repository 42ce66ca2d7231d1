package dk.grundskema.api.service.solve;

/** Thrown if a rule, a plugin or the solver fails during a solve. The cause tells which. */
final class SolveFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SolveFailedException(Throwable cause) {
        super("The solve failed.", cause);
    }
}

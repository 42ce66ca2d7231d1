package dk.grundskema.api.server.solving;

/** A rule, a plugin or the engine failed in a solve; the cause tells which. */
final class SolveFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SolveFailedException(Throwable cause) {
        super("The solve failed.", cause);
    }
}

package dk.grundskema.api.cli.command;

/** Result of a command, with its exit code. */
public enum ExitStatus {
    /** Success; a plan violates no hard and no medium rule. */
    FINE(0),
    /** Failure of the program, not of the user. */
    OWN_FAILURE(1),
    /** Invalid input; nothing was written. */
    BAD_INPUT(2),
    /** A plan or backup was written or checked, and it has faults, which were all listed. */
    FAULTS(3);

    private final int code;

    ExitStatus(int code) {
        this.code = code;
    }

    /** Returns the exit code. */
    public int code() {
        return code;
    }
}

package dk.grundskema.api.cli;

/** How a command ended, as the exit code that scripts see. */
enum Outcome {
    /** All done; a plan has no hard and no medium fault. */
    FINE(0),
    /** The program failed, not the user. */
    OWN_FAILURE(1),
    /** The input can't be used; nothing was written. */
    BAD_INPUT(2),
    /** There is a plan or a backup, and it has faults that were all listed. */
    FAULTS(3);

    private final int code;

    Outcome(int code) {
        this.code = code;
    }

    /** The exit code. */
    int code() {
        return code;
    }
}

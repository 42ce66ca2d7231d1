package dk.grundskema.api.platform.start;

/** Thrown inside the Spring context during the start; converted to {@link StartRefusedException}. */
final class StartRefusedCauseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient LocalizedMessage reason;

    StartRefusedCauseException(LocalizedMessage reason) {
        super(reason.key(), null, false, false);
        this.reason = reason;
    }

    LocalizedMessage reason() {
        return reason;
    }
}

package dk.grundskema.api.server.start;

/** Thrown inside the context while it starts; comes out as a {@link StartRefusal}. */
final class StartRefusalCause extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Sentence reason;

    StartRefusalCause(Sentence reason) {
        super(reason.key(), null, false, false);
        this.reason = reason;
    }

    Sentence reason() {
        return reason;
    }
}

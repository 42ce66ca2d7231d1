package dk.grundskema.api.service.change;

/** Where the preview of a change is on its way. */
public enum PreviewState {
    /** The least change is searched. */
    SEARCHING,
    /** The least change is known and can be kept; everything to come is being planned afresh for comparison. */
    COMPARING,
    /** Everything is known. */
    DONE,
    /** It failed, or the process that planned it ended. */
    FAILED;

    /** Returns whether it is being planned. */
    boolean isRunning() {
        return this == SEARCHING || this == COMPARING;
    }
}

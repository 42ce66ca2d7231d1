package dk.grundskema.api.platform.http;

/**
 * Value of a secret setting, such as a password. Every text is valid, so that no message has to show one.
 *
 * @param value the secret; empty if it is not set
 */
public record Secret(String value) {
    /** Returns whether the secret is not set. */
    public boolean isEmpty() {
        return value.isEmpty();
    }

    /** Leaves out the secret. */
    @Override
    public String toString() {
        return isEmpty() ? "" : "***";
    }
}

package dk.grundskema.solver.registry;

import dk.grundskema.domain.intervention.InterventionId;
import org.jspecify.annotations.Nullable;

/** Thrown when a method of a plugin throws or returns what the contract forbids. Its author must mend it. */
public final class PluginFailedException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    private final String plugin;
    private final String method;
    private final String intervention;
    private final String reason;

    /**
     * @param plugin id of the plugin's type and where it is from
     * @param method name of the method
     * @param intervention intervention for which it was called; {@code null} if it was called for none
     * @param reason what is wrong, in English for its author
     */
    public PluginFailedException(
            String plugin,
            String method,
            @Nullable InterventionId intervention,
            String reason,
            @Nullable Throwable cause) {
        super(
                "The plugin (%s) failed in %s%s: %s"
                        .formatted(
                                plugin,
                                method,
                                intervention == null ? "" : " for the intervention (%s)".formatted(intervention),
                                reason),
                cause);
        this.plugin = plugin;
        this.method = method;
        this.intervention = intervention == null ? "" : intervention.value();
        this.reason = reason;
    }

    /** Returns the id of the plugin's type and where it is from. */
    public String plugin() {
        return plugin;
    }

    /** Returns the name of the method that failed. */
    public String method() {
        return method;
    }

    /** Returns the id of the intervention for which it was called; empty if it was called for none. */
    public String intervention() {
        return intervention;
    }

    /** Returns what is wrong, in English for the plugin's author. */
    public String reason() {
        return reason;
    }
}

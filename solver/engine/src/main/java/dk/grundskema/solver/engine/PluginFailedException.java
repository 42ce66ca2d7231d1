package dk.grundskema.solver.engine;

import dk.grundskema.domain.intervention.Intervention;

/** A plugin threw where its contract says that it doesn't. */
public final class PluginFailedException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    PluginFailedException(String method, Intervention<?> intervention, RuntimeException cause) {
        super(
                "The plugin (%s) failed in %s for the intervention (%s): %s.\nMaybe its validation lets pass what it can't plan?"
                        .formatted(intervention.type(), method, intervention.id(), cause),
                cause);
    }
}

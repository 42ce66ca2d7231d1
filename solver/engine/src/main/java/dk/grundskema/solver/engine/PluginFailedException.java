package dk.grundskema.solver.engine;

import dk.grundskema.domain.intervention.Intervention;

/** Thrown when a plugin method throws, in violation of its contract. */
public final class PluginFailedException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    PluginFailedException(String method, Intervention<?> intervention, RuntimeException cause) {
        super(
                "The plugin (%s) failed in %s for the intervention (%s): %s.\nMaybe its validation accepts something that it can't plan?"
                        .formatted(intervention.type(), method, intervention.id(), cause),
                cause);
    }
}

package dk.grundskema.solver.registry;

/** Ends a call into a plugin that did not return in time. An error, so that plugins that catch exceptions do not catch it by accident. */
final class PluginStoppedError extends Error {
    private static final long serialVersionUID = 1;

    PluginStoppedError() {
        super("The call did not return in time");
    }
}

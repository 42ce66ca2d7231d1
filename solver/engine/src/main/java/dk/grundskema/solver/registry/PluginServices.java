package dk.grundskema.solver.registry;

import dk.grundskema.solver.registry.PluginRefusedException.Refusal;
import dk.grundskema.solver.spi.InterventionPlugin;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** Creates the plugins that a class loader provides as services. */
final class PluginServices {
    /** An unreadable entry is skipped; the number guards against a list that never ends. */
    private static final int MOST_BROKEN = 100;

    /**
     * What was found.
     *
     * @param plugins the plugins that were created
     * @param refusals those that could not be created
     */
    record FoundPlugins(List<InterventionPlugin<?>> plugins, List<Refusal> refusals) {}

    private PluginServices() {}

    static FoundPlugins create(ClassLoader loader) {
        var plugins = new ArrayList<InterventionPlugin<?>>();
        var refusals = new ArrayList<Refusal>();
        Iterator<? extends ServiceLoader.Provider<?>> services =
                ServiceLoader.load(InterventionPlugin.class, loader).stream().iterator();
        while (refusals.size() < MOST_BROKEN) {
            String name = "unknown";
            try {
                if (!services.hasNext()) {
                    break;
                }
                var service = services.next();
                name = service.type().getName();
                plugins.add((InterventionPlugin<?>) service.get());
            } catch (ServiceConfigurationError e) {
                Throwable cause = e.getCause() == null ? e : e.getCause();
                if (cause instanceof ExceptionInInitializerError && cause.getCause() != null) {
                    cause = cause.getCause();
                }
                refusals.add(new Refusal(name, List.of("It can't be made: %s.".formatted(cause))));
            } catch (LinkageError e) { // e.g. a class compiled for a later Java or another version of the contract
                refusals.add(new Refusal(name, List.of("Its class can't be loaded: %s.".formatted(e))));
            }
        }
        return new FoundPlugins(plugins, refusals);
    }
}

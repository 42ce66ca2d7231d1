package dk.grundskema.examples.generated;

import dk.grundskema.examples.courses.CoursePlugin;
import dk.grundskema.examples.rosters.RosterPlugin;
import dk.grundskema.solver.registry.PluginRegistry;
import dk.grundskema.solver.spi.InterventionPlugin;
import java.util.ArrayList;

/** The product's plugins and those that exist for measurements alone. */
public final class BenchmarkPlugins {
    private BenchmarkPlugins() {}

    /** Returns all of them. */
    public static PluginRegistry all() {
        var plugins = new ArrayList<InterventionPlugin<?>>(
                PluginRegistry.load(BenchmarkPlugins.class.getClassLoader()).all());
        plugins.add(new CoursePlugin());
        plugins.add(new RosterPlugin());
        return PluginRegistry.of(plugins);
    }
}

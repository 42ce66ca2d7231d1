package dk.grundskema.solver.engine;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.registry.PluginRegistry;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Caches the demands of the last problem. Callers usually validate, count and solve the same problem in turn, and
 * expanding dozens of interventions takes seconds. Expansion has no side effects.
 */
final class DemandCache {
    private record CachedDemands(Problem problem, List<Demand> demands) {}

    private final PluginRegistry plugins;
    private final AtomicReference<@Nullable CachedDemands> last = new AtomicReference<>();

    DemandCache(PluginRegistry plugins) {
        this.plugins = plugins;
    }

    /** Returns the demands of a problem, in the order of its interventions. */
    @SuppressWarnings("ReferenceEquality") // comparing two problems by their contents would take as long
    List<Demand> demandsOf(Problem problem) {
        CachedDemands known = last.get();
        if (known == null || known.problem() != problem) {
            known = new CachedDemands(problem, List.copyOf(PreparedPlan.demands(plugins, problem)));
            last.set(known);
        }
        return known.demands();
    }
}

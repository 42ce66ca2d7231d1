package dk.grundskema.solver.engine;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.registry.PluginRegistry;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What the interventions of the problem asked about last demand: whoever validates a problem goes on to count and to solve it, and expanding
 * dozens of interventions takes seconds. Expanding has no other effect, so that it doesn't matter how often it is done.
 */
final class KnownDemands {
    private record Known(Problem problem, List<Demand> demands) {}

    private final PluginRegistry plugins;
    private final AtomicReference<@Nullable Known> last = new AtomicReference<>();

    KnownDemands(PluginRegistry plugins) {
        this.plugins = plugins;
    }

    /** The demands of a problem, in the order of its interventions. */
    @SuppressWarnings("ReferenceEquality") // to compare two problems by their contents would take as long
    List<Demand> of(Problem problem) {
        Known known = last.get();
        if (known == null || known.problem() != problem) {
            known = new Known(problem, List.copyOf(PreparedPlan.demands(plugins, problem)));
            last.set(known);
        }
        return known.demands();
    }
}

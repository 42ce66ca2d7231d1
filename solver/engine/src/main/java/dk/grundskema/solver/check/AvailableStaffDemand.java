package dk.grundskema.solver.check;

import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Availability;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Expands the demand of a problem as if all staff were always available, on first use. */
final class AvailableStaffDemand implements Supplier<DemandIndex> {
    private final InterventionPlugins plugins;
    private final Problem problem;
    private @Nullable DemandIndex demand;

    AvailableStaffDemand(InterventionPlugins plugins, Problem problem) {
        this.plugins = plugins;
        this.problem = problem;
    }

    @Override
    public synchronized DemandIndex get() {
        DemandIndex known = demand;
        if (known == null) {
            known = plugins.demand(problem.withStaff(problem.staff().stream()
                    .map(one -> one.withAvailability(Availability.always()))
                    .toList()));
            demand = known;
        }
        return known;
    }
}

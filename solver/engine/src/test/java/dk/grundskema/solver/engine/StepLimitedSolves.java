package dk.grundskema.solver.engine;

import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.fixture.FixturePlugin;
import dk.grundskema.solver.fixture.RandomPlugin;
import dk.grundskema.solver.registry.PluginRegistry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Solves that end on steps. */
public final class StepLimitedSolves {
    static final SolveListener NOBODY = progress -> {};

    private StepLimitedSolves() {}

    public static PluginRegistry registry() {
        return PluginRegistry.of(List.of(new RandomPlugin(), new FixturePlugin()));
    }

    static Planner planner() {
        return new Planner(registry());
    }

    static SolveRequest request(Problem problem, long steps, long seed, int searches, @Nullable Timetable reference) {
        return new SolveRequest(problem, "hash", SolveLimits.ofSteps(steps), seed, searches, reference);
    }

    public static Timetable solve(Problem problem, long steps) throws InterruptedException {
        return solve(problem, steps, 1, 1, null);
    }

    static Timetable solve(Problem problem, long steps, long seed, int searches, @Nullable Timetable reference)
            throws InterruptedException {
        return planner()
                .start(request(problem, steps, seed, searches, reference), NOBODY)
                .await();
    }
}

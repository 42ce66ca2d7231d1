package dk.grundskema.examples.mutation;

import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.documents.problem.ProblemReader;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.check.TimetableChecker;
import dk.grundskema.solver.engine.Planner;
import dk.grundskema.solver.engine.SolveLimits;
import dk.grundskema.solver.engine.SolveRequest;
import dk.grundskema.solver.registry.PluginRegistry;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The plan of an example with all of its mutations.
 *
 * @param problem   problem of the example
 * @param plan      a plan of it
 * @param mutations changes of the plan
 * @param checker   checker that knows the example's plugins
 */
record MutatedPlan(Problem problem, Timetable plan, List<Mutation> mutations, TimetableChecker checker) {
    private static final PluginRegistry PLUGINS = PluginRegistry.load(MutatedPlan.class.getClassLoader());
    private static final int STEPS = 5_000;
    private static final Map<String, MutatedPlan> KNOWN = new HashMap<>();

    /** Plans an example, unless it is planned already. */
    static MutatedPlan of(String example) throws InterruptedException {
        MutatedPlan known = KNOWN.get(example);
        if (known == null) {
            known = planned(example);
            KNOWN.put(example, known);
        }
        return known;
    }

    private static MutatedPlan planned(String example) throws InterruptedException {
        Problem problem = ((ReadResult.Success<Problem>)
                        new ProblemReader(PLUGINS).read(Path.of(example, "problem.json")))
                .value();
        var planner = new Planner(PLUGINS);
        Timetable plan = planner.start(
                        new SolveRequest(problem, "0", SolveLimits.ofSteps(STEPS), 1, 1, null), progress -> {})
                .await();
        List<Mutation> mutations = new TimetableMutator(problem, plan, planner.demands(problem)).mutations();
        return new MutatedPlan(problem, plan, mutations, new TimetableChecker(new KnownDemands(PLUGINS)::find));
    }
}

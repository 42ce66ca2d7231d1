package dk.grundskema.examples.comparison.cpsat;

import com.google.ortools.Loader;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.registry.PluginRegistry;
import java.util.List;
import java.util.function.LongSupplier;

/** Solves co-teaching at schools with CP-SAT. */
public final class SchoolSolver {
    /** Weight of a medium point in the model's objective, in soft points. */
    public static final long MEDIUM = SchoolObjective.MEDIUM;

    private final PluginRegistry plugins;
    private final int workers;

    /**
     * @param plugins plugins, including that of co-teaching
     * @param workers number of search threads
     */
    public SchoolSolver(PluginRegistry plugins, int workers) {
        Loader.loadNativeLibraries();
        this.plugins = plugins;
        this.workers = workers;
    }

    /**
     * Proves the best plan, or returns the best one found.
     *
     * @param effort limit of CP-SAT's work in its deterministic units, about a second each
     * @throws IllegalArgumentException if the problem has something that the model does not support
     */
    public CpSatOutcome prove(Problem problem, double effort) {
        SchoolFacts facts = SchoolFacts.of(problem);
        var stages = new TwoStageSearch<SchoolModelSolution>(workers, MEDIUM);
        stages.prove(SchoolModel.of(facts), effort);
        return stages.toOutcome(chosen -> chosen.write(facts, plugins));
    }

    /**
     * Searches for a given time, including the construction of the models. First searches for a plan with the fewest faults, for
     * at most half of the time; then for the best plan, starting from that one.
     *
     * @param seconds times at which to record the best plan so far, ascending; the search ends at the last
     * @param seed    seed of the search
     * @param elapsed returns the milliseconds since the start
     * @return the first plan, the first complete plan, and the best at each of the seconds
     * @throws IllegalArgumentException if the problem has something that the model does not support
     */
    public CpSatOutcome search(Problem problem, List<Integer> seconds, int seed, LongSupplier elapsed) {
        SchoolFacts facts = SchoolFacts.of(problem);
        var stages = new TwoStageSearch<SchoolModelSolution>(workers, MEDIUM);
        stages.search(
                SchoolModel.withoutSoftRules(facts), () -> SchoolModel.of(facts), seconds.getLast(), seed, elapsed);
        return stages.toOutcome(seconds, chosen -> chosen.write(facts, plugins));
    }
}

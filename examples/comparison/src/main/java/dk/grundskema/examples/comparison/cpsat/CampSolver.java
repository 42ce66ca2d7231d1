package dk.grundskema.examples.comparison.cpsat;

import com.google.ortools.Loader;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverSolutionCallback;
import com.google.ortools.sat.CpSolverStatus;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.registry.PluginRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** Solves camps with CP-SAT. */
public final class CampSolver {
    /** Weight of a medium point in the model's objective, in soft points. */
    public static final long MEDIUM = CampObjective.MEDIUM;

    private record TimedCampSolution(long millis, long objective, CampModelSolution chosen) {}

    private final PluginRegistry plugins;
    private final int workers;

    /**
     * @param plugins plugins, including that of camps
     * @param workers number of search threads
     */
    public CampSolver(PluginRegistry plugins, int workers) {
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
        CampModel model = CampModel.of(CampFacts.of(problem));
        CpSolver solver = solver(1);
        solver.getParameters()
                .setMaxDeterministicTime(effort)
                .setNumWorkers(workers)
                .setInterleaveSearch(workers > 1);
        var kept = new CampSolutionCollector(model, () -> 0);
        CpSolverStatus status = solver.solve(model.model(), kept);
        List<TimedCampSolution> best = kept.all.isEmpty() ? List.of() : List.of(kept.all.getLast());
        return new CpSatOutcome(
                toPlans(model.facts(), best),
                status == CpSolverStatus.OPTIMAL,
                Math.round(solver.bestObjectiveBound()));
    }

    /**
     * Searches for a given time, including the construction of the models. First searches for any plan without hard and medium
     * faults, for at most half of the time; then for the best plan, starting from that one if it was found.
     *
     * @param seconds times at which to record the best plan so far, ascending; the search ends at the last
     * @param seed    seed of the search
     * @param elapsed returns the milliseconds since the start
     * @return the first plan, the first plan without hard and medium faults, and the best at each of the seconds
     * @throws IllegalArgumentException if the problem has something that the model does not support
     */
    public CpSatOutcome search(Problem problem, List<Integer> seconds, int seed, LongSupplier elapsed) {
        CampFacts facts = CampFacts.of(problem);
        var all = new ArrayList<TimedCampSolution>();
        search(CampModel.withoutSoftRules(facts), all, seconds.getLast() / 2.0, seed, elapsed);
        CampModel whole = CampModel.of(facts);
        if (!all.isEmpty()) {
            whole.hint(all.getLast().chosen());
            completeHint(whole, seconds.getLast() - elapsed.getAsLong() / 1000.0);
        }
        CpSolver solver = search(whole, all, seconds.getLast(), seed, elapsed);
        return new CpSatOutcome(
                toPlans(facts, selectShown(all, seconds)),
                solver.response().getStatus() == CpSolverStatus.OPTIMAL,
                Math.round(solver.bestObjectiveBound()));
    }

    /** Extends a hint to a complete solution. */
    private void completeHint(CampModel model, double seconds) {
        CpSolver solver = new CpSolver();
        solver.getParameters()
                .setFixVariablesToTheirHintedValue(true)
                .setNumWorkers(workers)
                .setMaxTimeInSeconds(Math.max(0.1, seconds));
        CpSolverStatus status = solver.solve(model.model());
        if (status == CpSolverStatus.OPTIMAL || status == CpSolverStatus.FEASIBLE) {
            model.hint(solver.response().getSolutionList());
        }
    }

    private CpSolver search(
            CampModel model, List<TimedCampSolution> all, double until, int seed, LongSupplier elapsed) {
        CpSolver solver = solver(seed);
        if (model.isLegal()) { // the first local search finds a plan after presolve
            solver.getParameters().setCpModelProbingLevel(0).setSymmetryLevel(0).setMaxPresolveIterations(1);
        }
        solver.getParameters()
                .setMaxTimeInSeconds(Math.max(0.1, until - elapsed.getAsLong() / 1000.0))
                .setNumWorkers(workers);
        var better = new CampSolutionCollector(model, elapsed);
        if (!all.isEmpty()) {
            better.all.add(all.removeLast());
        }
        solver.solve(model.model(), better);
        all.addAll(better.all);
        return solver;
    }

    private static CpSolver solver(int seed) {
        CpSolver solver = new CpSolver();
        solver.getParameters().setRandomSeed(seed);
        return solver;
    }

    /** Collects each improved solution of a model. */
    private static final class CampSolutionCollector extends CpSolverSolutionCallback {
        private final CampModel model;
        private final LongSupplier elapsed;
        private final List<TimedCampSolution> all = new ArrayList<>();

        CampSolutionCollector(CampModel model, LongSupplier elapsed) {
            this.model = model;
            this.elapsed = elapsed;
        }

        @Override
        public void onSolutionCallback() {
            long objective = model.isLegal() ? CampObjective.MEDIUM - 1 : Math.round(objectiveValue());
            if (all.isEmpty() || objective < all.getLast().objective()) {
                all.add(new TimedCampSolution(
                        elapsed.getAsLong(), objective, CampModelSolution.of(model, this::booleanValue)));
            }
        }
    }

    private List<CpSatPlan> toPlans(CampFacts facts, List<TimedCampSolution> some) {
        var writer = new CampPlanWriter(facts, plugins);
        return some.stream()
                .map(one -> new CpSatPlan(one.millis(), one.objective(), writer.write(one.chosen())))
                .toList();
    }

    private static List<TimedCampSolution> selectShown(List<TimedCampSolution> kept, List<Integer> seconds) {
        var shown = new ArrayList<TimedCampSolution>();
        boolean hasLegal = false;
        for (int i = 0; i < kept.size(); i++) {
            TimedCampSolution one = kept.get(i);
            long until = i + 1 < kept.size() ? kept.get(i + 1).millis() : Long.MAX_VALUE;
            boolean isFirstLegal = !hasLegal && one.objective() < CampObjective.MEDIUM;
            boolean isAskedFor =
                    seconds.stream().anyMatch(second -> one.millis() <= second * 1000L && second * 1000L < until);
            if (i == 0 || isFirstLegal || isAskedFor) {
                shown.add(one);
            }
            hasLegal |= isFirstLegal;
        }
        return shown;
    }
}

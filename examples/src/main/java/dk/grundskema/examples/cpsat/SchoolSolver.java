package dk.grundskema.examples.cpsat;

import com.google.ortools.Loader;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverSolutionCallback;
import com.google.ortools.sat.CpSolverStatus;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.registry.PluginRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** Solves co-teaching at schools with CP-SAT. */
public final class SchoolSolver {
    /** What a medium point weighs in the model's objective, in soft points. */
    public static final long MEDIUM = SchoolCost.MEDIUM;

    private record Kept(long millis, long objective, SchoolChosen chosen) {}

    private final PluginRegistry plugins;
    private final int workers;

    /**
     * @param plugins plugins, that of co-teaching among them
     * @param workers how many threads search
     */
    public SchoolSolver(PluginRegistry plugins, int workers) {
        Loader.loadNativeLibraries();
        this.plugins = plugins;
        this.workers = workers;
    }

    /**
     * Proves the best plan, or gives the best one that it found.
     *
     * @param effort how much work CP-SAT may do, in its deterministic units: about a second each
     * @throws IllegalArgumentException if the problem has something that the model doesn't carry
     */
    public Outcome prove(Problem problem, double effort) {
        SchoolModel model = SchoolModel.of(SchoolFacts.of(problem));
        CpSolver solver = solver(1);
        solver.getParameters()
                .setMaxDeterministicTime(effort)
                .setNumWorkers(workers)
                .setInterleaveSearch(workers > 1);
        var kept = new Better(model, () -> 0);
        solver.solve(model.model(), kept);
        return outcome(model.variables().facts(), kept.all.isEmpty() ? List.of() : List.of(kept.all.getLast()), solver);
    }

    /**
     * Searches for some time, the making of models included: first for a plan that breaks as little as can be, for at most half of the time,
     * then from there for the best.
     *
     * @param seconds when to look at the best plan so far, ascending; the last is when it ends
     * @param seed    seed of the search
     * @param elapsed tells how many milliseconds have passed since the start
     * @return the first plan of all, the first that lacks nothing, and the best at each of the seconds
     * @throws IllegalArgumentException if the problem has something that the model doesn't carry
     */
    public Outcome search(Problem problem, List<Integer> seconds, int seed, LongSupplier elapsed) {
        SchoolFacts facts = SchoolFacts.of(problem);
        var all = new ArrayList<Kept>();
        search(SchoolModel.legal(facts), all, seconds.getLast() / 2.0, seed, elapsed);
        SchoolModel whole = SchoolModel.of(facts);
        if (!all.isEmpty()) {
            whole.hint(all.getLast().chosen());
            complete(whole, seconds.getLast() - elapsed.getAsLong() / 1000.0);
        }
        CpSolver solver = search(whole, all, seconds.getLast(), seed, elapsed);
        return outcome(facts, worthShowing(all, seconds), solver);
    }

    /** Works out what follows from a hint, so that it is a whole solution. */
    private void complete(SchoolModel model, double seconds) {
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

    private CpSolver search(SchoolModel model, List<Kept> all, double until, int seed, LongSupplier elapsed) {
        CpSolver solver = solver(seed);
        solver.getParameters()
                .setMaxTimeInSeconds(Math.max(0.1, until - elapsed.getAsLong() / 1000.0))
                .setNumWorkers(workers);
        var better = new Better(model, elapsed);
        solver.solve(model.model(), better);
        all.addAll(better.all);
        return solver;
    }

    private static CpSolver solver(int seed) {
        CpSolver solver = new CpSolver();
        solver.getParameters().setRandomSeed(seed);
        return solver;
    }

    /** Keeps each better solution of a model. */
    private static final class Better extends CpSolverSolutionCallback {
        private final SchoolModel model;
        private final LongSupplier elapsed;
        private final List<Kept> all = new ArrayList<>();

        Better(SchoolModel model, LongSupplier elapsed) {
            this.model = model;
            this.elapsed = elapsed;
        }

        @Override
        public void onSolutionCallback() {
            long objective = Math.round(objectiveValue());
            if (all.isEmpty() || objective < all.getLast().objective()) {
                all.add(new Kept(
                        elapsed.getAsLong(), objective, SchoolChosen.of(model.variables(), this::booleanValue)));
            }
        }
    }

    private Outcome outcome(SchoolFacts facts, List<Kept> some, CpSolver solver) {
        List<Found> found = some.stream()
                .map(one ->
                        new Found(one.millis(), one.objective(), one.chosen().write(facts, plugins)))
                .toList();
        return new Outcome(
                found,
                solver.response().getStatus() == CpSolverStatus.OPTIMAL,
                Math.round(solver.bestObjectiveBound()));
    }

    private static List<Kept> worthShowing(List<Kept> kept, List<Integer> seconds) {
        var shown = new ArrayList<Kept>();
        boolean hasLegal = false;
        for (int i = 0; i < kept.size(); i++) {
            Kept one = kept.get(i);
            long until = i + 1 < kept.size() ? kept.get(i + 1).millis() : Long.MAX_VALUE;
            boolean isFirstLegal = !hasLegal && one.objective() < MEDIUM;
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

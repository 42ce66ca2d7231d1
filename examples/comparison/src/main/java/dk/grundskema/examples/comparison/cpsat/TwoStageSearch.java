package dk.grundskema.examples.comparison.cpsat;

import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverSolutionCallback;
import com.google.ortools.sat.CpSolverStatus;
import dk.grundskema.domain.timetable.Timetable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Searches with CP-SAT in two stages: first a model of the hard and medium rules only, then the whole model, starting from the
 * best plan of the first. Collects every improved solution of both stages.
 *
 * @param <C> decisions of a solution
 */
final class TwoStageSearch<C> {
    /**
     * An improved solution found during the search.
     *
     * @param millis    time since the start
     * @param objective its cost in its model
     * @param chosen    its decisions
     */
    record TimedSolution<C>(long millis, long objective, C chosen) {}

    private final int workers;
    private final long legal;
    private final List<TimedSolution<C>> all = new ArrayList<>();
    private @Nullable CpSolver last;

    /**
     * @param workers number of search threads
     * @param legal   upper bound, exclusive, of the objective of a complete plan, in both models; a complete plan lacks
     *         nothing that is possible
     */
    TwoStageSearch(int workers, long legal) {
        this.workers = workers;
        this.legal = legal;
    }

    /** Proves the best plan, or keeps the best one found within a limit of CP-SAT's deterministic units. */
    void prove(SearchableModel<C> model, double effort) {
        CpSolver solver = solver(1);
        solver.getParameters()
                .setMaxDeterministicTime(effort)
                .setNumWorkers(workers)
                .setInterleaveSearch(workers > 1);
        var better = new SolutionCollector<>(model, () -> 0);
        solver.solve(model.model(), better);
        all.addAll(better.all.isEmpty() ? List.of() : List.of(better.all.getLast()));
        last = solver;
    }

    /**
     * Searches for a given time, including the construction of the models; the first model gets at most half of it.
     *
     * @param legal   the model of hard and medium rules
     * @param whole   creates the model of all rules
     * @param seconds time at which the search ends
     * @param seed    seed of the search
     * @param elapsed returns the milliseconds since the start
     */
    void search(
            SearchableModel<C> legal, Supplier<SearchableModel<C>> whole, int seconds, int seed, LongSupplier elapsed) {
        search(legal, seconds / 2.0, seed, elapsed);
        SearchableModel<C> second = whole.get();
        if (!all.isEmpty()) {
            second.hint(all.getLast().chosen());
            completeHint(second, seconds - elapsed.getAsLong() / 1000.0);
        }
        search(second, seconds, seed, elapsed);
    }

    /** Extends a hint to a complete solution. */
    private void completeHint(SearchableModel<C> model, double seconds) {
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

    private void search(SearchableModel<C> model, double until, int seed, LongSupplier elapsed) {
        CpSolver solver = solver(seed);
        solver.getParameters()
                .setMaxTimeInSeconds(Math.max(0.1, until - elapsed.getAsLong() / 1000.0))
                .setNumWorkers(workers);
        var better = new SolutionCollector<>(model, elapsed);
        solver.solve(model.model(), better);
        all.addAll(better.all);
        last = solver;
    }

    private static CpSolver solver(int seed) {
        CpSolver solver = new CpSolver();
        solver.getParameters().setRandomSeed(seed);
        return solver;
    }

    /** Collects each improved solution of a model. */
    private static final class SolutionCollector<C> extends CpSolverSolutionCallback {
        private final SearchableModel<C> model;
        private final LongSupplier elapsed;
        private final List<TimedSolution<C>> all = new ArrayList<>();

        SolutionCollector(SearchableModel<C> model, LongSupplier elapsed) {
            this.model = model;
            this.elapsed = elapsed;
        }

        @Override
        public void onSolutionCallback() {
            long objective = Math.round(objectiveValue());
            if (all.isEmpty() || objective < all.getLast().objective()) {
                all.add(new TimedSolution<>(elapsed.getAsLong(), objective, model.readSolution(this::booleanValue)));
            }
        }
    }

    /** Returns all collected solutions as plans. */
    CpSatOutcome toOutcome(Function<C, Timetable> write) {
        return writePlans(all, write);
    }

    /** Returns the first plan, the first complete plan, and the best at each of the given seconds. */
    CpSatOutcome toOutcome(List<Integer> seconds, Function<C, Timetable> write) {
        var shown = new ArrayList<TimedSolution<C>>();
        boolean hasLegal = false;
        for (int i = 0; i < all.size(); i++) {
            TimedSolution<C> one = all.get(i);
            long until = i + 1 < all.size() ? all.get(i + 1).millis() : Long.MAX_VALUE;
            boolean isFirstLegal = !hasLegal && one.objective() < legal;
            boolean isAskedFor =
                    seconds.stream().anyMatch(second -> one.millis() <= second * 1000L && second * 1000L < until);
            if (i == 0 || isFirstLegal || isAskedFor) {
                shown.add(one);
            }
            hasLegal |= isFirstLegal;
        }
        return writePlans(shown, write);
    }

    private CpSatOutcome writePlans(List<TimedSolution<C>> some, Function<C, Timetable> write) {
        CpSolver solver = last;
        if (solver == null) {
            throw new IllegalStateException("No search has run yet.");
        }
        List<CpSatPlan> found = some.stream()
                .map(one -> new CpSatPlan(one.millis(), one.objective(), write.apply(one.chosen())))
                .toList();
        return new CpSatOutcome(
                found,
                solver.response().getStatus() == CpSolverStatus.OPTIMAL,
                Math.round(solver.bestObjectiveBound()));
    }
}

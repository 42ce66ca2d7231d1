package dk.grundskema.examples.cpsat;

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
 * Searches with CP-SAT in two stages: first a model of the hard and medium rules alone, then from its best plan the whole one.
 *
 * @param <C> what a solution decides
 */
final class TwoStages<C> {
    /**
     * A better solution on the way.
     *
     * @param millis    how long after the start
     * @param objective what its model says that it costs
     * @param chosen    what it decides
     */
    record Kept<C>(long millis, long objective, C chosen) {}

    private final int workers;
    private final long legal;
    private final List<Kept<C>> all = new ArrayList<>();
    private @Nullable CpSolver last;

    /**
     * @param workers how many threads search
     * @param legal   what a plan costs less than in both models' objectives when it lacks nothing that can be had
     */
    TwoStages(int workers, long legal) {
        this.workers = workers;
        this.legal = legal;
    }

    /** Proves the best plan, or keeps the best one that it found within so many of CP-SAT's deterministic units. */
    void prove(Searched<C> model, double effort) {
        CpSolver solver = solver(1);
        solver.getParameters()
                .setMaxDeterministicTime(effort)
                .setNumWorkers(workers)
                .setInterleaveSearch(workers > 1);
        var better = new Better<>(model, () -> 0);
        solver.solve(model.model(), better);
        all.addAll(better.all.isEmpty() ? List.of() : List.of(better.all.getLast()));
        last = solver;
    }

    /**
     * Searches for some time, the making of models included: the first model for at most half of it.
     *
     * @param legal   the model of hard and medium rules
     * @param whole   makes the model of all rules
     * @param seconds when it ends
     * @param seed    seed of the search
     * @param elapsed tells how many milliseconds have passed since the start
     */
    void search(Searched<C> legal, Supplier<Searched<C>> whole, int seconds, int seed, LongSupplier elapsed) {
        search(legal, seconds / 2.0, seed, elapsed);
        Searched<C> second = whole.get();
        if (!all.isEmpty()) {
            second.hint(all.getLast().chosen());
            complete(second, seconds - elapsed.getAsLong() / 1000.0);
        }
        search(second, seconds, seed, elapsed);
    }

    /** Works out what follows from a hint, so that it is a whole solution. */
    private void complete(Searched<C> model, double seconds) {
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

    private void search(Searched<C> model, double until, int seed, LongSupplier elapsed) {
        CpSolver solver = solver(seed);
        solver.getParameters()
                .setMaxTimeInSeconds(Math.max(0.1, until - elapsed.getAsLong() / 1000.0))
                .setNumWorkers(workers);
        var better = new Better<>(model, elapsed);
        solver.solve(model.model(), better);
        all.addAll(better.all);
        last = solver;
    }

    private static CpSolver solver(int seed) {
        CpSolver solver = new CpSolver();
        solver.getParameters().setRandomSeed(seed);
        return solver;
    }

    /** Keeps each better solution of a model. */
    private static final class Better<C> extends CpSolverSolutionCallback {
        private final Searched<C> model;
        private final LongSupplier elapsed;
        private final List<Kept<C>> all = new ArrayList<>();

        Better(Searched<C> model, LongSupplier elapsed) {
            this.model = model;
            this.elapsed = elapsed;
        }

        @Override
        public void onSolutionCallback() {
            long objective = Math.round(objectiveValue());
            if (all.isEmpty() || objective < all.getLast().objective()) {
                all.add(new Kept<>(elapsed.getAsLong(), objective, model.chosen(this::booleanValue)));
            }
        }
    }

    /** All that was kept, as plans. */
    Outcome outcome(Function<C, Timetable> write) {
        return written(all, write);
    }

    /** The first plan of all, the first that lacks nothing, and the best at each of some seconds. */
    Outcome outcome(List<Integer> seconds, Function<C, Timetable> write) {
        var shown = new ArrayList<Kept<C>>();
        boolean hasLegal = false;
        for (int i = 0; i < all.size(); i++) {
            Kept<C> one = all.get(i);
            long until = i + 1 < all.size() ? all.get(i + 1).millis() : Long.MAX_VALUE;
            boolean isFirstLegal = !hasLegal && one.objective() < legal;
            boolean isAskedFor =
                    seconds.stream().anyMatch(second -> one.millis() <= second * 1000L && second * 1000L < until);
            if (i == 0 || isFirstLegal || isAskedFor) {
                shown.add(one);
            }
            hasLegal |= isFirstLegal;
        }
        return written(shown, write);
    }

    private Outcome written(List<Kept<C>> some, Function<C, Timetable> write) {
        CpSolver solver = last;
        if (solver == null) {
            throw new IllegalStateException("Nothing was searched yet.");
        }
        List<Found> found = some.stream()
                .map(one -> new Found(one.millis(), one.objective(), write.apply(one.chosen())))
                .toList();
        return new Outcome(
                found,
                solver.response().getStatus() == CpSolverStatus.OPTIMAL,
                Math.round(solver.bestObjectiveBound()));
    }
}

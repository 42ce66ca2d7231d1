package dk.grundskema.examples.cpsat;

import com.google.ortools.Loader;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverSolutionCallback;
import com.google.ortools.sat.CpSolverStatus;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.registry.PluginRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Solves camps with CP-SAT. */
public final class CampSolver {
    /**
     * A better plan that was found on the way.
     *
     * @param millis    how long after the start
     * @param objective what the model says that it costs: soft points, and {@link #MEDIUM} for each medium one
     * @param timetable the plan
     */
    public record Found(long millis, long objective, Timetable timetable) {}

    /**
     * How a solve ended.
     *
     * @param found  plans that were asked for, in order; empty means that there was none
     * @param proved whether the last is proved to be the best
     */
    public record Outcome(List<Found> found, boolean proved) {
        /** Copies the list. */
        public Outcome {
            found = List.copyOf(found);
        }

        /** The best plan; empty means none. */
        public Optional<Timetable> best() {
            return found.isEmpty() ? Optional.empty() : Optional.of(found.getLast().timetable());
        }
    }

    /** What a medium point weighs in the model's objective, in soft points. */
    public static final long MEDIUM = Cost.MEDIUM;

    private record Kept(long millis, long objective, Chosen chosen) {}

    private final PluginRegistry plugins;
    private final int workers;

    /**
     * @param plugins plugins, that of camps among them
     * @param workers how many threads search
     */
    public CampSolver(PluginRegistry plugins, int workers) {
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
        CampModel model = CampModel.of(problem);
        CpSolver solver = solver(1);
        solver.getParameters().setMaxDeterministicTime(effort).setNumWorkers(workers).setInterleaveSearch(workers > 1);
        return solve(model, solver, List.of(), () -> 0);
    }

    /**
     * Searches for some time, the making of the model included.
     *
     * @param seconds when to look at the best plan so far, ascending; the last is when it ends
     * @param seed    seed of the search
     * @param elapsed tells how many milliseconds have passed since the start
     * @return the first plan of all, the first that lacks nothing, and the best at each of the seconds
     * @throws IllegalArgumentException if the problem has something that the model doesn't carry
     */
    public Outcome search(Problem problem, List<Integer> seconds, int seed, LongSupplier elapsed) {
        CampModel model = CampModel.of(problem);
        CpSolver solver = solver(seed);
        solver.getParameters()
                .setMaxTimeInSeconds(Math.max(0.1, seconds.getLast() - elapsed.getAsLong() / 1000.0))
                .setNumWorkers(workers);
        return solve(model, solver, seconds, elapsed);
    }

    private static CpSolver solver(int seed) {
        CpSolver solver = new CpSolver();
        solver.getParameters().setRandomSeed(seed);
        return solver;
    }

    private Outcome solve(CampModel model, CpSolver solver, List<Integer> seconds, LongSupplier elapsed) {
        var kept = new ArrayList<Kept>();
        var callback = new CpSolverSolutionCallback() {
            @Override
            public void onSolutionCallback() {
                long objective = Math.round(objectiveValue());
                if (kept.isEmpty() || objective < kept.getLast().objective()) {
                    kept.add(new Kept(elapsed.getAsLong(), objective, Chosen.of(model, this::booleanValue)));
                }
            }
        };
        CpSolverStatus status = solver.solve(model.model(), callback);
        var writer = new PlanWriter(model.facts(), plugins);
        var found = new ArrayList<Found>();
        for (Kept one : worthShowing(kept, seconds)) {
            found.add(new Found(one.millis(), one.objective(), writer.write(one.chosen())));
        }
        return new Outcome(found, status == CpSolverStatus.OPTIMAL);
    }

    private static List<Kept> worthShowing(List<Kept> kept, List<Integer> seconds) {
        if (seconds.isEmpty()) {
            return kept.isEmpty() ? List.of() : List.of(kept.getLast());
        }
        var shown = new ArrayList<Kept>();
        for (int i = 0; i < kept.size(); i++) {
            Kept one = kept.get(i);
            long until = i + 1 < kept.size() ? kept.get(i + 1).millis() : Long.MAX_VALUE;
            boolean isFirstLegal = one.objective() < Cost.MEDIUM
                    && (i == 0 || kept.get(i - 1).objective() >= Cost.MEDIUM);
            boolean isAskedFor = seconds.stream()
                    .anyMatch(second -> one.millis() <= second * 1000L && second * 1000L < until);
            if (i == 0 || isFirstLegal || isAskedFor) {
                shown.add(one);
            }
        }
        return shown;
    }
}

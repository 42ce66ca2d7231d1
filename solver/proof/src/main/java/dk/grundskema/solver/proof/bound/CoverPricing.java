package dk.grundskema.solver.proof.bound;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import dk.grundskema.solver.bound.CoverModel;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Prices items with GLOP: a linear program over prices, to which the most violated sets are added until none is violated. */
final class CoverPricing {
    private static final int MOST_ROUNDS = 60;
    private static final int SETS_PER_ROUND = 300;
    private static final double TOLERANCE = 1e-6;

    private CoverPricing() {}

    static Optional<double[]> prices(CoverModel cover) {
        MPSolver solver = MPSolver.createSolver("GLOP");
        if (solver == null) {
            return Optional.empty();
        }
        int items = cover.leaveOutCosts().length;
        MPVariable[] prices = new MPVariable[items];
        MPObjective objective = solver.objective();
        for (int item = 0; item < items; item++) {
            double limit = (double) cover.leaveOutCosts()[item];
            prices[item] = solver.makeNumVar(-limit, limit, "");
            objective.setCoefficient(prices[item], 1);
        }
        objective.setMaximization();
        var added = new BitSet();
        double[] values = new double[items];
        for (int round = 0; round < MOST_ROUNDS; round++) {
            if (solver.solve() != MPSolver.ResultStatus.OPTIMAL) {
                return Optional.empty();
            }
            for (int item = 0; item < items; item++) {
                values[item] = prices[item].solutionValue();
            }
            List<Integer> violated = mostViolated(cover, values, added);
            if (violated.isEmpty()) {
                break;
            }
            for (int set : violated) {
                added.set(set);
                MPConstraint row = solver.makeConstraint(Double.NEGATIVE_INFINITY, (double) cover.costs()[set], "");
                for (int item : cover.sets()[set]) {
                    row.setCoefficient(prices[item], 1);
                }
            }
        }
        return Optional.of(values);
    }

    private static List<Integer> mostViolated(CoverModel cover, double[] prices, BitSet added) {
        double[] excess = new double[cover.sets().length];
        var violated = new ArrayList<Integer>();
        for (int set = 0; set < excess.length; set++) {
            double sum = -(double) cover.costs()[set];
            for (int item : cover.sets()[set]) {
                sum += prices[item];
            }
            excess[set] = sum;
            if (sum > TOLERANCE && !added.get(set)) {
                violated.add(set);
            }
        }
        violated.sort(Comparator.comparingDouble((Integer set) -> -excess[set]));
        return IntStream.range(0, Math.min(SETS_PER_ROUND, violated.size()))
                .mapToObj(violated::get)
                .toList();
    }
}

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

/** Prices items with GLOP: a linear program over prices, to which the most violated sets are added until none is violated. */
final class CoverPricing {
    private static final int MOST_ROUNDS = 60;
    private static final int SETS_PER_ROUND = 300;
    private static final double TOLERANCE = 1e-6;

    /** Largest price of an item and of a point of the budget; without a limit, the first program has no solution. */
    private static final double LARGEST = 1e6;

    private final CoverModel cover;

    CoverPricing(CoverModel cover) {
        this.cover = cover;
    }

    /** A part in the linear program. */
    private static final class PricedPart {
        private final CoverModel.Part part;
        private final MPVariable[] items;
        private final MPVariable set;
        private final MPVariable budget;
        private final BitSet added = new BitSet();
        private final BitSet addedVacant = new BitSet();
        private final double[] values;
        private double setValue;

        PricedPart(CoverModel.Part part, MPSolver solver, MPVariable budget) {
            this.part = part;
            this.budget = budget;
            this.items = new MPVariable[part.leaveOutCosts().length];
            this.values = new double[items.length];
            MPObjective objective = solver.objective();
            this.set = solver.makeNumVar(0, LARGEST, "");
            objective.setCoefficient(set, -part.mostSets());
            for (int item = 0; item < items.length; item++) {
                items[item] = solver.makeNumVar(-LARGEST, LARGEST, "");
                objective.setCoefficient(items[item], 1);
                MPConstraint leftOut = solver.makeConstraint(Double.NEGATIVE_INFINITY, 0, "");
                leftOut.setCoefficient(items[item], 1);
                leftOut.setCoefficient(budget, -(double) part.leaveOutCosts()[item]);
            }
        }

        /** Reads the solution; it is gone as soon as something is added. */
        void readValues() {
            for (int item = 0; item < items.length; item++) {
                values[item] = items[item].solutionValue();
            }
            setValue = set.solutionValue();
        }

        /** Adds the sets that violate the prices most. Returns whether there are any. */
        boolean addViolated(MPSolver solver, double budgetValue) {
            boolean isHeldAdded = addViolated(solver, part.costs(), 0, 0, added);
            return addViolated(solver, part.vacantCosts(), part.vacancy(), budgetValue, addedVacant) || isHeldAdded;
        }

        private boolean addViolated(MPSolver solver, long[] costs, long vacancy, double budgetValue, BitSet known) {
            double besides = setValue + vacancy * budgetValue;
            double[] excess = new double[costs.length];
            var violated = new ArrayList<Integer>();
            for (int i = 0; i < costs.length; i++) {
                double sum = -(double) costs[i] - besides;
                for (int item : part.sets()[i]) {
                    sum += values[item];
                }
                excess[i] = sum;
                if (sum > TOLERANCE && !known.get(i)) {
                    violated.add(i);
                }
            }
            violated.sort(Comparator.comparingDouble((Integer i) -> -excess[i]));
            for (int i : violated.subList(0, Math.min(SETS_PER_ROUND, violated.size()))) {
                known.set(i);
                MPConstraint row = solver.makeConstraint(Double.NEGATIVE_INFINITY, (double) costs[i], "");
                for (int item : part.sets()[i]) {
                    row.setCoefficient(items[item], 1);
                }
                row.setCoefficient(set, -1);
                row.setCoefficient(budget, -(double) vacancy);
            }
            return !violated.isEmpty();
        }
    }

    /** Returns the prices; empty if GLOP has no answer. */
    Optional<CoverModel.Prices> prices() {
        MPSolver solver = MPSolver.createSolver("GLOP");
        if (solver == null) {
            return Optional.empty();
        }
        MPVariable budget = solver.makeNumVar(0, LARGEST, "");
        solver.objective().setCoefficient(budget, -(double) cover.budget());
        solver.objective().setMaximization();
        List<PricedPart> parts = cover.parts().stream()
                .map(part -> new PricedPart(part, solver, budget))
                .toList();
        double budgetValue = 0;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            if (solver.solve() != MPSolver.ResultStatus.OPTIMAL) {
                return Optional.empty();
            }
            budgetValue = budget.solutionValue();
            parts.forEach(PricedPart::readValues);
            boolean isViolated = false;
            for (PricedPart part : parts) {
                isViolated |= part.addViolated(solver, budgetValue);
            }
            if (!isViolated) {
                break;
            }
        }
        return Optional.of(new CoverModel.Prices(
                parts.stream().map(part -> part.values).toArray(double[][]::new),
                parts.stream().mapToDouble(part -> part.setValue).toArray(),
                budgetValue));
    }
}

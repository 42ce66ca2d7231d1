package dk.grundskema.solver.proof.bound;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import com.google.ortools.util.Domain;
import dk.grundskema.solver.bound.CostModel;
import dk.grundskema.solver.bound.CostModel.CostKind;
import dk.grundskema.solver.bound.CostModel.Total;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Translates a cost model to CP-SAT and bounds its soft cost. */
final class CostModelSolver {
    /** Largest number of steps of a cost that is modelled step by step; others are modelled by their lower convex hull. */
    private static final int MOST_STEPS = 8;

    /** Largest number of edges of a hull. */
    private static final int MOST_EDGES = 40;

    private final CostModel cost;
    private final CpModel model = new CpModel();
    private final @Nullable BoolVar[] choices;
    private final LinearExprBuilder soft = LinearExpr.newBuilder();
    private final LinearExprBuilder medium = LinearExpr.newBuilder();
    private final IdentityHashMap<Total, IntVar> costs = new IdentityHashMap<>();

    CostModelSolver(CostModel cost) {
        this.cost = cost;
        this.choices = new BoolVar[cost.choices() + 1];
        cost.limits()
                .forEach(limit -> model.addLinearConstraint(
                        LinearExpr.sum(literals(limit.literals())), limit.least(), limit.most()));
        cost.clauses().forEach(clause -> model.addBoolOr(literals(clause)));
        cost.charges().forEach(this::addCharge);
        cost.totals().forEach(this::addTotal);
        if (cost.mediumLimit() > 0) {
            model.addLessOrEqual(medium, cost.mediumLimit());
        }
        cost.cuts()
                .forEach(cut -> model.addGreaterOrEqual(
                        LinearExpr.sum(cut.totals().stream().map(costs::get).toArray(IntVar[]::new)), cut.least()));
    }

    private Literal literal(int literal) {
        int number = Math.abs(literal);
        BoolVar choice = choices[number];
        if (choice == null) {
            choice = model.newBoolVar("");
            choices[number] = choice;
        }
        return literal > 0 ? choice : choice.not();
    }

    private Literal[] literals(int[] some) {
        Literal[] literals = new Literal[some.length];
        for (int i = 0; i < some.length; i++) {
            literals[i] = literal(some[i]);
        }
        return literals;
    }

    /** Returns the bound; 0 if none was proved. */
    long bound(double effort) {
        model.minimize(soft);
        CpSolver solver = new CpSolver();
        solver.getParameters()
                .setMaxDeterministicTime(effort)
                .setNumWorkers(1)
                .setRandomSeed(1)
                .setLinearizationLevel(2)
                .setCpModelProbingLevel(0)
                .setSymmetryLevel(0)
                .setCatchSigintSignal(false); // otherwise Ctrl-C ends the process without a plan
        CpSolverStatus status = solver.solve(model);
        return switch (status) {
            case OPTIMAL, FEASIBLE, UNKNOWN -> Math.max(0, (long) Math.ceil(solver.bestObjectiveBound() - 1e-6));
            default -> 0;
        };
    }

    private void addCharge(CostModel.Charge charge) {
        Literal[] all = literals(charge.literals());
        boolean isForbidden = charge.kind() == CostKind.HARD
                || (charge.kind() == CostKind.MEDIUM && charge.cost() > cost.mediumLimit());
        if (isForbidden) {
            model.addBoolOr(negations(all));
            return;
        }
        LinearExprBuilder sum = charge.kind() == CostKind.SOFT ? soft : medium;
        if (all.length == 1) {
            sum.addTerm(all[0], charge.cost());
        } else {
            BoolVar charged = model.newBoolVar("");
            Literal[] clause = negations(all, 1);
            clause[all.length] = charged;
            model.addBoolOr(clause);
            sum.addTerm(charged, charge.cost());
        }
    }

    private static Literal[] negations(Literal[] literals) {
        return negations(literals, 0);
    }

    private static Literal[] negations(Literal[] literals, int more) {
        Literal[] negations = new Literal[literals.length + more];
        for (int i = 0; i < literals.length; i++) {
            negations[i] = literals[i].not();
        }
        return negations;
    }

    private void addTotal(Total total) {
        LinearExprBuilder sum = LinearExpr.newBuilder().add(total.base());
        for (int i = 0; i < total.literals().length; i++) {
            sum.addTerm(literal(total.literals()[i]), total.amounts()[i]);
        }
        boolean isFree = total.kind() == CostKind.HARD || (total.kind() == CostKind.MEDIUM && cost.mediumLimit() == 0);
        if (isFree) {
            long[] free = freePoints(total);
            model.addLinearExpressionInDomain(sum, Domain.fromValues(free));
            return;
        }
        long most = 0;
        for (long each : total.costs()) {
            most = Math.max(most, each);
        }
        IntVar charged = model.newIntVar(0, most, "");
        costs.put(total, charged);
        (total.kind() == CostKind.SOFT ? soft : medium).addTerm(charged, 1);
        addHull(total, sum, charged);
        addSteps(total, sum, charged);
    }

    private static long[] freePoints(Total total) {
        var free = new ArrayList<Long>();
        for (int i = 0; i < total.points().length; i++) {
            if (total.costs()[i] == 0) {
                free.add(total.points()[i]);
            }
        }
        return free.stream().mapToLong(Long::longValue).toArray();
    }

    /** The cost is at least the lower convex hull of its values. */
    private void addHull(Total total, LinearExprBuilder sum, IntVar charged) {
        List<Integer> hull = hull(total.points(), total.costs());
        if (hull.size() == 1) {
            model.addGreaterOrEqual(charged, total.costs()[hull.getFirst()]);
        }
        int stride = Math.max(1, (hull.size() - 1) / MOST_EDGES);
        for (int i = 0; i + 1 < hull.size(); i += stride) {
            int from = hull.get(i);
            int until = hull.get(i + 1);
            long width = total.points()[until] - total.points()[from];
            long rise = total.costs()[until] - total.costs()[from];
            // width * (charged - cost(from)) >= rise * (sum - from)
            model.addGreaterOrEqual(
                    LinearExpr.newBuilder()
                            .addTerm(charged, width)
                            .add(rise * total.points()[from] - width * total.costs()[from]),
                    LinearExpr.newBuilder().addTerm(sum.build(), rise));
        }
    }

    /** Returns the indices of the corners of the lower convex hull. */
    static List<Integer> hull(long[] points, long[] costs) {
        var hull = new ArrayList<Integer>();
        for (int next = 0; next < points.length; next++) {
            while (hull.size() > 1 && isAbove(hull.get(hull.size() - 2), hull.getLast(), next, points, costs)) {
                hull.removeLast();
            }
            hull.add(next);
        }
        return hull;
    }

    private static boolean isAbove(int before, int middle, int next, long[] points, long[] costs) {
        return (costs[middle] - costs[before]) * (points[next] - points[before])
                >= (costs[next] - costs[before]) * (points[middle] - points[before]);
    }

    /** A cost that grows in a few steps is at least the height of each step that the total has reached. */
    private void addSteps(Total total, LinearExprBuilder sum, IntVar charged) {
        var steps = new ArrayList<Integer>();
        for (int i = 1; i < total.costs().length; i++) {
            if (total.costs()[i] > total.costs()[i - 1]) {
                steps.add(i);
            }
        }
        if (!total.isGrowing() || steps.isEmpty() || steps.size() > MOST_STEPS) {
            return;
        }
        LinearExprBuilder height = LinearExpr.newBuilder().add(total.costs()[0]);
        for (int step : steps) {
            BoolVar reached = model.newBoolVar("");
            height.addTerm(reached, total.costs()[step] - total.costs()[step - 1]);
            model.addLessOrEqual(sum, total.points()[step - 1]).onlyEnforceIf(reached.not());
            addSingleReaches(total, total.points()[step], reached);
        }
        model.addGreaterOrEqual(charged, height);
    }

    /** Without negative amounts, one literal alone may reach a step. */
    private void addSingleReaches(Total total, long point, BoolVar reached) {
        for (long amount : total.amounts()) {
            if (amount < 0) {
                return;
            }
        }
        for (int i = 0; i < total.literals().length; i++) {
            if (total.base() + total.amounts()[i] >= point) {
                model.addImplication(literal(total.literals()[i]), reached);
            }
        }
    }
}

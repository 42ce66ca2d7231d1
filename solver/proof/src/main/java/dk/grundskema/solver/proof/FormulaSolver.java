package dk.grundskema.solver.proof;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import dk.grundskema.solver.proof.FactFormula.Clause;
import dk.grundskema.solver.proof.FactFormula.Sum;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Solves formulas with CP-SAT: one worker, fixed seed, limits in CP-SAT's deterministic units. Thread-safe. */
final class FormulaSolver {
    /** Answer about a formula. */
    enum State {
        SATISFIABLE,
        UNSATISFIABLE,
        UNKNOWN
    }

    /**
     * An answer.
     *
     * @param state  the answer
     * @param values values of the variables from 1 on, if satisfiable; otherwise empty
     */
    record Answer(State state, boolean[] values) {}

    /**
     * A minimum.
     *
     * @param state  whether a solution was found; {@code UNSATISFIABLE} means that there is none
     * @param values values of the best solution; empty if there is none
     * @param cost   cost of the best solution
     * @param bound  proved lower bound of the cost
     */
    record Minimum(State state, boolean[] values, long cost, long bound) {}

    /**
     * Facts to give up so that the others can hold together.
     *
     * @param state     whether there are such facts; {@code UNSATISFIABLE} means that the facts that may not be given up contradict each other
     * @param facts     the facts to give up
     * @param values    values of the variables with which the others hold; empty if there are none
     * @param isMinimal whether it is proved that no others weigh less
     */
    record Correction(State state, Set<ProofFact> facts, boolean[] values, boolean isMinimal) {}

    private FormulaSolver() {}

    /**
     * Solves a formula with some of its facts.
     *
     * @param facts    the facts that hold; others are left out
     * @param presolve whether CP-SAT may simplify the formula first
     * @param budget   limits
     */
    static Answer solve(FactFormula formula, Set<ProofFact> facts, boolean presolve, ProofLimits.Budget budget) {
        CpModel model = new CpModel();
        BoolVar[] variables = variables(model, formula);
        addParts(model, formula, variables, facts, null);
        CpSolver solver = solver(budget);
        solver.getParameters().setCpModelPresolve(presolve);
        return answer(solver, solver.solve(model), variables);
    }

    /** Returns facts that cannot hold together according to CP-SAT's assumptions; all facts if it names none. Must be verified. */
    static Set<ProofFact> suspectedCore(FactFormula formula, Set<ProofFact> facts, ProofLimits.Budget budget) {
        CpModel model = new CpModel();
        BoolVar[] variables = variables(model, formula);
        Map<ProofFact, BoolVar> assumed = new LinkedHashMap<>();
        Map<Integer, ProofFact> byIndex = new HashMap<>();
        for (ProofFact fact : facts) {
            BoolVar literal = model.newBoolVar("");
            assumed.put(fact, literal);
            byIndex.put(literal.getIndex(), fact);
        }
        addParts(model, formula, variables, facts, assumed);
        model.addAssumptions(assumed.values().toArray(Literal[]::new));
        CpSolver solver = solver(budget);
        if (solver.solve(model) != CpSolverStatus.INFEASIBLE) {
            return facts;
        }
        var core = new LinkedHashSet<ProofFact>();
        for (int index : solver.sufficientAssumptionsForInfeasibility()) {
            ProofFact fact = byIndex.get(index);
            if (fact != null) {
                core.add(fact);
            }
        }
        return core.isEmpty() ? facts : core;
    }

    /**
     * Minimises a weighted number of literals.
     *
     * @param literals literals that cost their weight if they are true; negative numbers are negations
     * @param weights  weights, at least 0
     * @param hints    values to start from by variable, may be empty
     */
    static Minimum minimise(
            FactFormula formula,
            Set<ProofFact> facts,
            List<Integer> literals,
            List<Long> weights,
            Map<Integer, Boolean> hints,
            ProofLimits.Budget budget) {
        CpModel model = new CpModel();
        BoolVar[] variables = variables(model, formula);
        addParts(model, formula, variables, facts, null);
        hints.forEach((variable, value) -> model.addHint(variables[variable], value));
        model.minimize(LinearExpr.weightedSum(
                literals.stream().map(one -> literal(variables, one)).toArray(Literal[]::new),
                weights.stream().mapToLong(Long::longValue).toArray()));
        CpSolver solver = solver(budget);
        Answer answer = answer(solver, solver.solve(model), variables);
        if (answer.state() == State.UNSATISFIABLE) {
            return new Minimum(answer.state(), answer.values(), 0, 0);
        }
        long bound = (long) Math.ceil(solver.bestObjectiveBound() - 1e-6);
        long cost = answer.state() == State.SATISFIABLE ? Math.round(solver.objectiveValue()) : Long.MAX_VALUE;
        return new Minimum(answer.state(), answer.values(), cost, Math.max(0, bound));
    }

    /**
     * Returns the facts that cost least, by the estimates, of those that must be given up.
     *
     * @param facts    the facts that hold unless they are given up
     * @param prices   what it costs to give up facts that may be given up
     * @param excluded sets of facts, of each of which at least one must stay
     */
    static Correction correct(
            FactFormula formula,
            Set<ProofFact> facts,
            Map<ProofFact, FactPrice> prices,
            List<Set<ProofFact>> excluded,
            ProofLimits.Budget budget) {
        CpModel model = new CpModel();
        BoolVar[] variables = variables(model, formula);
        Map<ProofFact, BoolVar> assumed = new LinkedHashMap<>();
        prices.keySet().stream().filter(facts::contains).forEach(fact -> assumed.put(fact, model.newBoolVar("")));
        addParts(model, formula, variables, facts, assumed);
        for (Set<ProofFact> some : excluded) {
            model.addBoolOr(
                    some.stream().map(assumed::get).filter(Objects::nonNull).toArray(Literal[]::new));
        }
        model.minimize(LinearExpr.weightedSum(
                assumed.values().stream().map(BoolVar::not).toArray(Literal[]::new),
                assumed.keySet().stream()
                        .mapToLong(
                                fact -> Objects.requireNonNull(prices.get(fact)).estimate())
                        .toArray()));
        CpSolver solver = solver(budget);
        CpSolverStatus status = solver.solve(model);
        Answer answer = answer(solver, status, variables);
        var givenUp = new LinkedHashSet<ProofFact>();
        if (answer.state() == State.SATISFIABLE) {
            assumed.forEach((fact, holds) -> {
                if (!solver.booleanValue(holds)) {
                    givenUp.add(fact);
                }
            });
        }
        return new Correction(answer.state(), givenUp, answer.values(), status == CpSolverStatus.OPTIMAL);
    }

    /**
     * Returns values with which facts that are given up are exceeded as little as possible.
     *
     * @param facts   the facts that hold
     * @param givenUp the facts that are given up, with their prices
     * @param values  values with which the facts hold
     * @return the values given if no better ones were found within the limits
     */
    static boolean[] exceedLeast(
            FactFormula formula,
            Set<ProofFact> facts,
            Map<ProofFact, FactPrice> givenUp,
            boolean[] values,
            ProofLimits.Budget budget) {
        CpModel model = new CpModel();
        BoolVar[] variables = variables(model, formula);
        addParts(model, formula, variables, facts, null);
        for (int i = 1; i < values.length; i++) {
            model.addHint(variables[i], values[i]);
        }
        LinearExprBuilder cost = LinearExpr.newBuilder();
        formula.clauses().stream()
                .filter(clause -> clause.amount() > 0)
                .forEach(clause -> extent(givenUp, clause.fact()).ifPresent(price -> {
                    BoolVar isBroken = model.newBoolVar("");
                    model.addBoolOr(Stream.concat(
                                    Arrays.stream(clause.literals()).mapToObj(each -> literal(variables, each)),
                                    Stream.of(isBroken))
                            .toArray(Literal[]::new));
                    cost.addTerm(isBroken, price.perUnit() * price.units(clause.amount()));
                }));
        formula.sums()
                .forEach(sum -> extent(givenUp, sum.fact()).ifPresent(price -> {
                    IntVar units = model.newIntVar(
                            0, price.units(Arrays.stream(sum.weights()).sum()), "");
                    LinearExprBuilder excess = LinearExpr.newBuilder();
                    for (int i = 0; i < sum.variables().length; i++) {
                        excess.addTerm(literal(variables, sum.variables()[i]), sum.weights()[i]);
                    }
                    model.addLessOrEqual(excess.addTerm(units, -price.unit()), sum.most());
                    cost.addTerm(units, price.perUnit());
                }));
        model.minimize(cost);
        CpSolver solver = solver(budget);
        Answer answer = answer(solver, solver.solve(model), variables);
        return answer.state() == State.SATISFIABLE ? answer.values() : values;
    }

    private static Optional<FactPrice> extent(Map<ProofFact, FactPrice> givenUp, @Nullable ProofFact fact) {
        return fact == null
                ? Optional.empty()
                : Optional.ofNullable(givenUp.get(fact)).filter(price -> price.perUnit() > 0);
    }

    private static CpSolver solver(ProofLimits.Budget budget) {
        CpSolver solver = new CpSolver();
        solver.getParameters()
                .setMaxDeterministicTime(budget.effort())
                .setNumWorkers(1)
                .setRandomSeed(1)
                .setCatchSigintSignal(false); // otherwise Ctrl-C ends the process without a plan
        if (budget.isTimed()) {
            solver.getParameters().setMaxTimeInSeconds(budget.secondsLeft());
        }
        return solver;
    }

    private static Answer answer(CpSolver solver, CpSolverStatus status, BoolVar[] variables) {
        return switch (status) {
            case OPTIMAL, FEASIBLE -> {
                boolean[] values = new boolean[variables.length];
                for (int i = 1; i < variables.length; i++) {
                    values[i] = solver.booleanValue(variables[i]);
                }
                yield new Answer(State.SATISFIABLE, values);
            }
            case INFEASIBLE -> new Answer(State.UNSATISFIABLE, new boolean[0]);
            default -> new Answer(State.UNKNOWN, new boolean[0]);
        };
    }

    private static BoolVar[] variables(CpModel model, FactFormula formula) {
        BoolVar[] variables = new BoolVar[formula.variableCount() + 1];
        for (int i = 0; i < variables.length; i++) {
            variables[i] = model.newBoolVar("");
        }
        return variables;
    }

    private static Literal literal(BoolVar[] variables, int literal) {
        return literal > 0 ? variables[literal] : variables[-literal].not();
    }

    private static void addParts(
            CpModel model,
            FactFormula formula,
            BoolVar[] variables,
            Set<ProofFact> facts,
            @Nullable Map<ProofFact, BoolVar> assumed) {
        for (Clause clause : formula.clauses()) {
            ProofFact fact = clause.fact();
            if (fact == null || facts.contains(fact)) {
                var literals = new ArrayList<Literal>();
                for (int each : clause.literals()) {
                    literals.add(literal(variables, each));
                }
                BoolVar holds = fact == null || assumed == null ? null : assumed.get(fact);
                if (holds != null) {
                    literals.add(holds.not());
                }
                model.addBoolOr(literals.toArray(Literal[]::new));
            }
        }
        for (Sum sum : formula.sums()) {
            ProofFact fact = sum.fact();
            if (fact == null || facts.contains(fact)) {
                var terms = new ArrayList<Literal>();
                for (int each : sum.variables()) {
                    terms.add(literal(variables, each));
                }
                var constraint = model.addLessOrEqual(
                        LinearExpr.weightedSum(terms.toArray(Literal[]::new), sum.weights()), sum.most());
                BoolVar holds = fact == null || assumed == null ? null : assumed.get(fact);
                if (holds != null) {
                    constraint.onlyEnforceIf(holds);
                }
            }
        }
    }
}

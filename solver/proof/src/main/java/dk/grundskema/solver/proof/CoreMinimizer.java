package dk.grundskema.solver.proof;

import dk.grundskema.solver.proof.FormulaSolver.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reduces facts that cannot hold together to a minimal set, and verifies it: without presolve it is impossible, and without any one of its facts it is
 * possible. CP-SAT's own cores are only where it starts, because they have been wrong.
 */
final class CoreMinimizer {
    private final FactFormula formula;
    private final ProofLimits.Budget budget;

    CoreMinimizer(FactFormula formula, ProofLimits.Budget budget) {
        this.formula = formula;
        this.budget = budget;
    }

    /** Returns a verified minimal set of facts that cannot hold together; empty if there is none, or the limit is reached before. */
    Optional<Set<ProofFact>> minimise(Set<ProofFact> facts) {
        if (state(facts, true) != State.UNSATISFIABLE) {
            return Optional.empty();
        }
        Set<ProofFact> start = new LinkedHashSet<>(FormulaSolver.suspectedCore(formula, facts, budget));
        if (state(start, true) != State.UNSATISFIABLE) {
            start = new LinkedHashSet<>(facts);
        }
        Set<ProofFact> core = deleteInChunks(start);
        return core.isEmpty() || budget.isOver() || !isVerified(core) ? Optional.empty() : Optional.of(core);
    }

    /** Tries to leave out many facts at once, then fewer, then each one. */
    private Set<ProofFact> deleteInChunks(Set<ProofFact> start) {
        Set<ProofFact> core = start;
        List<ProofFact> open = new ArrayList<>(start);
        open.sort(Comparator.comparingInt(CoreMinimizer::keepRank)
                .thenComparing(CoreMinimizer::seats, Comparator.reverseOrder()));
        for (int size = Math.max(1, open.size() / 4); ; size = Math.max(1, size / 4)) {
            for (int from = 0; from < open.size() && !budget.isOver(); from += size) {
                Set<ProofFact> fewer = new LinkedHashSet<>(core);
                boolean isLess = fewer.removeAll(Set.copyOf(open.subList(from, Math.min(open.size(), from + size))));
                if (isLess && state(fewer, true) == State.UNSATISFIABLE) {
                    core = fewer;
                }
            }
            open.retainAll(core);
            if (size == 1) {
                return core;
            }
        }
    }

    /** Facts that people can check at a glance are kept longest. */
    private static int keepRank(ProofFact fact) {
        return switch (fact.kind()) {
            case AVERAGE_HOURS, WEEKLY_HOURS -> 0;
            case WEEKLY_REST, FREE_DATES -> 1;
            case SHORT_REST, TRAVEL -> 2;
            case DAILY_HOURS, LONGEST_DAY -> 3;
            case DAILY_REST, DAILY_REST_BETWEEN, REST_BETWEEN_DATES -> 4;
            case SEAT, SEATS -> 5;
            case ONE_PLACE -> 6;
            case LESSON, UNAVAILABLE, ELSEWHERE, LOCKED, LOCKED_EMPTY, HELD -> 7;
        };
    }

    private static int seats(ProofFact fact) {
        return fact.kind() == ProofFact.Kind.SEATS ? (int) fact.arguments().getFirst() : 0;
    }

    private boolean isVerified(Set<ProofFact> core) {
        if (state(core, false) != State.UNSATISFIABLE) {
            return false;
        }
        for (ProofFact fact : core) {
            Set<ProofFact> others = new LinkedHashSet<>(core);
            others.remove(fact);
            if (budget.isOver() || state(others, true) != State.SATISFIABLE) {
                return false;
            }
        }
        return true;
    }

    private State state(Set<ProofFact> facts, boolean presolve) {
        return FormulaSolver.solve(formula, facts, presolve, budget).state();
    }
}

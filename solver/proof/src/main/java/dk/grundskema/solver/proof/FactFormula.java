package dk.grundskema.solver.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Clauses and sums over yes-no variables, each of which holds because of a fact, or always. A literal is the number of a variable, from 1; negative
 * for its negation.
 */
final class FactFormula {
    /**
     * At least one literal is true.
     *
     * @param fact     why; {@code null} means always
     * @param literals the literals
     * @param amount   by how much the fact is exceeded if none is true, in minutes; 0 if that is not counted
     */
    record Clause(@Nullable ProofFact fact, int[] literals, long amount) {}

    /**
     * The weights of the true variables are at most a bound.
     *
     * @param fact      why; {@code null} means always
     * @param variables the variables
     * @param weights   weight of each
     * @param most      the bound
     */
    record Sum(@Nullable ProofFact fact, int[] variables, long[] weights, long most) {}

    private final List<Clause> clauses = new ArrayList<>();
    private final List<Sum> sums = new ArrayList<>();
    private final Set<ProofFact> facts = new LinkedHashSet<>();
    private int variables;

    int addVariable() {
        return ++variables;
    }

    void addClause(@Nullable ProofFact fact, int... literals) {
        note(fact);
        clauses.add(new Clause(fact, literals, 0));
    }

    /** @param amount by how much the fact is exceeded if no literal is true, in minutes */
    void addMeasuredClause(ProofFact fact, long amount, int... literals) {
        note(fact);
        clauses.add(new Clause(fact, literals, amount));
    }

    void addClause(@Nullable ProofFact fact, List<Integer> literals) {
        addClause(fact, literals.stream().mapToInt(Integer::intValue).toArray());
    }

    void addSum(@Nullable ProofFact fact, List<Integer> terms, long[] weights, long most) {
        note(fact);
        sums.add(new Sum(fact, terms.stream().mapToInt(Integer::intValue).toArray(), weights, most));
    }

    void addAtMostOne(@Nullable ProofFact fact, List<Integer> terms) {
        if (terms.size() > 1) {
            long[] ones = new long[terms.size()];
            Arrays.fill(ones, 1);
            addSum(fact, terms, ones, 1);
        }
    }

    private void note(@Nullable ProofFact fact) {
        if (fact != null) {
            facts.add(fact);
        }
    }

    /**
     * Returns whether values satisfy all clauses and sums that hold always, or because of some facts. Checks a solver's answer without it.
     *
     * @param values values of the variables from 1 on
     * @param some   the facts that hold
     */
    boolean isSatisfiedBy(boolean[] values, Set<ProofFact> some) {
        return clauses.stream()
                        .filter(clause -> clause.fact() == null || some.contains(clause.fact()))
                        .allMatch(clause -> Arrays.stream(clause.literals())
                                .anyMatch(literal -> literal > 0 ? values[literal] : !values[-literal]))
                && sums.stream()
                        .filter(sum -> sum.fact() == null || some.contains(sum.fact()))
                        .allMatch(sum -> weight(sum, values) <= sum.most());
    }

    private static long weight(Sum sum, boolean[] values) {
        long weight = 0;
        for (int i = 0; i < sum.variables().length; i++) {
            weight += values[sum.variables()[i]] ? sum.weights()[i] : 0;
        }
        return weight;
    }

    int variableCount() {
        return variables;
    }

    List<Clause> clauses() {
        return clauses;
    }

    List<Sum> sums() {
        return sums;
    }

    /** Returns all facts, in the order in which they were first used. */
    Set<ProofFact> facts() {
        return facts;
    }
}

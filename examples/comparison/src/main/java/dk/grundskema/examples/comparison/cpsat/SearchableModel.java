package dk.grundskema.examples.comparison.cpsat;

import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.Literal;
import java.util.List;
import java.util.function.Predicate;

/**
 * A CP-SAT model whose search can start from the decisions of another model's solution.
 *
 * @param <C> decisions of a solution
 */
interface SearchableModel<C> {
    /** Returns the model. */
    CpModel model();

    /**
     * Returns the decisions of a solution.
     *
     * @param isTrue returns whether a literal is true in the solution
     */
    C readSolution(Predicate<Literal> isTrue);

    /** Starts from the given decisions. */
    void hint(C chosen);

    /** Starts from a complete solution of this model: the values of all variables in order. */
    default void hint(List<Long> values) {
        var hint = model().getBuilder().getSolutionHintBuilder().clear();
        for (int variable = 0; variable < values.size(); variable++) {
            hint.addVars(variable).addValues(values.get(variable));
        }
    }
}

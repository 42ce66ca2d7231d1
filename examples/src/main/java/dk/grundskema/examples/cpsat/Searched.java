package dk.grundskema.examples.cpsat;

import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.Literal;
import java.util.List;
import java.util.function.Predicate;

/**
 * A model that can be searched and begun from what a solution of another one decides.
 *
 * @param <C> what a solution decides
 */
interface Searched<C> {
    /** The model. */
    CpModel model();

    /**
     * What a solution decides.
     *
     * @param isTrue tells which literals are true in it
     */
    C chosen(Predicate<Literal> isTrue);

    /** Begins from what a solution decides. */
    void hint(C chosen);

    /** Begins from a whole solution of this model: the values of all variables in order. */
    default void hint(List<Long> values) {
        var hint = model().getBuilder().getSolutionHintBuilder().clear();
        for (int variable = 0; variable < values.size(); variable++) {
            hint.addVars(variable).addValues(values.get(variable));
        }
    }
}

package dk.grundskema.solver.bound;

import java.util.Optional;

/** Exact solver that bounds costs from below. Its answers are the same each time. Implementations are thread-safe. */
public interface BoundSolver {
    /** Returns whether it can be used; without its native library it cannot. */
    boolean isAvailable();

    /**
     * Returns a proved lower bound of the soft cost of a model.
     *
     * @param effort limit in deterministic units, one to three seconds each; more than 0
     * @return 0 or more; 0 if nothing more was proved within the limit, or if the model has no solution
     */
    long bound(CostModel model, double effort);

    /**
     * Returns prices whose sum, less the price of the budget and of as many sets as may be chosen, is large: the dual of covering all items by sets. The
     * caller verifies the prices, because they are rounded.
     *
     * @return empty if there is no answer
     */
    Optional<CoverModel.Prices> coverPrices(CoverModel model);
}

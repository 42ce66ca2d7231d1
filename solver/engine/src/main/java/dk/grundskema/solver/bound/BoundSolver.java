package dk.grundskema.solver.bound;

import java.util.Optional;

/** Exact solver that bounds costs from below. Its answers are the same each time. Implementations are thread-safe. */
public interface BoundSolver {
    /** Returns whether it can be used; without its native library it cannot. */
    boolean isAvailable();

    /**
     * Returns a proved lower bound of the soft cost of a model.
     *
     * @param effort limit in deterministic units, about a second each; more than 0
     * @return 0 or more; 0 if nothing more was proved within the limit, or if the model has no solution
     */
    long bound(CostModel model, double effort);

    /**
     * Returns prices of items whose sum is large, while the items of no set cost more than the set: the dual of covering all items by sets. The caller
     * verifies the prices, because they are rounded.
     *
     * @return one price per item of the model; empty if there is no answer
     */
    Optional<double[]> coverPrices(CoverModel model);
}

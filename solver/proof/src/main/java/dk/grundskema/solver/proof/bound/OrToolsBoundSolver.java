package dk.grundskema.solver.proof.bound;

import dk.grundskema.solver.bound.BoundSolver;
import dk.grundskema.solver.bound.CostModel;
import dk.grundskema.solver.bound.CoverModel;
import dk.grundskema.solver.proof.CpSatLibrary;
import java.util.Optional;

/** Bounds costs with OR-Tools: one worker, fixed seed, limits in CP-SAT's deterministic units. Thread-safe. */
public final class OrToolsBoundSolver implements BoundSolver {
    private final CpSatLibrary library;

    /** @param library native library; without it every bound is 0 */
    public OrToolsBoundSolver(CpSatLibrary library) {
        this.library = library;
    }

    @Override
    public boolean isAvailable() {
        return library.isAvailable();
    }

    @Override
    public long bound(CostModel model, double effort) {
        return library.isAvailable() ? new CostModelSolver(model).bound(effort) : 0;
    }

    @Override
    public Optional<CoverModel.Prices> coverPrices(CoverModel model) {
        return library.isAvailable() ? new CoverPricing(model).prices() : Optional.empty();
    }
}

package dk.grundskema.solver.score;

import dk.grundskema.solver.spi.PenaltyCollector;
import org.jspecify.annotations.Nullable;

/** A collector that only adds up the charged amounts. */
final class SummingPenaltyCollector implements PenaltyCollector {
    long total;

    @Override
    public boolean needsArguments() {
        return false;
    }

    @Override
    public void add(long amount, @Nullable Object who, @Nullable Object what, @Nullable Object where) {
        total += amount;
    }
}

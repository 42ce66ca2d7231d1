package dk.grundskema.solver.score;

import dk.grundskema.solver.spi.Charge;
import org.jspecify.annotations.Nullable;

/** Adds up what is charged, nothing else. */
final class SumCharge implements Charge {
    long total;

    @Override
    public void add(long amount, @Nullable Object who, @Nullable Object what, @Nullable Object where) {
        total += amount;
    }
}

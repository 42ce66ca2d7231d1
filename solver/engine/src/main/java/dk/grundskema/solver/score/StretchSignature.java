package dk.grundskema.solver.score;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Identifies stretches of time that are equal for the rules.
 *
 * @param signs everything that must be equal, in order; do not modify the array
 */
record StretchSignature(long[] signs) {
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StretchSignature like && Arrays.equals(signs, like.signs);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(signs);
    }
}

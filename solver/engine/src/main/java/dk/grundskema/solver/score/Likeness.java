package dk.grundskema.solver.score;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * By what stretches of time are alike: rules see nothing else of them.
 *
 * @param signs whatever is to be the same, in order; not to be changed
 */
record Likeness(long[] signs) {
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Likeness like && Arrays.equals(signs, like.signs);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(signs);
    }
}

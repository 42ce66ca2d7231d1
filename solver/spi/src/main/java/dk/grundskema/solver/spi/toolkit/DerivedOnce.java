package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.problem.Problem;
import java.lang.ref.SoftReference;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;

/**
 * Derives something from a problem once, however many interventions ask for it. In a municipality each of 64 interventions would go through 21,000
 * lessons otherwise.
 * A problem is recognised by identity.
 *
 * @param <T> what is derived; threads share it, so it must not change afterwards
 */
final class DerivedOnce<T> {
    /** Problems that are planned or changed at the same time; memory that is needed elsewhere is given up. */
    private static final int KEPT = 4;

    private record Derived<T>(Problem problem, T value) {}

    private final Function<Problem, T> derivation;
    private final Deque<SoftReference<Derived<T>>> recent = new ArrayDeque<>();

    DerivedOnce(Function<Problem, T> derivation) {
        this.derivation = derivation;
    }

    @SuppressWarnings("ReferenceEquality") // comparing two problems takes as long as deriving anew
    synchronized T of(Problem problem) {
        recent.removeIf(kept -> kept.get() == null);
        for (SoftReference<Derived<T>> kept : recent) {
            Derived<T> one = kept.get();
            if (one != null && one.problem() == problem) {
                return one.value();
            }
        }
        T value = derivation.apply(problem);
        if (recent.size() == KEPT) {
            recent.removeLast();
        }
        recent.addFirst(new SoftReference<>(new Derived<>(problem, value)));
        return value;
    }
}

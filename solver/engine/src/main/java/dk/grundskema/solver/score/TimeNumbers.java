package dk.grundskema.solver.score;

import dk.grundskema.solver.model.Spots;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers of times at which sessions may be held: what is held at the same minutes of the same dates at the same site has one number, whichever
 * session it is.
 */
final class TimeNumbers {
    private final Spots spots;
    private final Map<Likeness, Integer> numbers = new HashMap<>();
    private final List<int[]> examples = new ArrayList<>();

    TimeNumbers(Spots spots) {
        this.spots = spots;
    }

    /** The number of the time that some spots of one session make, in order. */
    int of(int[] some) {
        long[] signs = new long[2 * some.length + 1];
        for (int i = 0; i < some.length; i++) {
            signs[2 * i] = spots.start()[some[i]];
            signs[2 * i + 1] = spots.end()[some[i]];
            signs[2 * some.length] = spots.site()[some[i]];
        }
        Integer known = numbers.putIfAbsent(new Likeness(signs), examples.size());
        if (known != null) {
            return known;
        }
        examples.add(some);
        return examples.size() - 1;
    }

    /** Spots of one of the sessions that may be held then, in order. */
    int[] example(int time) {
        return examples.get(time);
    }
}

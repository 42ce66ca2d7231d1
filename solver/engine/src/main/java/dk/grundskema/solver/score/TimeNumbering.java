package dk.grundskema.solver.score;

import dk.grundskema.solver.model.TimeSlots;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers the times at which sessions may be held. Sessions at the same minutes of the same dates at the same site have
 * the same number.
 */
final class TimeNumbering {
    private final TimeSlots spots;
    private final Map<StretchSignature, Integer> numbers = new HashMap<>();
    private final List<int[]> examples = new ArrayList<>();

    TimeNumbering(TimeSlots spots) {
        this.spots = spots;
    }

    /** Returns the number of the time that the spots of one session form; the spots are in order. */
    int numberOf(int[] some) {
        long[] signs = new long[2 * some.length + 1];
        for (int i = 0; i < some.length; i++) {
            signs[2 * i] = spots.start()[some[i]];
            signs[2 * i + 1] = spots.end()[some[i]];
            signs[2 * some.length] = spots.site()[some[i]];
        }
        Integer known = numbers.putIfAbsent(new StretchSignature(signs), examples.size());
        if (known != null) {
            return known;
        }
        examples.add(some);
        return examples.size() - 1;
    }

    /** Returns the spots of one of the sessions that may be held at this time, in order. */
    int[] exampleSpots(int time) {
        return examples.get(time);
    }
}

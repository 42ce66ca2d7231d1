package dk.grundskema.api.server.solving;

import dk.grundskema.api.house.Standing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * How the solves that ran here lately stood from the beginning on, to be drawn. Only in memory: a solve that goes on in another process has a curve
 * from then on.
 */
@Component
final class SolveCurves {
    /** Most points of a curve; when there are more, every other goes. */
    static final int MOST_POINTS = 200;

    /** Most solves of which a curve is kept; the one that was heard of longest ago goes. */
    static final int MOST_SOLVES = 100;

    private final Map<SolveId, List<Point>> curves = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<SolveId, List<Point>> eldest) {
            return size() > MOST_SOLVES;
        }
    };

    /**
     * How a solve stood.
     *
     * @param seconds  how long it had run
     * @param standing how it stood then
     */
    record Point(long seconds, Standing standing) {}

    /** Notes that a solve has found something better. */
    synchronized void better(SolveId id, Duration elapsed, Standing standing) {
        List<Point> curve = curves.computeIfAbsent(id, fresh -> new ArrayList<>());
        still(curve, elapsed.toSeconds() - 1);
        add(curve, new Point(elapsed.toSeconds(), standing));
    }

    /** Notes that a solve stands as before. */
    synchronized void still(SolveId id, Duration elapsed) {
        List<Point> curve = curves.get(id);
        if (curve != null) {
            still(curve, elapsed.toSeconds());
        }
    }

    private static void still(List<Point> curve, long seconds) {
        if (!curve.isEmpty()) {
            add(curve, new Point(seconds, curve.getLast().standing()));
        }
    }

    private static void add(List<Point> curve, Point point) {
        long last = curve.isEmpty() ? -1 : curve.getLast().seconds();
        if (point.seconds() < last) {
            return;
        }
        if (point.seconds() == last) {
            curve.removeLast();
        }
        curve.add(point);
        if (curve.size() > MOST_POINTS) {
            for (int i = curve.size() - 2; i > 0; i -= 2) {
                curve.remove(i);
            }
        }
    }

    /** The curve of a solve, in the order of time; empty if it didn't run here. */
    synchronized List<Point> of(SolveId id) {
        return List.copyOf(curves.getOrDefault(id, List.of()));
    }
}

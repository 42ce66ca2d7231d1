package dk.grundskema.api.service.solve;

import com.github.benmanes.caffeine.cache.Ticker;
import dk.grundskema.api.planning.ViolationCounts;
import dk.grundskema.api.platform.http.LeastRecentlyUsedCache;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Records the course of solves that ran in this process recently, for charts. In memory only: a solve continued in another process gets a new
 * curve there.
 */
@Component
final class SolveCurveRecorder {
    /** Maximum number of points of a curve. If exceeded, every other point is dropped. */
    static final int MOST_POINTS = 200;

    /** Maximum number of curves. The one used longest ago is dropped. */
    static final int MOST_SOLVES = 100;

    /** Curves contain no names, so they outlast the day. */
    private static final Duration UNUSED = Duration.ofDays(7);

    private final LeastRecentlyUsedCache<SolveId, List<Point>> pointsBySolve =
            LeastRecentlyUsedCache.create(MOST_SOLVES, UNUSED, Ticker.systemTicker());

    /**
     * A point of a curve.
     *
     * @param seconds  running time in seconds
     * @param standing violation counts at that time
     */
    record Point(long seconds, ViolationCounts standing) {}

    /** Records an improvement. */
    synchronized void recordImprovement(SolveId id, Duration elapsed, ViolationCounts violationCounts) {
        List<Point> curve = pointsBySolve.get(id, fresh -> new ArrayList<>());
        recordUnchanged(curve, elapsed.toSeconds() - 1);
        add(curve, new Point(elapsed.toSeconds(), violationCounts));
    }

    /** Records that a solve has not improved. */
    synchronized void recordUnchanged(SolveId id, Duration elapsed) {
        List<Point> curve = pointsBySolve.getIfPresent(id);
        if (curve != null) {
            recordUnchanged(curve, elapsed.toSeconds());
        }
    }

    private static void recordUnchanged(List<Point> curve, long seconds) {
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

    /** Returns the curve of a solve in chronological order; empty if it did not run in this process. */
    synchronized List<Point> curveOf(SolveId id) {
        List<Point> curve = pointsBySolve.getIfPresent(id);
        return curve == null ? List.of() : List.copyOf(curve);
    }
}

package dk.grundskema.api.service.solve;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.planning.ViolationCounts;
import dk.grundskema.api.service.solve.SolveCurveRecorder.Point;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Curves of solves from their start on. */
final class SolveCurveRecorderTest {
    private static final SolveId SOLVE = new SolveId("solve");

    private final SolveCurveRecorder curveRecorder = new SolveCurveRecorder();

    private static Duration after(long seconds) {
        return Duration.ofSeconds(seconds);
    }

    private static ViolationCounts wishes(long number) {
        return new ViolationCounts(0, 0, 0, number, 0);
    }

    @Test
    void solveThatHasNotRunHereHasNoCurve() {
        curveRecorder.recordUnchanged(SOLVE, after(3));
        assertThat(curveRecorder.curveOf(SOLVE)).isEmpty();
    }

    @Test
    void curveStaysFlatUntilAnImprovementIsFound() {
        curveRecorder.recordImprovement(SOLVE, after(1), wishes(9));
        curveRecorder.recordUnchanged(SOLVE, after(2));
        curveRecorder.recordImprovement(SOLVE, after(5), wishes(4));
        curveRecorder.recordImprovement(SOLVE, after(5), wishes(3));
        curveRecorder.recordUnchanged(SOLVE, after(4));
        assertThat(curveRecorder.curveOf(SOLVE))
                .containsExactly(
                        new Point(1, wishes(9)),
                        new Point(2, wishes(9)),
                        new Point(4, wishes(9)),
                        new Point(5, wishes(3)));
    }

    @Test
    void longCurveIsThinnedAndKeepsItsBeginningItsEndAndItsOrder() {
        for (int i = 0; i <= 10_000; i++) {
            curveRecorder.recordImprovement(SOLVE, after(i), wishes(10_000 - i));
        }
        List<Point> curve = curveRecorder.curveOf(SOLVE);
        assertThat(curve)
                .hasSizeBetween(SolveCurveRecorder.MOST_POINTS / 2, SolveCurveRecorder.MOST_POINTS)
                .isSortedAccordingTo(Comparator.comparingLong(Point::seconds))
                .doesNotHaveDuplicates();
        assertThat(curve.getFirst()).isEqualTo(new Point(0, wishes(10_000)));
        assertThat(curve.getLast()).isEqualTo(new Point(10_000, wishes(0)));
    }

    @Test
    void curveThatWasHeardOfLongestAgoGoesWhenThereAreMany() {
        curveRecorder.recordImprovement(SOLVE, after(1), wishes(9));
        var other = new SolveId("other");
        curveRecorder.recordImprovement(other, after(1), wishes(9));
        for (int i = 0; i < SolveCurveRecorder.MOST_SOLVES - 1; i++) {
            curveRecorder.recordImprovement(new SolveId("later" + i), after(1), wishes(9));
            curveRecorder.recordUnchanged(SOLVE, after(1));
        }
        assertThat(curveRecorder.curveOf(SOLVE)).isNotEmpty();
        assertThat(curveRecorder.curveOf(other)).isEmpty();
    }
}

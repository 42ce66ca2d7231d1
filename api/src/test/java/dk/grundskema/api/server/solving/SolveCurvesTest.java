package dk.grundskema.api.server.solving;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.house.Standing;
import dk.grundskema.api.server.solving.SolveCurves.Point;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How solves stood from their beginning on. */
final class SolveCurvesTest {
    private static final SolveId SOLVE = new SolveId("solve");

    private final SolveCurves curves = new SolveCurves();

    private static Duration after(long seconds) {
        return Duration.ofSeconds(seconds);
    }

    private static Standing wishes(long number) {
        return new Standing(0, 0, 0, number);
    }

    @Test
    void whatHasNotRunHereHasNoCurve() {
        curves.still(SOLVE, after(3));
        assertThat(curves.of(SOLVE)).isEmpty();
    }

    @Test
    void itStandsAsBeforeUntilSomethingBetterIsFound() {
        curves.better(SOLVE, after(1), wishes(9));
        curves.still(SOLVE, after(2));
        curves.better(SOLVE, after(5), wishes(4));
        curves.better(SOLVE, after(5), wishes(3));
        curves.still(SOLVE, after(4));
        assertThat(curves.of(SOLVE))
                .containsExactly(
                        new Point(1, wishes(9)),
                        new Point(2, wishes(9)),
                        new Point(4, wishes(9)),
                        new Point(5, wishes(3)));
    }

    @Test
    void longCurveIsThinnedAndKeepsItsBeginningItsEndAndItsOrder() {
        for (int i = 0; i <= 10_000; i++) {
            curves.better(SOLVE, after(i), wishes(10_000 - i));
        }
        List<Point> curve = curves.of(SOLVE);
        assertThat(curve)
                .hasSizeBetween(SolveCurves.MOST_POINTS / 2, SolveCurves.MOST_POINTS)
                .isSortedAccordingTo(Comparator.comparingLong(Point::seconds))
                .doesNotHaveDuplicates();
        assertThat(curve.getFirst()).isEqualTo(new Point(0, wishes(10_000)));
        assertThat(curve.getLast()).isEqualTo(new Point(10_000, wishes(0)));
    }

    @Test
    void curveThatWasHeardOfLongestAgoGoesWhenThereAreMany() {
        curves.better(SOLVE, after(1), wishes(9));
        var other = new SolveId("other");
        curves.better(other, after(1), wishes(9));
        for (int i = 0; i < SolveCurves.MOST_SOLVES - 1; i++) {
            curves.better(new SolveId("later" + i), after(1), wishes(9));
            curves.still(SOLVE, after(1));
        }
        assertThat(curves.of(SOLVE)).isNotEmpty();
        assertThat(curves.of(other)).isEmpty();
    }
}

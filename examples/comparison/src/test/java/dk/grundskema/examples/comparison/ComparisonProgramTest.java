package dk.grundskema.examples.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dk.grundskema.domain.timetable.Score;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonProgramTest {
    private static final SolverRun RUN = new SolverRun(
            List.of(
                    point(200, new Score(-5, -100, -900)),
                    point(900, new Score(0, -100, -800)),
                    point(1_001, new Score(0, 0, -700), 12, 34),
                    point(3_000, new Score(0, 0, -600))),
            1_234,
            88,
            99,
            true,
            550,
            0);

    private static SolverRun.ScorePoint point(long millis, Score score, long... figures) {
        return new SolverRun.ScorePoint(
                millis, score, Arrays.stream(figures).boxed().toList());
    }

    @Test
    void printedRunIsParsedAmongOtherLines() {
        var lines = new ArrayList<>(List.of("something else"));
        lines.addAll(RUN.toText().lines().toList());

        assertThat(SolverRun.parse(lines)).isEqualTo(RUN);
    }

    @Test
    void outputWithoutRunThrows() {
        assertThatThrownBy(() -> SolverRun.parse(List.of("out of memory")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("out of memory");
    }

    @Test
    void runHasItsFirstPlansAndTheBestPlanAtATime() {
        assertThat(RUN.firstFeasibleMillis()).contains(900L);
        assertThat(RUN.firstCompleteMillis()).contains(1_001L);
        assertThat(RUN.scoreAt(0)).isEmpty();
        assertThat(RUN.scoreAt(1)).contains(new Score(0, -100, -800));
        assertThat(RUN.scoreAt(3)).contains(new Score(0, 0, -600));
    }

    @Test
    void figuresAreThoseOfTheBestPlanAtATime() {
        assertThat(RUN.figuresAt(0)).isEmpty();
        assertThat(RUN.figuresAt(2)).containsExactly(12L, 34L);
        assertThat(RUN.figuresAt(3)).isEmpty();
    }

    @Test
    void planWithOnlyTheForcedMediumPointsIsComplete() {
        var run = new SolverRun(RUN.points(), 0, 0, 0, false, 0, 100);

        assertThat(run.firstCompleteMillis()).contains(900L);
        assertThat(run.isComplete(new Score(0, -100, -5))).isTrue();
        assertThat(run.isComplete(new Score(0, -101, -5))).isFalse();
        assertThat(run.isComplete(new Score(-1, -100, -5))).isFalse();
    }

    @Test
    void distanceIsRelativeToTheBestKnownPlan() {
        var known = BestKnown.read();
        long best = known.find("small", 1).orElseThrow();

        assertThat(known.distance("small", 1, best)).contains("+0.0 %");
        assertThat(known.distance("small", 1, best * 2)).contains("+100.0 %");
        assertThat(known.distance("small", 1, best / 2)).contains("-50.0 %");
        assertThat(known.distance("small", 999, best)).isEmpty();
    }

    @Test
    void exponentOfSquaresIsTwo() {
        var squares = List.of(
                new GrowthCommand.Sample(1, 3), new GrowthCommand.Sample(2, 12), new GrowthCommand.Sample(5, 75));

        assertThat(GrowthCommand.exponent(squares)).isCloseTo(2, within(1e-9));
    }

    /** Both solvers find a plan of a tiny camp; which is how good when isn't looked at. */
    @Test
    void comparesBothSolversOnATinyCamp() {
        var text = new StringWriter();

        int code = ComparisonProgram.run(new PrintWriter(text), "compare", "--sizes", "tiny", "--seconds", "1,4");

        assertThat(code).isZero();
        assertThat(text.toString())
                .contains("after 1 s | after 4 s | no plan costs less than | moves a second | memory |")
                .containsPattern("\\| tiny, seed 1 \\| ours \\| \\d")
                .contains("| tiny, seed 1 | CP-SAT |");
    }

    /** Both solvers look at tiny groups; how good they are when isn't looked at. */
    @Test
    void comparesBothSolversOnTinyGroupsWithTheUnservedNeed() {
        var text = new StringWriter();

        int code = ComparisonProgram.run(new PrintWriter(text), "compare", "--groups", "tiny", "--seconds", "1,5");

        assertThat(code).isZero();
        assertThat(text.toString())
                .contains("| groups | solver | no hard fault after | first complete plan | after 1 s | after 5 s |")
                .containsPattern("\\| groups-tiny, seed 1 \\| ours \\| \\d")
                .contains("| groups | solver | need that capacity forces to be left | after 1 s | after 5 s |")
                .containsPattern("\\| groups-tiny, seed 1 \\| CP-SAT \\| 1 \\| ");
    }
}

package dk.grundskema.examples.comparison.cpsat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.people.DutyLimit;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Score;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.examples.comparison.scoring.CampScorer;
import dk.grundskema.examples.generated.CampGenerator;
import dk.grundskema.examples.generated.CampShape;
import dk.grundskema.examples.generated.CampSize;
import dk.grundskema.solver.engine.Planner;
import dk.grundskema.solver.engine.SolveLimits;
import dk.grundskema.solver.engine.SolveRequest;
import dk.grundskema.solver.registry.PluginRegistry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CampSolverTest {
    private static final PluginRegistry PLUGINS = PluginRegistry.load(CampSolverTest.class.getClassLoader());
    private static final CampScorer SCORER = new CampScorer(PLUGINS);

    /** Far more than the proof takes, so that a weaker model fails instead of running endlessly. */
    private static final double EFFORT = 60;

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void bothSolversReachTheSameBestPlanOfATinyCampAndOneIsProved(long seed) throws InterruptedException {
        Problem problem = CampGenerator.problem(CampSize.TINY, seed, PLUGINS);

        var outcome = new CampSolver(PLUGINS, 1).prove(problem, EFFORT);

        assertThat(outcome.proved()).isTrue();
        Score best = SCORER.score(problem, outcome.best().orElseThrow());
        assertThat(outcome.found().getLast().objective()).isEqualTo(-best.soft() - CampSolver.MEDIUM * best.medium());
        assertThat(best.hard()).isZero();
        assertThat(SCORER.score(problem, solveWithPlanner(problem))).isEqualTo(best);
    }

    private static Timetable solveWithPlanner(Problem problem) throws InterruptedException {
        var request = new SolveRequest(problem, "", SolveLimits.ofSteps(3_000), 1, 1, null);
        return new Planner(PLUGINS).start(request, progress -> {}).await();
    }

    /** The model of hard and medium rules finds the first plans, which must be complete. */
    @Test
    void firstPlanOfASearchHasNoFault() {
        Problem problem = CampGenerator.problem(CampSize.TINY, 3, PLUGINS);

        var outcome = new CampSolver(PLUGINS, 1).search(problem, List.of(5), 1, () -> 0);

        Score first = SCORER.score(problem, outcome.found().getFirst().timetable());
        assertThat(first.isWithoutFault()).isTrue();
    }

    @Test
    void limitsThatTheModelDoesNotHaveAreRefused() {
        Problem tiny = CampGenerator.problem(CampSize.TINY, 1, PLUGINS);
        StaffMember first = tiny.staff().getFirst();
        WorkRules rules = WorkRules.defaults().withDateLimits(new DutyLimit(600, Level.SOFT), null, null);
        var limited = new ArrayList<>(tiny.staff());
        limited.set(
                0,
                new StaffMember(
                        first.id(),
                        first.name(),
                        first.skills(),
                        first.availability(),
                        first.contractHours(),
                        first.hoursAlreadyWorked(),
                        first.wishes(),
                        first.email(),
                        first.language(),
                        rules));

        assertThatCode(() -> CampFacts.of(tiny)).doesNotThrowAnyException();
        assertThatThrownBy(() -> CampFacts.of(tiny.withStaff(limited)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("limits of dates");
        assertThatThrownBy(
                        () -> CampFacts.of(CampGenerator.problem(CampSize.SMALL, CampShape.SPECIAL_ROOMS, 1, PLUGINS)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("limits of subjects");
    }
}

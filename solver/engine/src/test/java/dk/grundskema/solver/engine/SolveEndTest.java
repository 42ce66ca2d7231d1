package dk.grundskema.solver.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Score;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.fixture.MeetingBuilder;
import dk.grundskema.solver.fixture.RandomProblem;
import dk.grundskema.solver.fixture.Scenario;
import java.time.Duration;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every way in which a solve ends returns its best plan. The time-outs only keep a hanging test from blocking the build. */
@Timeout(120)
class SolveEndTest {
    private static SolveRequest endless(Problem problem) {
        return new SolveRequest(problem, "hash", SolveLimits.of(Duration.ofDays(1)), 1, 2, null);
    }

    @Test
    void stoppedSolveReturnsItsBestPlan() throws InterruptedException {
        var told = new CountDownLatch(1);
        Solve solve = StepLimitedSolves.planner().start(endless(RandomProblem.of(1)), progress -> told.countDown());
        told.await();
        Timetable meanwhile = solve.best();

        solve.stop();
        Timetable end = solve.await();

        assertThat(end.score().hard()).isGreaterThanOrEqualTo(meanwhile.score().hard());
        assertThat(solve.best()).isEqualTo(end);
        assertThat(solve.progress().score()).isEqualTo(end.score());
    }

    @Test
    void solveStoppedBeforeItsStartReturnsTheFirstPlan() throws InterruptedException {
        Solve solve = StepLimitedSolves.planner().start(endless(RandomProblem.of(1)), StepLimitedSolves.NOBODY);

        solve.stop();

        assertThat(solve.await().meetings()).isNotEmpty();
    }

    @Test
    void searchesThatEndBeforeTheLastOneOfARoundWait() throws InterruptedException {
        var request = new SolveRequest(RandomProblem.of(1), "hash", SolveLimits.ofSteps(50), 1, 2, null);

        Solve solve = StepLimitedSolves.planner().start(request, StepLimitedSolves.NOBODY);
        solve.await();

        SolveProgress end = solve.progress();
        assertThat(end.waited()).isPositive().isLessThanOrEqualTo(end.elapsed().multipliedBy(2));
    }

    @Test
    void bestPlanIsCompleteDuringTheSearch() throws InterruptedException {
        Solve solve = StepLimitedSolves.planner().start(endless(RandomProblem.of(2)), StepLimitedSolves.NOBODY);

        Timetable plan = solve.best();
        SolveProgress progress = solve.progress();
        solve.stop();

        assertThat(plan.meetings()).hasSizeGreaterThanOrEqualTo(6);
        assertThat(plan.rules()).extracting("id").contains("core.person-in-two-places", "random.seats");
        assertThat(progress.rules()).hasSameSizeAs(plan.rules());
        solve.await();
    }

    @Test
    void solveEndsAfterTheTimeWithoutImprovement() throws InterruptedException {
        var withoutImprovement = Duration.ofMillis(300);
        var limits = new SolveLimits(null, null, withoutImprovement);
        var request = new SolveRequest(RandomProblem.of(3), "hash", limits, 1, 1, null);

        Solve solve = StepLimitedSolves.planner().start(request, StepLimitedSolves.NOBODY);
        Timetable plan = solve.await();

        assertThat(plan.meetings()).isNotEmpty();
        assertThat(solve.progress().elapsed()).isGreaterThanOrEqualTo(withoutImprovement);
    }

    @Test
    void listenerIsCalledForEachImprovementAndTheEnd() throws InterruptedException {
        var heard = new CopyOnWriteArrayList<SolveProgress>();
        var end = new CountDownLatch(1);
        Timetable plan = StepLimitedSolves.planner()
                .start(StepLimitedSolves.request(RandomProblem.of(4), 3000, 1, 1, null), progress -> {
                    heard.add(progress);
                    if (progress.steps() == 3000) {
                        end.countDown();
                    }
                })
                .await();
        end.await();

        assertThat(heard.getLast().score()).isEqualTo(plan.score());
        assertThat(heard.getLast().moves()).isGreaterThanOrEqualTo(3000);
    }

    @Test
    void solveWithoutDecisionsEndsAtOnce() throws InterruptedException {
        Problem problem = Scenario.aScenario()
                .meeting(MeetingBuilder.aMeeting("assembly").asking())
                .problem();

        Timetable plan = StepLimitedSolves.planner()
                .start(endless(problem), StepLimitedSolves.NOBODY)
                .await();

        assertThat(plan.meetings())
                .singleElement()
                .satisfies(meeting -> assertThat(meeting.sessionId()).hasToString("assembly"));
        assertThat(plan.score().isWithoutFault()).isTrue();
    }

    @Test
    void planThatCostsNothingEndsTheSolve() throws InterruptedException {
        Problem problem = Scenario.aScenario()
                .meeting(MeetingBuilder.aMeeting("module").asking(true).candidates("anna"))
                .problem();

        Timetable plan = StepLimitedSolves.planner()
                .start(endless(problem), StepLimitedSolves.NOBODY)
                .await();

        assertThat(plan.score()).isEqualTo(new Score(0, 0, 0));
    }

    @Test
    void stepsAreCountedIfEveryMoveIsWorse() throws InterruptedException {
        Problem problem = Scenario.aScenario()
                .meeting(MeetingBuilder.aMeeting("module").asking(true).candidates("anna"))
                .problem();

        Timetable plan = StepLimitedSolves.solve(problem, 1000);

        assertThat(plan.score().isWithoutFault()).isTrue();
    }

    @Test
    void listenerThatThrowsEndsTheSolveWithAMessage() {
        Solve solve = StepLimitedSolves.planner().start(endless(RandomProblem.of(1)), progress -> {
            throw new IllegalStateException("The listener is broken.");
        });

        assertThatThrownBy(solve::await)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("The listener is broken.");
    }

    @Test
    void limitsThatNeverEndOrEndAtOnceAreRefused() {
        assertThatThrownBy(() -> new SolveLimits(null, null, null)).hasMessageContaining("never ends");
        assertThatThrownBy(() -> SolveLimits.ofSteps(0)).hasMessageContaining("positive");
        assertThatThrownBy(() -> SolveLimits.of(Duration.ZERO)).hasMessageContaining("positive");
    }
}

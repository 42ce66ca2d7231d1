package dk.grundskema.solver.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SolveLimitWatchTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** Time that passes when a test says so, from an arbitrary origin. */
    private long now = -5;

    private SolveLimitWatch watch(SolveLimits limits) {
        return new SolveLimitWatch(limits, () -> now);
    }

    @Test
    void timeLimitIsReachedWhenItHasPassed() {
        var watch = watch(SolveLimits.of(MINUTE));
        now += MINUTE.toNanos() - 1;
        assertThat(watch.isReached(Duration.ZERO)).isFalse();
        now++;
        assertThat(watch.isReached(Duration.ZERO)).isTrue();
        assertThat(watch.elapsed()).isEqualTo(MINUTE);
    }

    @Test
    void stepLimitIsReachedWhenAllStepsAreMade() {
        var watch = watch(SolveLimits.ofSteps(1_000));
        assertThat(watch.stepsOfRound()).isEqualTo(100);
        watch.addSteps(100);
        assertThat(watch.isReached(Duration.ZERO)).isFalse();
        assertThat(watch.stepsOfRound()).isEqualTo(900);
        watch.addSteps(900);
        assertThat(watch.isReached(Duration.ZERO)).isTrue();
        assertThat(watch.steps()).isEqualTo(1_000);
    }

    @Test
    void eachRoundOfManyStepsIsTenTimesAsLongAsAllBefore() {
        var watch = watch(SolveLimits.ofSteps(7_000_000));
        List<Long> rounds = new ArrayList<>();
        while (!watch.isReached(Duration.ZERO)) {
            rounds.add(watch.stepsOfRound());
            watch.addSteps(watch.stepsOfRound());
        }
        assertThat(rounds).containsExactly(60_000L, 540_000L, 6_400_000L);
    }

    @Test
    void singleStepIsOneRound() {
        assertThat(watch(SolveLimits.ofSteps(1)).stepsOfRound()).isEqualTo(1);
    }

    @Test
    void roundsHaveNoStepsWithoutAStepLimit() {
        assertThat(watch(SolveLimits.of(MINUTE)).stepsOfRound()).isNull();
    }

    @Test
    void improvementRestartsTheTimeWithoutOne() {
        var watch = watch(new SolveLimits(null, null, MINUTE));
        now += MINUTE.toNanos() - 1;
        assertThat(watch.isUnimprovedTooLong()).isFalse();
        watch.recordImprovement();
        now += MINUTE.toNanos() - 1;
        assertThat(watch.isUnimprovedTooLong()).isFalse();
        now++;
        assertThat(watch.isUnimprovedTooLong()).isTrue();
        assertThat(watch.isReached(Duration.ZERO)).isFalse();
    }

    @Test
    void roundsEndAtATenthOfTheTimeAndAtTheLimit() {
        var watch = watch(SolveLimits.of(Duration.ofSeconds(30)));
        assertThat(watch.timeOfRound(Duration.ZERO)).isEqualTo(Duration.ofSeconds(3));
        now += Duration.ofSeconds(3).toNanos();
        assertThat(watch.timeOfRound(Duration.ZERO)).isEqualTo(Duration.ofSeconds(27));
        assertThat(watch.timeOfRound(Duration.ofSeconds(2))).isEqualTo(Duration.ofSeconds(25));
        now += Duration.ofSeconds(27).toNanos();
        assertThat(watch.timeOfRound(Duration.ZERO)).isEqualTo(Duration.ofMillis(1));
    }

    @Test
    void roundsOfALongSolveGrow() {
        var watch = watch(SolveLimits.of(Duration.ofHours(1)));
        List<Duration> rounds = new ArrayList<>();
        while (!watch.isReached(Duration.ZERO)) {
            Duration time = watch.timeOfRound(Duration.ZERO);
            rounds.add(time);
            now += time.toNanos();
        }
        assertThat(rounds)
                .containsExactly(
                        Duration.ofSeconds(6),
                        Duration.ofSeconds(54),
                        Duration.ofSeconds(540),
                        Duration.ofSeconds(3000));
    }

    @Test
    void slowPreparationLeavesOneRoundOfMostOfTheTime() {
        var watch = watch(SolveLimits.of(Duration.ofSeconds(10)));
        assertThat(watch.isMostOfTheTime(watch.timeOfRound(Duration.ZERO))).isFalse();
        now += Duration.ofMillis(950).toNanos();
        assertThat(watch.timeOfRound(Duration.ZERO)).isEqualTo(Duration.ofMillis(9050));
        assertThat(watch.isMostOfTheTime(watch.timeOfRound(Duration.ZERO))).isTrue();
        assertThat(watch.isMostOfTheTime(Duration.ofSeconds(5))).isFalse();
        assertThat(watch.isMostOfTheTime(null)).isFalse();
    }

    @Test
    void roundOfAFewMillisecondsEnds() {
        assertThat(watch(SolveLimits.of(Duration.ofMillis(5))).timeOfRound(Duration.ZERO))
                .isPositive();
    }

    @Test
    void roundIsShorterThanTheTimeWithoutImprovement() {
        assertThat(watch(new SolveLimits(Duration.ofDays(1), null, Duration.ofSeconds(5)))
                        .timeOfRound(Duration.ZERO))
                .isEqualTo(Duration.ofMillis(2250));
        assertThat(watch(new SolveLimits(null, null, MINUTE)).timeOfRound(Duration.ZERO))
                .isEqualTo(Duration.ofSeconds(27));
        assertThat(watch(SolveLimits.ofSteps(1)).timeOfRound(Duration.ZERO)).isNull();
    }
}

package dk.grundskema.solver.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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
        var watch = watch(SolveLimits.ofSteps(10));
        assertThat(watch.stepsOfRound(8)).isEqualTo(8);
        watch.addSteps(8);
        assertThat(watch.isReached(Duration.ZERO)).isFalse();
        assertThat(watch.stepsOfRound(8)).isEqualTo(2);
        watch.addSteps(2);
        assertThat(watch.isReached(Duration.ZERO)).isTrue();
        assertThat(watch.steps()).isEqualTo(10);
    }

    @Test
    void roundsAreOfUsualLengthWithoutAStepLimit() {
        var watch = watch(SolveLimits.of(MINUTE));
        watch.addSteps(1_000);
        assertThat(watch.stepsOfRound(8)).isEqualTo(8);
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
    void turnsShareTheRemainingTime() {
        var watch = watch(SolveLimits.of(MINUTE));
        now += Duration.ofSeconds(20).toNanos();
        assertThat(watch.timeOfTurn(2, 4, Duration.ZERO)).isEqualTo(Duration.ofSeconds(20));
        now += MINUTE.toNanos();
        assertThat(watch.timeOfTurn(2, 4, Duration.ZERO)).isEqualTo(Duration.ofMillis(1));
        assertThat(watch(SolveLimits.ofSteps(1)).timeOfTurn(2, 4, Duration.ZERO))
                .isNull();
    }
}

package dk.grundskema.solver.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CoolingScheduleTest {
    @Test
    void temperaturesFallByTheSameFactorInEqualParts() {
        var schedule = new CoolingSchedule(0, 0, 100, 1);

        assertThat(schedule.soft(0)).isEqualTo(100);
        assertThat(schedule.soft(0.5)).isCloseTo(10, within(1e-9));
        assertThat(schedule.soft(1)).isCloseTo(1, within(1e-9));
    }

    @Test
    void temperaturesFollowWhatMovesLose() {
        long[][] small = {{}, {10, 20}, {1, 2, 3}};
        long[][] large = {{}, {1000, 2000}, {100, 200, 300}};

        var one = CoolingSchedule.of(CoolingSchedule.Heat.HIGH, small);
        var other = CoolingSchedule.of(CoolingSchedule.Heat.HIGH, large);

        assertThat(other.soft(0.3)).isCloseTo(100 * one.soft(0.3), within(1e-6));
        assertThat(other.medium(0.3)).isCloseTo(100 * one.medium(0.3), within(1e-6));
    }

    @Test
    void lowTemperaturesAreBelowHighOnes() {
        long[][] losses = {{}, {10}, {5}};
        var low = CoolingSchedule.of(CoolingSchedule.Heat.LOW, losses);
        var high = CoolingSchedule.of(CoolingSchedule.Heat.HIGH, losses);

        assertThat(low.soft(0)).isLessThan(high.soft(0));
        assertThat(low.soft(0.5)).isLessThan(high.soft(0.5));
        assertThat(low.soft(1)).isLessThan(high.soft(1)).isPositive();
        assertThat(low.medium(0)).isLessThan(high.medium(0));
    }

    @Test
    void continuedPlanNeverAcceptsMoreMediumCost() {
        assertThat(CoolingSchedule.calm().medium(0)).isZero();
        assertThat(CoolingSchedule.calm().medium(0.7)).isZero();
    }

    @Test
    void scheduleWithoutLossesHasTemperatures() {
        assertThat(CoolingSchedule.of(CoolingSchedule.Heat.HIGH, new long[3][0]).soft(0.5))
                .isPositive();
    }
}

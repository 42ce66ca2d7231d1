package dk.grundskema.solver.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MoveAcceptanceConfigFactoryTest {
    @Test
    void searchesUseTheSizesOfLateAcceptanceInTurn() {
        for (int turn = 0; turn < 4; turn++) {
            var config = MoveAcceptanceConfigFactory.createConfig(false, turn);
            assertThat(config.getLateAcceptanceSize()).isEqualTo(turn % 2 == 0 ? 10 : 30);
            assertThat(config.getSimulatedAnnealingStartingTemperature()).isNull();
        }
    }

    @Test
    void continuedPlanNeverAcceptsAMissingAdult() {
        var config = MoveAcceptanceConfigFactory.createConfig(true, 1);
        assertThat(config.getSimulatedAnnealingStartingTemperature()).startsWith("0hard/0medium/");
        assertThat(config.getLateAcceptanceSize()).isNull();
    }
}

package dk.grundskema.solver.change;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepairSearchDriverTest {
    @ParameterizedTest
    @CsvSource({"1, 0.2", "4, 0.8", "5, 1", "6, 1", "40, 1"})
    void aDateTakesAtMostAFifthOfTheTimeAndAllTogetherAllOfIt(int dates, double share) {
        assertThat(RepairSearchDriver.shareOfTime(dates)).isEqualTo(share);
    }
}

package dk.grundskema.api.planning.status;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.planning.status.PlanStatus.State;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which parts of a status decide whether the plan holds. */
final class PlanStatusTest {
    @ParameterizedTest
    @CsvSource({
        "0, DOES_NOT_HOLD", // conflicts
        "1, LACKS", // open seats
        "2, LACKS", // other shortfalls
        "3, LACKS", // requirements of guides
        "4, HOLDS", // unmet wishes
        "5, HOLDS", // their cost
        "6, LACKS", // unplanned sessions
        "7, LACKS", // students without a group
        "8, DOES_NOT_HOLD", // conflicts with other plans
        "9, DOES_NOT_HOLD", // seats of absent staff
        "10, HOLDS" // accepted shortfalls
    })
    void onePartDecides(int part, State state) {
        long[] n = new long[11];
        n[part] = 1;
        assertThat(new PlanStatus(n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7], n[8], n[9], n[10]).state())
                .isEqualTo(state);
    }
}

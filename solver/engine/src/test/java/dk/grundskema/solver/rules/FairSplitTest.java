package dk.grundskema.solver.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.people.StaffId;
import dk.grundskema.solver.rules.FairSplit.Sharer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FairSplitTest {
    private static Sharer sharer(String who, double weight, long least, long most) {
        return new Sharer(new StaffId(who), weight, least, most);
    }

    private static List<Long> split(long minutes, Sharer... sharers) {
        var shares = FairSplit.split(List.of(sharers), minutes);
        return Arrays.stream(sharers).map(one -> shares.get(one.who())).toList();
    }

    @Test
    void withoutLimitsTheSplitIsByContract() {
        assertThat(split(100, sharer("a", 30, 0, 100), sharer("b", 10, 0, 100))).containsExactly(75L, 25L);
        assertThat(split(100, sharer("a", 0, 0, 100), sharer("b", 0, 0, 100))).containsExactly(50L, 50L);
        assertThat(split(100, sharer("a", 37, 0, 100), sharer("b", 0, 0, 100))).containsExactly(100L, 0L);
    }

    @Test
    void personAboveTheShareKeepsTheLoadAndTheOthersShareTheRest() {
        assertThat(split(90, sharer("a", 1, 70, 90), sharer("b", 1, 0, 90), sharer("c", 1, 0, 90)))
                .containsExactly(70L, 10L, 10L);
    }

    @Test
    void personWithLessCapacityTakesItAndTheOthersShareTheRest() {
        assertThat(split(90, sharer("a", 1, 0, 10), sharer("b", 1, 0, 90), sharer("c", 1, 0, 90)))
                .containsExactly(10L, 40L, 40L);
    }

    @Test
    void upperAndLowerLimitsCombineAndMayTriggerEachOther() {
        assertThat(split(90, sharer("a", 1, 50, 90), sharer("b", 1, 0, 5), sharer("c", 1, 0, 90)))
                .containsExactly(50L, 5L, 35L);
        assertThat(split(100, sharer("a", 1, 60, 60), sharer("b", 1, 0, 100), sharer("c", 1, 25, 100)))
                .containsExactly(60L, 15L, 25L);
    }

    @Test
    void totalOutsideAllLimitsLeavesEachAtTheLimit() {
        assertThat(split(100, sharer("a", 1, 0, 10), sharer("b", 1, 0, 20))).containsExactly(10L, 20L);
        assertThat(split(10, sharer("a", 1, 30, 40), sharer("b", 1, 20, 40))).containsExactly(30L, 20L);
        assertThat(FairSplit.split(List.of(), 100)).isEmpty();
    }
}

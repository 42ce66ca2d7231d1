package dk.grundskema.solver.spi.toolkit;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.people.StudentId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KnownLevelsTest {
    private final KnownLevels levels =
            new KnownLevels(Map.of(new StudentId("a"), 40, new StudentId("b"), 10, new StudentId("c"), 35));

    private static List<StudentId> some(String ids) {
        return Arrays.stream(ids.split(" ")).map(StudentId::new).toList();
    }

    @Test
    void theSpreadIsBetweenTheFirstAndTheLastWhoAreKnown() {
        assertThat(levels.of(some("a x b c"))).containsExactly(10, 35, 40);
        assertThat(levels.spread(some("a x b c"))).isEqualTo(30);
        assertThat(levels.spread(some("a x"))).isZero();
        assertThat(levels.spread(some("x"))).isZero();
        assertThat(levels.of(new StudentId("x"))).isNull();
        assertThat(levels.unknown(some("y a x"))).isEqualTo(some("y x"));
    }

    @Test
    void eachWhoLeadsIsComparedWithEachWhoDoesNot() {
        assertThat(levels.leads(some("a b c"), some("a")::contains)).containsExactly(30, 5);
        assertThat(levels.leads(some("a b x"), some("b x")::contains)).containsExactly(-30);
        assertThat(levels.leads(some("a b"), some("a b")::contains)).isEmpty();
    }

    @Test
    void theUpperHalfHasTheFurthestFirstAndTheUnknownLast() {
        assertThat(levels.upperHalf(some("b x c a"))).isEqualTo(some("a c"));
        assertThat(levels.upperHalf(some("x b c"))).isEqualTo(some("c"));
    }
}

package dk.grundskema.plugins.peerlearning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.grundskema.domain.finding.InvalidValueException;
import dk.grundskema.domain.people.StudentId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownLevelsTest {
    private final KnownLevels levels =
            new KnownLevels(Map.of(new StudentId("a"), 40, new StudentId("b"), 10, new StudentId("c"), 35));

    private static List<StudentId> some(String ids) {
        return Arrays.stream(ids.split(" ")).map(StudentId::new).toList();
    }

    @Test
    void spreadIsBetweenTheLowestAndHighestKnownLevel() {
        assertThat(levels.of(some("a x b c"))).containsExactly(10, 35, 40);
        assertThat(levels.spread(some("a x b c"))).isEqualTo(30);
        assertThat(levels.spread(some("a x"))).isZero();
        assertThat(levels.spread(some("x"))).isZero();
        assertThat(levels.of(new StudentId("x"))).isNull();
        assertThat(levels.readableLevels(some("a x b"))).containsExactly(40, "–", 10);
        assertThat(levels.readableLevels(some("x y"))).isEmpty();
        assertThat(levels.studentsWithoutLevel(some("y a x"))).isEqualTo(some("y x"));
    }

    @Test
    void eachLeaderIsComparedWithEachOtherStudent() {
        assertThat(levels.leadsInPoints(some("a b c"), some("a")::contains)).containsExactly(30, 5);
        assertThat(levels.leadsInPoints(some("a b x"), some("b x")::contains)).containsExactly(-30);
        assertThat(levels.leadsInPoints(some("a b"), some("a b")::contains)).isEmpty();
    }

    @Test
    void upperHalfHasTheHighestLevelsAndUnknownOnesComeLast() {
        assertThat(levels.upperHalf(some("b x c a"))).isEqualTo(some("a c"));
        assertThat(levels.upperHalf(some("x b c"))).isEqualTo(some("c"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"b x c a", "x b c", "a", "b y x", "a d c b", "d a", "c d a x y"})
    void membershipInTheUpperHalfAgreesWithTheUpperHalf(String ids) {
        var known = new KnownLevels(
                Map.of(new StudentId("a"), 40, new StudentId("b"), 10, new StudentId("c"), 35, new StudentId("d"), 40));

        assertThat(some(ids).stream().filter(one -> known.isInUpperHalf(one, some(ids))))
                .containsExactlyInAnyOrderElementsOf(known.upperHalf(some(ids)));
    }

    @Test
    void firstOfTwoLevelsInTheParametersCounts() {
        var said = KnownLevels.from(List.of(
                new StudentLevel(new StudentId("a"), 0),
                new StudentLevel(new StudentId("b"), 100),
                new StudentLevel(new StudentId("a"), 7)));

        assertThat(said.all()).isEqualTo(Map.of(new StudentId("a"), 0, new StudentId("b"), 100));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 101})
    void aLevelIsFromZeroToAHundred(int level) {
        assertThatThrownBy(() -> new StudentLevel(new StudentId("a"), level))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("/level");
    }
}

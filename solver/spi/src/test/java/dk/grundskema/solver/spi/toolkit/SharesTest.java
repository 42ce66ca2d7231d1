package dk.grundskema.solver.spi.toolkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SharesTest {
    private static final SubjectShare DANISH = new SubjectShare("DAN", 3, null, null);
    private static final SubjectShare MATHS = new SubjectShare("MAT", 1, null, "maths");

    @Test
    void toTheLastLessonEachGetsWhatIsDueToItsShare() {
        var shares = new Shares<>(List.of(DANISH, MATHS), SubjectShare::share, 0);

        assertThat(shares.day(4)).containsExactly(DANISH, DANISH, DANISH, MATHS);
        assertThat(shares.day(2)).containsExactly(DANISH, DANISH);
        assertThat(shares.day(2)).containsExactly(DANISH, MATHS);
    }

    @Test
    void anotherPlaceBeginsWithAnotherAndTheLastIsFollowedByTheFirst() {
        assertThat(new Shares<>(List.of("a", "b", "c"), any -> 1, 1).day(4)).containsExactly("b", "b", "c", "a");
        assertThat(new Shares<>(List.of("a", "b", "c"), any -> 1, 3).day(3)).containsExactly("a", "b", "c");
    }

    @Test
    void aSubjectTakesItsOwnSkillUnlessAnotherIsNamed() {
        assertThat(SubjectShare.asked(List.of(DANISH, MATHS), "DAN")).isEqualTo("DAN");
        assertThat(SubjectShare.asked(List.of(DANISH, MATHS), "MAT")).isEqualTo("maths");
        assertThat(SubjectShare.asked(List.of(DANISH), "ENG")).isEqualTo("ENG");
    }
}

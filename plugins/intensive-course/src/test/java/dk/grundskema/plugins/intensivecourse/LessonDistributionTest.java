package dk.grundskema.plugins.intensivecourse;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.solver.spi.toolkit.SubjectShare;
import java.util.List;
import org.junit.jupiter.api.Test;

class LessonDistributionTest {
    private static final SubjectShare DANISH = new SubjectShare("DAN", 3, null, null);
    private static final SubjectShare MATHS = new SubjectShare("MAT", 1, null, "maths");

    @Test
    void eachSubjectGetsItsExactShareAcrossDays() {
        var shares = new LessonDistribution<>(List.of(DANISH, MATHS), SubjectShare::share, 0);

        assertThat(shares.nextDay(4)).containsExactly(DANISH, DANISH, DANISH, MATHS);
        assertThat(shares.nextDay(2)).containsExactly(DANISH, DANISH);
        assertThat(shares.nextDay(2)).containsExactly(DANISH, MATHS);
    }

    @Test
    void startIndexSelectsTheFirstItemAndWrapsAround() {
        assertThat(new LessonDistribution<>(List.of("a", "b", "c"), any -> 1, 1).nextDay(4))
                .containsExactly("b", "b", "c", "a");
        assertThat(new LessonDistribution<>(List.of("a", "b", "c"), any -> 1, 3).nextDay(3))
                .containsExactly("a", "b", "c");
    }

    @Test
    void subjectNeedsTheSkillOfItsNameUnlessAnotherIsGiven() {
        assertThat(DANISH.requiredSkill()).isEqualTo("DAN");
        assertThat(MATHS.requiredSkill()).isEqualTo("maths");
    }
}

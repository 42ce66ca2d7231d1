package dk.grundskema.plugins.smallgroups;

import static dk.grundskema.solver.testkit.SchoolBuilder.school;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.solver.spi.toolkit.FindingCollector;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequiredFigureTest {
    private static final RequiredFigure MINUTES = new RequiredFigure("other-minutes", 25, 40);
    private static final RequiredFigure WEEKS = RequiredFigure.atLeast("few-weeks", 12);

    @Test
    void rangeIncludesItsEnds() {
        assertThat(List.of(24, 25, 40, 41)).map(MINUTES::contains).containsExactly(false, true, true, false);
        assertThat(List.of(11, 12, 9999)).map(WEEKS::contains).containsExactly(false, true, true);
    }

    @Test
    void figureIsFormattedAsARangeOrItsMinimum() {
        assertThat(MINUTES.toText()).isEqualTo("25–40");
        assertThat(WEEKS.toText()).isEqualTo("12");
        assertThat(new RequiredFigure("swap", 15, 15).toText()).isEqualTo("15");
    }

    @Test
    void maximumBelowTheMinimumThrows() {
        assertThatThrownBy(() -> new RequiredFigure("odd", 3, 2)).hasMessageContaining("odd");
    }

    @Test
    void onlyANumberOutsideIsAWarning() {
        var findings = new FindingCollector("cafe", school().build());
        MINUTES.check(25, findings, "minutes");
        MINUTES.check(41, findings, "minutes");

        assertThat(findings.all())
                .containsExactly(Finding.warning("cafe.other-minutes", "/parameters/minutes", 41L, "25–40"));
    }
}

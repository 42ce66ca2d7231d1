package dk.grundskema.solver.spi.toolkit;

import static dk.grundskema.solver.spi.toolkit.SchoolProblem.school;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.intervention.InterventionId;
import java.util.List;
import org.junit.jupiter.api.Test;

class FigureTest {
    private static final Figure MINUTES = new Figure("other-minutes", 25, 40);
    private static final Figure WEEKS = Figure.least("few-weeks", 12);

    record Nothing() {}

    @Test
    void theEndsAreInside() {
        assertThat(List.of(24, 25, 40, 41)).map(MINUTES::holds).containsExactly(false, true, true, false);
        assertThat(List.of(11, 12, 9999)).map(WEEKS::holds).containsExactly(false, true, true);
    }

    @Test
    void itIsWrittenAsARangeOrAsTheLeastAlone() {
        assertThat(MINUTES.words()).isEqualTo("25–40");
        assertThat(WEEKS.words()).isEqualTo("12");
        assertThat(new Figure("swap", 15, 15).words()).isEqualTo("15");
    }

    @Test
    void aHighestBelowTheLowestIsAProgrammersFault() {
        assertThatThrownBy(() -> new Figure("odd", 3, 2)).hasMessageContaining("odd");
    }

    @Test
    void onlyANumberOutsideIsAWarning() {
        var findings = new FindingList("cafe", school().build());
        MINUTES.check(25, findings, "minutes");
        MINUTES.check(41, findings, "minutes");

        assertThat(findings.all())
                .containsExactly(Finding.warning("cafe.other-minutes", "/parameters/minutes", 41L, "25–40"));
    }

    @Test
    void theReportAsksForTheLowestAndMentionsIt() {
        var asks = new Asks("cafe");
        asks.of("groups", List.of("red", "blue"), one -> one)
                .least("weeks", Asks.ours(), "weeks", WEEKS, one -> one.equals("red") ? 12 : 10, "school");

        Ask ask = asks.report(new Intervention<>(new InterventionId("c"), "cafe", "Café", new Nothing()))
                .asks()
                .getFirst();
        assertThat(ask.asked()).isEqualTo(24);
        assertThat(ask.shortBy()).isEqualTo(2);
        assertThat(ask.arguments()).containsExactly("12", "school");
    }
}

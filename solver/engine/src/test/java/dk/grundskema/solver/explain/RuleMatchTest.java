package dk.grundskema.solver.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.solver.spi.RuleType;
import org.junit.jupiter.api.Test;

class RuleMatchTest {
    private static final RuleType RULE = RuleType.soft("fixture.faces", 1, RuleType.OURS);
    private static final StaffId ANNA = new StaffId("anna");
    private static final IsoWeek WEEK = new IsoWeek(2026, 37);

    private record PersonAndWeek(StaffId staff, IsoWeek week) {}

    @Test
    void componentsOfARecordAreTheArguments() {
        assertThat(RuleMatch.ofKey(0, RULE, 1, new PersonAndWeek(ANNA, WEEK)).arguments())
                .containsExactly(ANNA, WEEK);
    }

    /** Ids and weeks are records too, but texts show them as a name and a week, not by component. */
    @Test
    void idsWeeksAndTextsAreArgumentsThemselves() {
        assertThat(RuleMatch.ofKey(0, RULE, 1, ANNA).arguments()).containsExactly(ANNA);
        assertThat(RuleMatch.ofKey(0, RULE, 1, WEEK).arguments()).containsExactly(WEEK);
        assertThat(RuleMatch.ofKey(0, RULE, 1, "dansk").arguments()).containsExactly("dansk");
    }
}

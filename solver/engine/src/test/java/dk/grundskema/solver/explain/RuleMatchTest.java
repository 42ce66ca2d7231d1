package dk.grundskema.solver.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.finding.Figure;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.solver.spi.RuleType;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleMatchTest {
    private static final RuleType RULE = RuleType.soft("fixture.faces", 1, RuleType.OURS);
    private static final StaffId ANNA = new StaffId("anna");
    private static final IsoWeek WEEK = new IsoWeek(2026, 37);

    private record PersonAndWeek(StaffId staff, IsoWeek week) {}

    @Test
    void componentsOfARecordAreTheArguments() {
        assertThat(RuleMatch.ofKey(0, RULE, 1, new PersonAndWeek(ANNA, WEEK), List.of())
                        .arguments())
                .containsExactly(ANNA, WEEK);
    }

    @Test
    void figuresFollowAndDoNotLocateThePlace() {
        Figure figure = Figure.ofMinutes(600);

        RuleMatch match = RuleMatch.ofKey(0, RULE, 1, new PersonAndWeek(ANNA, WEEK), List.of(figure));

        assertThat(match.arguments()).containsExactly(ANNA, WEEK, figure);
        assertThat(match.place()).containsExactly(ANNA, WEEK);
    }

    /** Ids and weeks are records too, but texts show them as a name and a week, not by component. */
    @Test
    void idsWeeksAndTextsAreArgumentsThemselves() {
        assertThat(RuleMatch.ofKey(0, RULE, 1, ANNA, List.of()).arguments()).containsExactly(ANNA);
        assertThat(RuleMatch.ofKey(0, RULE, 1, WEEK, List.of()).arguments()).containsExactly(WEEK);
        assertThat(RuleMatch.ofKey(0, RULE, 1, "dansk", List.of()).arguments()).containsExactly("dansk");
    }
}

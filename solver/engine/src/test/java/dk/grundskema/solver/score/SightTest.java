package dk.grundskema.solver.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.solver.fixture.FixturePlugin;
import dk.grundskema.solver.fixture.Scenario;
import dk.grundskema.solver.registry.Interruptions;
import dk.grundskema.solver.spi.DutyVisibility;
import dk.grundskema.solver.spi.RuleType;
import dk.grundskema.solver.spi.TimelineRule;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Declared visibility of rules and interruptions of interventions. */
class SightTest {
    private static final TimelineRule RULE = TimelineRule.timeline(
            RuleType.hard("x.y", RuleType.OURS),
            TimelineRule.Owner.STAFF,
            TimelineRule.Window.HORIZON,
            (duties, charge) -> {});

    @Test
    void ruleWithoutDeclaredVisibilitySeesEverything() {
        assertThat(RULE.visibility("anybody")).isEqualTo(DutyVisibility.EVERYTHING);
        assertThat(RULE.isMonotone()).isFalse();
    }

    @Test
    void ruleKeepsItsDeclaredVisibility() {
        TimelineRule watched = RULE.withVisibility(
                        one -> one.equals("ane") ? DutyVisibility.nearby(660) : DutyVisibility.NOTHING)
                .monotone()
                .withCost((duties, charge) -> charge.add(1));

        assertThat(watched.visibility("ane")).isEqualTo(DutyVisibility.nearby(660));
        assertThat(watched.visibility("bo")).isEqualTo(DutyVisibility.NOTHING);
        assertThat(watched.isMonotone()).isTrue();
        assertThat(watched.type()).isEqualTo(RULE.type());
    }

    @Test
    void visibilityHasMinutesOnlyIfNearbyAndNoNegativeOnes() {
        assertThatThrownBy(() -> DutyVisibility.nearby(-1)).hasMessageContaining("-1");
        assertThatThrownBy(() -> new DutyVisibility(DutyVisibility.Kind.NOTHING, 5))
                .hasMessageContaining("NOTHING");
    }

    @Test
    void expansionReceivesTheInterruptionsOfOtherInterventionsOnly() {
        var none = Map.<dk.grundskema.domain.people.StaffId, dk.grundskema.domain.people.WorkRules>of();
        var problem = Scenario.aScenario()
                .otherIntervention(new dk.grundskema.domain.demand.Demand(
                        List.of(), List.of(), List.of(), List.of(), List.of(), none))
                .problem();
        Intervention<?> first = problem.interventions().getFirst();
        Intervention<?> other = problem.interventions().getLast();
        var span = new DateSpan(LocalDate.parse("2026-09-07"), LocalDate.parse("2026-09-11"));

        var told = Interruptions.collect(problem, one -> one.equals(first) ? List.of(span) : List.of());

        assertThat(told.ofOthers(first)).isEmpty();
        assertThat(told.ofOthers(other)).containsExactly(span);
        assertThat(Interruptions.of(problem, FixturePlugin::byType).ofOthers(other))
                .isEmpty();
    }
}

package dk.grundskema.solver.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.solver.fixture.FixturePlugin;
import dk.grundskema.solver.fixture.Scenario;
import dk.grundskema.solver.spi.Interruptions;
import dk.grundskema.solver.spi.RuleType;
import dk.grundskema.solver.spi.Sight;
import dk.grundskema.solver.spi.TimelineRule;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What rules say of how far they see, and what interventions say of when they interrupt others. */
class SightTest {
    private static final TimelineRule RULE = TimelineRule.timeline(
            RuleType.hard("x.y", RuleType.OURS),
            TimelineRule.Owner.STAFF,
            TimelineRule.Window.HORIZON,
            (duties, charge) -> {});

    @Test
    void ruleThatSaysNothingSeesEverythingAndPromisesNothing() {
        assertThat(RULE.sight("anybody")).isEqualTo(Sight.EVERYTHING);
        assertThat(RULE.isNeverLessForMore()).isFalse();
    }

    @Test
    void ruleThatIsWatchedOverKeepsWhatItSays() {
        TimelineRule watched = RULE.seeing(one -> one.equals("ane") ? Sight.nearby(660) : Sight.NOTHING)
                .neverLessForMore()
                .charging((duties, charge) -> charge.add(1));

        assertThat(watched.sight("ane")).isEqualTo(Sight.nearby(660));
        assertThat(watched.sight("bo")).isEqualTo(Sight.NOTHING);
        assertThat(watched.isNeverLessForMore()).isTrue();
        assertThat(watched.type()).isEqualTo(RULE.type());
    }

    @Test
    void sightHasNoNegativeMinutesAndMinutesOnlyNearby() {
        assertThatThrownBy(() -> Sight.nearby(-1)).hasMessageContaining("-1");
        assertThatThrownBy(() -> new Sight(Sight.Kind.NOTHING, 5)).hasMessageContaining("NOTHING");
    }

    @Test
    void interventionHearsOfTheInterruptionsOfAllOthersButNotOfItsOwn() {
        var none = Map.<dk.grundskema.domain.people.StaffId, dk.grundskema.domain.people.WorkRules>of();
        var problem = Scenario.aScenario()
                .otherIntervention(new dk.grundskema.domain.demand.Demand(
                        List.of(), List.of(), List.of(), List.of(), List.of(), none))
                .problem();
        Intervention<?> first = problem.interventions().getFirst();
        Intervention<?> other = problem.interventions().getLast();
        var span = new DateSpan(LocalDate.parse("2026-09-07"), LocalDate.parse("2026-09-11"));

        var told = Interruptions.asking(problem, one -> one.equals(first) ? List.of(span) : List.of());

        assertThat(told.besides(first)).isEmpty();
        assertThat(told.besides(other)).containsExactly(span);
        assertThat(Interruptions.of(problem, FixturePlugin::byType).besides(other))
                .isEmpty();
    }
}

package dk.grundskema.solver.score;

import static dk.grundskema.solver.fixture.MeetingBuilder.aMeeting;
import static dk.grundskema.solver.fixture.Scenario.aScenario;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.solver.explain.PlanEvaluation;
import dk.grundskema.solver.explain.RuleMatch;
import dk.grundskema.solver.fixture.Scenario;
import dk.grundskema.solver.mapping.BlueprintBuilder;
import dk.grundskema.solver.spi.DutyVisibility;
import dk.grundskema.solver.spi.RuleType;
import dk.grundskema.solver.spi.TimelineRule;
import dk.grundskema.solver.spi.TimelineRule.Owner;
import dk.grundskema.solver.spi.TimelineRule.Window;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A window of a week contains what starts from Monday to Sunday, independent of the visibility of the rule. */
class WeekWindowTest {
    private static final RuleType CROWDED = RuleType.soft("x.crowded", 1, RuleType.OURS);

    /** Two of the four are in the same calendar week: 1 + 4 + 1. */
    private static Scenario fourMeetings() {
        var scenario = aScenario().horizon("2026-W36", 4);
        for (String time : List.of(
                "2026-09-06 22:00-23:59",
                "2026-09-07 00:00-01:00",
                "2026-09-13 22:00-23:59",
                "2026-09-14 09:00-10:00")) {
            scenario.meeting(aMeeting(time.substring(0, 10))
                    .at(time)
                    .room("hall")
                    .student("per")
                    .asking(true)
                    .candidates("anna"));
        }
        return scenario;
    }

    private static CompiledRules compiled(Scenario scenario, TimelineRule rule) {
        return RuleCompiler.compile(BlueprintBuilder.build(scenario.problem(), scenario.demands()), List.of(rule));
    }

    private static int[] allTaken(CompiledRules rules) {
        var decisions = rules.blueprint().decisions();
        int[] values = decisions.startValues();
        for (int decision = 0; decision < values.length; decision++) {
            if (decisions.isOpen(decision)) {
                values[decision] = decisions.range(decision)[0];
            }
        }
        return values;
    }

    @ParameterizedTest
    @EnumSource(Owner.class)
    void weekIsFromMondayToSunday(Owner owner) {
        TimelineRule rule = TimelineRule.timeline(
                CROWDED,
                owner,
                Window.WEEK,
                (duties, charge) -> charge.add((long) duties.size() * duties.size(), duties.week(0)));

        for (TimelineRule one : List.of(rule, rule.withVisibility(any -> DutyVisibility.nearby(0)))) {
            CompiledRules rules = compiled(fourMeetings(), one);
            var state = new ScoreState(rules);
            state.load(allTaken(rules));

            assertThat(state.settle().penalty(0)).isEqualTo(6);
            assertThat(PlanEvaluation.of(rules, allTaken(rules)).matches())
                    .extracting(RuleMatch::amount)
                    .containsExactly(1L, 4L, 1L);
        }
    }
}

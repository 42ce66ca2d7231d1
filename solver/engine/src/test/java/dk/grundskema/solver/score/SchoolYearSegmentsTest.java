package dk.grundskema.solver.score;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.explain.PlanEvaluation;
import dk.grundskema.solver.fixture.SchoolYearPlugin;
import dk.grundskema.solver.fixture.SchoolYearProblem;
import dk.grundskema.solver.mapping.BlueprintBuilder;
import dk.grundskema.solver.mapping.CoreRuleContextFactory;
import dk.grundskema.solver.model.Decisions;
import dk.grundskema.solver.rules.CoreRules;
import dk.grundskema.solver.spi.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Equal weeks of a year are folded: the costs equal those of the declarations over all dates. */
class SchoolYearSegmentsTest {
    static CompiledRules compiled(Problem problem) {
        Intervention<?> one = problem.interventions().getFirst();
        var parameters = (SchoolYearPlugin.Parameters) one.parameters();
        var blueprint = BlueprintBuilder.build(problem, List.of(parameters.demand()));
        List<Rule> rules = new ArrayList<>(CoreRules.of(CoreRuleContextFactory.create(blueprint, null)));
        rules.addAll(new SchoolYearPlugin()
                .rules(
                        new Intervention<>(one.id(), SchoolYearPlugin.TYPE, "Two adults", parameters),
                        problem,
                        parameters.demand()));
        return RuleCompiler.compile(blueprint, rules);
    }

    @Test
    void equalWeeksAreEvaluatedOnceAndUnbreakableKeysNever() {
        CompiledRules rules = compiled(SchoolYearProblem.of(3, 2, 4, 14));
        OwnerSegments helper = rules.lines().staff()[0];
        int weekly = IntStream.range(0, rules.rules().size())
                .filter(number -> rules.rules().get(number).type().id().equals("core.weekly-rest"))
                .findFirst()
                .orElseThrow();

        // Days of a weekday are equal except in the week of the closed day and in odd and even weeks; clashes and gaps
        // are evaluated for each.
        assertThat(helper.segments()).hasSizeBetween(10, 30);
        assertThat(Stream.of(helper.segments())
                        .mapToInt(OwnerSegments.Segment::times)
                        .max()
                        .orElse(0))
                .isGreaterThanOrEqualTo(10);
        assertThat(helper.segments())
                .allSatisfy(segment -> assertThat(segment.rules()).doesNotContain(weekly));
        assertThat(helper.rest().isEmpty()).isTrue();
    }

    @Test
    void totalsOfEqualWeeksAreOneRow() {
        CompiledRules rules = compiled(SchoolYearProblem.of(3, 2, 4, 14));

        List<Object[]> rows = List.of(rules.sums().keys());
        assertThat(rows).anySatisfy(keys -> assertThat(keys).hasSizeGreaterThanOrEqualTo(5));
        assertThat(rows.size() * 3)
                .isLessThan(rows.stream().mapToInt(keys -> keys.length).sum());
    }

    @Test
    void costsOfAFoldedYearEqualThoseOfAllDates() {
        CompiledRules rules = compiled(SchoolYearProblem.of(3, 2, 4, 14));
        Decisions decisions = rules.blueprint().decisions();
        var random = new Random(1);
        var state = new ScoreState(rules);
        for (int step = 0; step < 1500; step++) {
            int decision = random.nextInt(decisions.count());
            if (decisions.isOpen(decision)) {
                int[] range = decisions.range(decision);
                state.set(decision, random.nextInt(4) == 0 ? Decisions.NONE : range[random.nextInt(range.length)]);
            }
            if (step % 15 == 0) {
                state.settle();
                int[] values =
                        IntStream.range(0, decisions.count()).map(state::value).toArray();
                var evaluation = PlanEvaluation.of(rules, values);
                assertThat(state.score()).isEqualTo(evaluation.score());
                for (int rule = 0; rule < rules.rules().size(); rule++) {
                    int number = rule;
                    long charged = evaluation.matches().stream()
                            .filter(match -> match.rule() == number)
                            .mapToLong(match -> match.amount())
                            .sum();
                    assertThat(state.penalty(rule))
                            .as(rules.rules().get(rule).type().id())
                            .isEqualTo(charged);
                }
            }
        }
    }
}

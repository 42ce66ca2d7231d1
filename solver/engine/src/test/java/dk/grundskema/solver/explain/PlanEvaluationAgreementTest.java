package dk.grundskema.solver.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.check.TimetableChecker;
import dk.grundskema.solver.fixture.RandomPlugin;
import dk.grundskema.solver.fixture.RandomProblem;
import dk.grundskema.solver.mapping.BlueprintBuilder;
import dk.grundskema.solver.mapping.CoreRuleContextFactory;
import dk.grundskema.solver.mapping.TimetableBuilder;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import dk.grundskema.solver.rules.CoreRules;
import dk.grundskema.solver.score.RuleCompiler;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The declared rules and the independent checker share no code; on any plan they find the same amounts. */
class PlanEvaluationAgreementTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    @Tag("solver-quality")
    void checkerAndRulesAgreeOnRandomPlans(long seed) {
        for (int i = 0; i < 10; i++) {
            Problem problem = RandomProblem.of(1000 * seed + i);
            var random = new Random(seed + i);
            for (int plan = 0; plan < 5; plan++) {
                agree(problem, random, 1 + random.nextInt(8));
            }
        }
    }

    private static void agree(Problem problem, Random random, int oneInSoManyIsOpen) {
        var parameters =
                (RandomPlugin.Parameters) problem.interventions().getFirst().parameters();
        Blueprint blueprint = BlueprintBuilder.build(problem, List.of(parameters.demand()));
        var rules = RuleCompiler.compile(blueprint, CoreRules.of(CoreRuleContextFactory.create(blueprint, null)));
        int[] values = anyValues(blueprint, random, oneInSoManyIsOpen);
        var evaluation = PlanEvaluation.of(rules, values);
        var timetable = new TimetableBuilder(blueprint).build(values, "0", 0, evaluation.score(), evaluation.results());

        List<RuleViolation> charged = evaluation.matches().stream()
                .map(RuleMatch::toViolation)
                .filter(fault -> fault.level() != Level.SOFT)
                .toList();
        List<RuleViolation> found = new TimetableChecker(
                        type -> type.equals(RandomPlugin.TYPE) ? Optional.of(new RandomPlugin()) : Optional.empty())
                .checkRules(problem, timetable);
        Map<String, Long> amounts = amounts(found);
        // There is no rule that locks are kept, because the engine cannot break one; so a locked session without a time
        // is excluded.
        amounts.remove("core.lock-kept");
        assertThat(amounts).isEqualTo(amounts(charged));
    }

    private static Map<String, Long> amounts(List<RuleViolation> faults) {
        var amounts = new TreeMap<String, Long>();
        faults.forEach(fault -> amounts.merge(fault.rule(), fault.amount(), Long::sum));
        return amounts;
    }

    /** Random decisions, without two guests in one host, since a timetable cannot represent these. */
    private static int[] anyValues(Blueprint blueprint, Random random, int oneInSoManyIsOpen) {
        Decisions decisions = blueprint.decisions();
        int[] values = decisions.startValues();
        Set<Integer> taken = new HashSet<>();
        for (int s = 0; s < blueprint.sessions().size(); s++) {
            int slot = decisions.slot(s);
            if (blueprint.isGuest(s) && !decisions.isOpen(slot)) {
                taken.add(blueprint.host(s, values[slot]));
            }
        }
        for (int d = 0; d < values.length; d++) {
            int[] range = decisions.range(d);
            if (!decisions.isOpen(d) || random.nextInt(oneInSoManyIsOpen + 1) == 0) {
                continue;
            }
            int value = range[random.nextInt(range.length)];
            boolean isGuest = decisions.kind(d) == Decisions.Kind.SLOT && blueprint.isGuest(d);
            if (!isGuest || taken.add(blueprint.host(d, value))) {
                values[d] = value;
            }
        }
        return values;
    }
}

package dk.grundskema.solver.score;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Task;
import dk.grundskema.domain.demand.TaskId;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Score;
import dk.grundskema.solver.explain.PlanEvaluation;
import dk.grundskema.solver.explain.RuleMatch;
import dk.grundskema.solver.fixture.RandomPlugin;
import dk.grundskema.solver.fixture.RandomProblem;
import dk.grundskema.solver.mapping.BlueprintBuilder;
import dk.grundskema.solver.mapping.CoreRuleContextFactory;
import dk.grundskema.solver.model.Decisions;
import dk.grundskema.solver.rules.CoreRules;
import dk.grundskema.solver.rules.MembershipWeeks;
import dk.grundskema.solver.rules.SupportOffer;
import dk.grundskema.solver.spi.InterventionType.Category;
import dk.grundskema.solver.spi.Rule;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** After any changes and undos the costs of the state equal those of the declarations, rule by rule. */
class IncrementalScoreTest {
    private static final InterventionId BOOKS = new InterventionId("books");

    private static final int PROBLEMS_A_SEED = 5;
    private static final int STEPS = 80;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    @Tag("solver-quality")
    void incrementalScoreEqualsTheDeclarationsAfterAnyChanges(long seed) {
        for (int i = 0; i < PROBLEMS_A_SEED; i++) {
            long problem = 100 * seed + i;
            new RandomWalk(compiled(RandomProblem.of(problem)), new Random(problem)).run();
        }
    }

    @Test
    void loadedStateCostsTheSameAsOneReachedByChanges() {
        for (long seed = 0; seed < 20; seed++) {
            CompiledRules rules = compiled(RandomProblem.of(seed));
            var random = new Random(seed);
            var walked = new ScoreState(rules);
            var used = new ScoreState(rules);
            for (int i = 0; i < 300; i++) {
                change(walked, rules, random);
                change(used, rules, random);
            }
            used.settle();
            change(used, rules, random);
            used.load(values(walked, rules));
            assertThat(costs(used.settle(), rules)).isEqualTo(costs(walked.settle(), rules));
        }
    }

    @Test
    void everyRuleOfTheFixtureIsCharged() {
        var charged = new TreeMap<String, Long>();
        for (long seed = 0; seed < 80; seed++) {
            CompiledRules rules = compiled(RandomProblem.of(seed));
            var random = new Random(seed);
            var state = new ScoreState(rules);
            for (int i = 0; i < 200; i++) {
                change(state, rules, random);
            }
            costs(state.settle(), rules).forEach((rule, cost) -> charged.merge(rule, cost, Long::sum));
        }
        assertThat(charged).hasSizeGreaterThan(40);
        charged.values().removeIf(cost -> cost > 0);
        assertThat(charged)
                .as("other tests cover weeks without rest; no range contains a forbidden group")
                .containsOnlyKeys("core.weekly-rest", "core.group-not-allowed");
    }

    static CompiledRules compiled(Problem problem) {
        var parameters =
                (RandomPlugin.Parameters) problem.interventions().getFirst().parameters();
        Demand demand = parameters.demand();
        var blueprint = BlueprintBuilder.build(problem, List.of(demand, booksForAll(problem)));
        var offers = Map.of(
                problem.interventions().getFirst().id(),
                new SupportOffer(Category.SMALL_GROUP, List.of()),
                BOOKS,
                new SupportOffer(Category.SUPPLEMENTARY, List.of()));
        List<Rule> rules = new ArrayList<>(CoreRules.of(CoreRuleContextFactory.create(
                blueprint, offers, MembershipWeeks.inNewPlan(blueprint.problem()), null)));
        rules.addAll(new RandomPlugin()
                .rules(
                        new dk.grundskema.domain.intervention.Intervention<>(
                                problem.interventions().getFirst().id(), RandomPlugin.TYPE, "Random", parameters),
                        problem,
                        demand));
        return RuleCompiler.compile(blueprint, rules);
    }

    private static Demand booksForAll(Problem problem) {
        var task = new Task(
                new TaskId("books/1"),
                BOOKS,
                "books",
                "Books",
                problem.horizon().firstDay(),
                problem.students().stream().map(Student::id).toList());
        return new Demand(List.of(), List.of(), List.of(), List.of(), List.of(task), Map.of());
    }

    private static void change(ScoreState state, CompiledRules rules, Random random) {
        Decisions decisions = rules.blueprint().decisions();
        int decision = random.nextInt(decisions.count());
        if (decisions.isOpen(decision)) {
            state.set(decision, anyValue(decisions, decision, random));
        }
    }

    private static int anyValue(Decisions decisions, int decision, Random random) {
        int[] range = decisions.range(decision);
        return random.nextInt(5) == 0 ? Decisions.NONE : range[random.nextInt(range.length)];
    }

    private static int[] values(ScoreState state, CompiledRules rules) {
        int[] values = new int[rules.blueprint().decisions().count()];
        for (int d = 0; d < values.length; d++) {
            values[d] = state.value(d);
        }
        return values;
    }

    private static Map<String, Long> costs(ScoreState state, CompiledRules rules) {
        var costs = new TreeMap<String, Long>();
        for (int number = 0; number < rules.rules().size(); number++) {
            costs.merge(rules.rules().get(number).type().id(), state.penalty(number), Long::sum);
        }
        return costs;
    }

    private static Map<String, Long> costs(PlanEvaluation evaluation, CompiledRules rules) {
        var costs = new TreeMap<String, Long>();
        rules.rules().forEach(rule -> costs.put(rule.type().id(), 0L));
        for (RuleMatch match : evaluation.matches()) {
            costs.merge(match.type().id(), match.amount(), Long::sum);
        }
        return costs;
    }

    /** Hundreds of changes, several at once as in moves, half of them undone. */
    private static final class RandomWalk {
        private final CompiledRules rules;
        private final Decisions decisions;
        private final Random random;
        private final ScoreState state;

        RandomWalk(CompiledRules rules, Random random) {
            this.rules = rules;
            this.decisions = rules.blueprint().decisions();
            this.random = random;
            this.state = new ScoreState(rules);
        }

        void run() {
            compare();
            for (int step = 0; step < STEPS; step++) {
                Deque<int[]> before = new ArrayDeque<>();
                changeSome(before);
                if (random.nextInt(3) > 0) {
                    compare();
                }
                if (random.nextBoolean()) {
                    before.forEach(change -> state.set(change[0], change[1]));
                    compare();
                }
                tryChanges();
            }
        }

        private void changeSome(Deque<int[]> before) {
            for (int i = random.nextInt(6); i >= 0; i--) {
                int decision = random.nextInt(decisions.count());
                if (decisions.isOpen(decision)) {
                    before.push(new int[] {decision, state.value(decision)});
                    state.set(decision, anyValue(decisions, decision, random));
                }
            }
        }

        /** A trial that is reverted leaves values and costs as they were; one that is kept costs the same as any other change. */
        private void tryChanges() {
            state.settle();
            int[] values = values(state, rules);
            Score score = state.score();
            state.beginTrial();
            changeSome(new ArrayDeque<>());
            boolean isWithin = state.settleTrial(-score.hard() + random.nextInt(30));
            if (isWithin && random.nextBoolean()) {
                state.keepTrial();
                int[] kept = values(state, rules);
                state.restoreValuesBeforeTrial(kept);
                assertThat(kept).isEqualTo(values);
            } else {
                int[] tried = values(state, rules);
                state.revertTrial();
                assertThat(values(state, rules)).isEqualTo(values);
                assertThat(state.score()).isEqualTo(score);
                long hard = PlanEvaluation.of(rules, tried).score().hard();
                assertThat(isWithin || hard < score.hard())
                        .as("more than the limit")
                        .isTrue();
            }
            compare();
        }

        private void compare() {
            var evaluation = PlanEvaluation.of(rules, values(state, rules));
            assertThat(costs(state.settle(), rules)).isEqualTo(costs(evaluation, rules));
            assertThat(state.score()).isEqualTo(evaluation.score());
        }
    }
}

package dk.grundskema.examples.comparison.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.RuleResult;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.examples.generated.CampGenerator;
import dk.grundskema.examples.generated.CampSize;
import dk.grundskema.examples.generated.GroupsGenerator;
import dk.grundskema.examples.generated.GroupsSize;
import dk.grundskema.solver.check.TimetableChecker;
import dk.grundskema.solver.engine.Planner;
import dk.grundskema.solver.engine.SolveLimits;
import dk.grundskema.solver.engine.SolveRequest;
import dk.grundskema.solver.engine.TrialPlan;
import dk.grundskema.solver.registry.PluginRegistry;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupsScorerTest {
    private static final PluginRegistry PLUGINS = PluginRegistry.load(GroupsScorerTest.class.getClassLoader());
    private static final GroupsScorer SCORER = new GroupsScorer();

    /** Random plans violate all rules: clashes with lessons, tutors with two groups at once, groups of one or ten, vetoes. */
    @ParameterizedTest
    @CsvSource({"tiny, 15", "small, 5", "medium, 2"})
    void scoresRandomPlansAsTheEngineDoes(String size, int plans) {
        Problem problem = GroupsGenerator.problem(GroupsSize.findByName(size), 7, PLUGINS);
        TrialPlan trial = TrialPlan.of(PLUGINS, problem, null);
        for (int seed = 1; seed <= plans; seed++) {
            trial.shuffle(new Random(seed));
            Timetable timetable = trial.timetable("");

            assertThat(scorerPenalties(problem, timetable)).isEqualTo(enginePenalties(timetable));
            assertThat(SCORER.score(problem, timetable)).isEqualTo(trial.score());
        }
    }

    @ParameterizedTest
    @CsvSource({"tiny, 300", "small, 100"})
    void scoresSolvedPlansAsTheEngineDoes(String size, long steps) throws InterruptedException {
        Problem problem = GroupsGenerator.problem(GroupsSize.findByName(size), 3, PLUGINS);
        var request = new SolveRequest(problem, "", SolveLimits.ofSteps(steps), 1, 1, null);
        Timetable timetable =
                new Planner(PLUGINS).start(request, progress -> {}).await();

        assertThat(scorerPenalties(problem, timetable)).isEqualTo(enginePenalties(timetable));
        assertThat(SCORER.score(problem, timetable)).isEqualTo(timetable.score());
        assertThat(new TimetableChecker(PLUGINS::find).check(problem, timetable).isEmpty())
                .isEqualTo(timetable.score().isWithoutFault());
    }

    @ParameterizedTest
    @CsvSource({"tiny, 1", "small, 1", "medium, 2"})
    void scoresPlantedPlansAsTheEngineDoes(String name, long seed) {
        GroupsSize size = GroupsSize.findByName(name);
        Problem problem = GroupsGenerator.problem(size, seed, PLUGINS);
        Timetable timetable = GroupsGenerator.plantedPlan(size, seed).timetable(problem, PLUGINS);

        assertThat(scorerPenalties(problem, timetable)).isEqualTo(enginePenalties(timetable));
        assertThat(SCORER.score(problem, timetable)).isEqualTo(timetable.score());
    }

    private static Map<String, Long> scorerPenalties(Problem problem, Timetable timetable) {
        var penalties = new TreeMap<>(SCORER.softPenalties(problem, timetable));
        penalties.putAll(SCORER.mediumPenalties(problem, timetable));
        penalties.putAll(SCORER.hardPenalties(problem, timetable));
        penalties.values().removeIf(amount -> amount == 0);
        return penalties;
    }

    private static Map<String, Long> enginePenalties(Timetable timetable) {
        var penalties = new TreeMap<String, Long>();
        for (RuleResult rule : timetable.rules()) {
            if (rule.penalty() != 0) {
                penalties.put(rule.id(), rule.penalty());
            }
        }
        assertThat(timetable.rules()).extracting(RuleResult::level).contains(Level.HARD, Level.MEDIUM, Level.SOFT);
        return penalties;
    }

    @Test
    void campIsRefusedAndUnknownRulesAreNamed() {
        Problem camp = CampGenerator.problem(CampSize.TINY, 1, PLUGINS);
        Timetable timetable = TrialPlan.of(PLUGINS, camp, null).timetable("");

        assertThatThrownBy(() -> SCORER.score(camp, timetable))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("small groups");
        assertThatThrownBy(() -> GroupsScorer.WEIGHTS.soft(camp, "small-groups.new"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("small-groups.new");
        assertThatThrownBy(() -> GroupsScorer.WEIGHTS.medium("small-groups.new"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("small-groups.new");
    }
}

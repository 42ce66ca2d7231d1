package dk.grundskema.examples.comparison.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.RuleResult;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.examples.generated.CampGenerator;
import dk.grundskema.examples.generated.CampSize;
import dk.grundskema.examples.generated.SchoolGenerator;
import dk.grundskema.examples.generated.SchoolSize;
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

class SchoolScorerTest {
    private static final PluginRegistry PLUGINS = PluginRegistry.load(SchoolScorerTest.class.getClassLoader());
    private static final SchoolScorer SCORER = new SchoolScorer();

    /** Random plans violate all rules: people in two places, budgets, preparation without staff. */
    @ParameterizedTest
    @CsvSource({"2, 15", "12, 2"})
    void scoresRandomPlansAsTheEngineDoes(int classes, int plans) {
        Problem problem = SchoolGenerator.problem(SchoolSize.of(classes), 7, PLUGINS);
        TrialPlan trial = TrialPlan.of(PLUGINS, problem, null);
        for (int seed = 1; seed <= plans; seed++) {
            trial.shuffle(new Random(seed));
            Timetable timetable = trial.timetable("");

            assertThat(scorerPenalties(problem, timetable)).isEqualTo(enginePenalties(timetable));
            assertThat(SCORER.score(problem, timetable)).isEqualTo(trial.score());
        }
    }

    @ParameterizedTest
    @CsvSource({"2, 300, false", "12, 50, false", "12, 50, true"})
    void scoresSolvedPlansAsTheEngineDoes(int classes, long steps, boolean isShort) throws InterruptedException {
        SchoolSize size = SchoolSize.of(classes);
        Problem problem = SchoolGenerator.problem(isShort ? size.withShortPool() : size, 3, PLUGINS);
        var request = new SolveRequest(problem, "", SolveLimits.ofSteps(steps), 1, 1, null);
        Timetable timetable =
                new Planner(PLUGINS).start(request, progress -> {}).await();

        assertThat(scorerPenalties(problem, timetable)).isEqualTo(enginePenalties(timetable));
        assertThat(SCORER.score(problem, timetable)).isEqualTo(timetable.score());
        assertThat(new TimetableChecker(PLUGINS::find).check(problem, timetable).isEmpty())
                .isEqualTo(timetable.score().isWithoutFault());
    }

    @ParameterizedTest
    @CsvSource({"2, 1", "2, 2", "12, 1"})
    void scoresPlantedPlansAsTheEngineDoes(int classes, long seed) {
        SchoolSize size = SchoolSize.of(classes);
        Problem problem = SchoolGenerator.problem(size, seed, PLUGINS);
        Timetable timetable = SchoolGenerator.planted(size, seed).timetable(problem, PLUGINS);

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
                .hasMessageContaining("one pattern");
        assertThatThrownBy(() -> SchoolScorer.WEIGHTS.soft(camp, "co-teaching.new"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("co-teaching.new");
        assertThatThrownBy(() -> SchoolScorer.WEIGHTS.medium("co-teaching.new"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("co-teaching.new");
    }
}

package dk.grundskema.examples.comparison.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.RuleResult;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.examples.generated.CampGenerator;
import dk.grundskema.examples.generated.CampSize;
import dk.grundskema.solver.engine.Planner;
import dk.grundskema.solver.engine.SolveLimits;
import dk.grundskema.solver.engine.SolveRequest;
import dk.grundskema.solver.engine.TrialPlan;
import dk.grundskema.solver.registry.PluginRegistry;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CampScorerTest {
    private static final PluginRegistry PLUGINS = PluginRegistry.load(CampScorerTest.class.getClassLoader());
    private static final CampScorer SCORER = new CampScorer(PLUGINS);

    @ParameterizedTest
    @CsvSource({"tiny, 40", "small, 10", "medium, 5", "large, 1"})
    void scoresRandomPlansAsTheEngineDoes(String size, int plans) {
        Problem problem = CampGenerator.problem(CampSize.findByName(size), 7, PLUGINS);
        TrialPlan trial = TrialPlan.of(PLUGINS, problem, null);
        for (int seed = 1; seed <= plans; seed++) {
            trial.shuffle(new Random(seed));
            Timetable timetable = trial.timetable("");

            assertThat(SCORER.softPenalties(problem, timetable)).isEqualTo(chargedSoftPenalties(timetable));
            assertThat(SCORER.score(problem, timetable)).isEqualTo(trial.score());
        }
    }

    @ParameterizedTest
    @CsvSource({"tiny, 500", "small, 2000", "medium, 500"})
    void scoresSolvedPlansAsTheEngineDoes(String size, long steps) throws InterruptedException {
        Problem problem = CampGenerator.problem(CampSize.findByName(size), 3, PLUGINS);
        var request = new SolveRequest(problem, "", SolveLimits.ofSteps(steps), 1, 1, null);
        Timetable timetable =
                new Planner(PLUGINS).start(request, progress -> {}).await();

        assertThat(SCORER.softPenalties(problem, timetable)).isEqualTo(chargedSoftPenalties(timetable));
        assertThat(SCORER.score(problem, timetable)).isEqualTo(timetable.score());
    }

    /** Rules about properties that generated camps lack. */
    private static final Set<String> NOT_SCORED = Set.of(
            "camp.contact-from-team",
            "camp.contacts-even",
            "camp.cover",
            "core.exclusive-at-one-time-wish",
            "core.exclusive-on-one-date-wish");

    /** All soft rules that the scorer knows; the others must not have charged anything. */
    private static Map<String, Long> chargedSoftPenalties(Timetable timetable) {
        var penalties = new TreeMap<String, Long>();
        for (RuleResult rule : timetable.rules()) {
            if (NOT_SCORED.contains(rule.id())) {
                assertThat(rule.penalty()).as(rule.id()).isZero();
            } else if (rule.level() == Level.SOFT) {
                penalties.put(rule.id(), rule.penalty());
            }
        }
        return penalties;
    }

    @Test
    void unknownRuleIsNamed() {
        Problem problem = CampGenerator.problem(CampSize.TINY, 1, PLUGINS);

        assertThatThrownBy(() -> CampScorer.weight(problem, "camp.new"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("camp.new");
        assertThatThrownBy(() -> CampScorer.weight("camp.new", Level.MEDIUM))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("camp.new");
    }
}

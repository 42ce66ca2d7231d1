package dk.grundskema.examples.comparison.rosters;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.check.TimetableChecker;
import dk.grundskema.solver.engine.Planner;
import dk.grundskema.solver.engine.SolveLimits;
import dk.grundskema.solver.engine.SolveRequest;
import dk.grundskema.solver.registry.PluginRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RosterGeneratorTest {
    private static final PluginRegistry PLUGINS = PluginRegistry.of(List.of(new RosterPlugin()));

    @ParameterizedTest
    @CsvSource({"tiny, 1", "small, 1", "small, 2"})
    void searchFillsAllShifts(String name, long seed) throws InterruptedException {
        Problem problem = RosterGenerator.problem(RosterSize.findByName(name), seed, PLUGINS);

        var plan = new Planner(PLUGINS)
                .start(new SolveRequest(problem, "", SolveLimits.ofSteps(3_000), 1, 1, null), progress -> {})
                .await();

        assertThat(new TimetableChecker(PLUGINS::find).check(problem, plan)).isEmpty();
        assertThat(plan.meetings()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"small", "medium", "large"})
    void shiftsOfADayNeedFewerNursesThanThereAre(String name) {
        RosterSize size = RosterSize.findByName(name);

        Problem problem = RosterGenerator.problem(size, 1, PLUGINS);

        var parameters = (RosterParameters) problem.interventions().getFirst().parameters();
        assertThat(problem.staff()).hasSize(size.nurses());
        for (int day = 0; day < 7; day++) {
            int weekday = day;
            assertThat(parameters.shifts().stream()
                            .mapToInt(shift -> shift.cover().get(weekday))
                            .sum())
                    .isBetween(size.nurses() / 4, size.nurses() - 1);
        }
    }

    @Test
    void sameSeedGivesTheSameFileAndAnotherSeedAnother() {
        String file = RosterGenerator.file(RosterSize.SMALL, 1);

        assertThat(RosterGenerator.file(RosterSize.SMALL, 1)).isEqualTo(file);
        assertThat(RosterGenerator.file(RosterSize.SMALL, 2)).isNotEqualTo(file);
    }
}

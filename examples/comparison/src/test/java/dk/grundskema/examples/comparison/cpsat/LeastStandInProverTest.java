package dk.grundskema.examples.comparison.cpsat;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.planning.change.ChangePreview;
import dk.grundskema.api.planning.change.PlanChange;
import dk.grundskema.api.planning.change.PlanChanges;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.examples.comparison.cpsat.LeastStandInProver.Quality;
import dk.grundskema.examples.generated.CampGenerator;
import dk.grundskema.examples.generated.CampSize;
import dk.grundskema.solver.check.TimetableChecker;
import dk.grundskema.solver.engine.SolveLimits;
import dk.grundskema.solver.engine.SolveRequest;
import dk.grundskema.solver.registry.PluginRegistry;
import dk.grundskema.solver.repair.ChangeRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LeastStandInProverTest {
    private static final PluginRegistry PLUGINS = PluginRegistry.load(LeastStandInProverTest.class.getClassLoader());
    private static final PluginPlanningFacade PLANNING = new PluginPlanningFacade();
    private static final Problem PROBLEM = CampGenerator.problem(CampSize.SMALL, 1, PLUGINS);
    private static final LocalDate FRIDAY = LocalDate.of(2026, 9, 11);
    private static final StaffId ILL = new StaffId("staff-1");
    private static Timetable timetable;

    @BeforeAll
    static void solve() throws InterruptedException {
        timetable = PLANNING.startSolve(
                        new SolveRequest(PROBLEM, "", SolveLimits.ofSteps(10_000), 3, 1, null), progress -> {})
                .await();
    }

    @Test
    void theFewestPersonDaysAreFoundWhateverTheChangeThatIsJudged() throws InterruptedException {
        var operation = new PlanChanges(PLANNING, PROBLEM, timetable, FRIDAY.atTime(6, 40));
        Problem changed = operation
                .apply(List.of(new PlanChange.StaffAway(
                        ILL, FRIDAY.atStartOfDay(), FRIDAY.plusDays(1).atStartOfDay())))
                .problem();
        ChangePreview preview =
                operation.plan(operation.prepare(changed, ""), changed, SolveLimits.ofSteps(200_000), 1);
        Quality found = Quality.of(preview.after(), preview.daysOfOthers().size());

        assertThat(found.personDays()).isPositive();
        assertThat(prover(changed).proveLeast(found, 300)).contains(found);
        assertThat(prover(changed).proveLeast(new Quality(0, found.medium() + 1, 9, 9), 300))
                .contains(found);
        assertThat(prover(changed).proveLeast(new Quality(0, found.medium(), found.empty() + 1, 0), 300))
                .as("a seat that stays empty is no smaller change")
                .contains(found);
        assertThat(prover(changed).proveLeast(found, 0)).isEmpty();
    }

    private static LeastStandInProver prover(Problem changed) {
        return new LeastStandInProver(
                new TimetableChecker(PLUGINS::find),
                new ChangeRequest(PROBLEM, changed, timetable, FRIDAY.atTime(6, 40)),
                ILL,
                Set.of(FRIDAY));
    }
}

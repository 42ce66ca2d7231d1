package dk.grundskema.examples.comparison.cpsat;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.examples.generated.CampGenerator;
import dk.grundskema.examples.generated.CampSize;
import dk.grundskema.solver.engine.Planner;
import dk.grundskema.solver.engine.SolveLimits;
import dk.grundskema.solver.engine.SolveRequest;
import dk.grundskema.solver.registry.PluginRegistry;
import dk.grundskema.solver.repair.Absence;
import dk.grundskema.solver.repair.PlanRepairer;
import dk.grundskema.solver.repair.RepairRequest;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeastChangeProverTest {
    private static final PluginRegistry PLUGINS = PluginRegistry.load(LeastChangeProverTest.class.getClassLoader());
    private static final Planner PLANNER = new Planner(PLUGINS);
    private static final Problem PROBLEM = CampGenerator.problem(CampSize.SMALL, 1, PLUGINS);
    private static final LocalDate TUESDAY = LocalDate.of(2026, 9, 8);
    private static final LocalDate FRIDAY = LocalDate.of(2026, 9, 11);
    private static final double EFFORT = 100;
    private static Timetable timetable;

    @BeforeAll
    static void solve() throws InterruptedException {
        var request = new SolveRequest(PROBLEM, "", SolveLimits.ofSteps(10_000), 3, 1, null);
        timetable = PLANNER.start(request, progress -> {}).await();
        assertThat(timetable.score().isWithoutFault()).isTrue();
    }

    private static RepairRequest absentOn(LocalDate date, String who) {
        var absence = new Absence(
                new StaffId(who), date.atStartOfDay(), date.plusDays(1).atStartOfDay());
        return new RepairRequest(PROBLEM, timetable, List.of(absence), date.atTime(6, 40));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
    void repairOfASickDayIsProvedToBeTheSmallest(int who) {
        RepairRequest request = absentOn(FRIDAY, "staff-" + who);
        PlanRepairer replan = new PlanRepairer(PLUGINS, request);

        var repair = replan.repair(SolveLimits.ofSteps(200_000), "");

        assertThat(replan.vacantSeats()).isNotEmpty();
        var least = new LeastChangeProver(request, replan.problem())
                .proveLeastChange(EFFORT)
                .orElseThrow();
        assertThat(least.medium()).isZero();
        assertThat(repair.timetable().score().isWithoutFault()).isTrue();
        assertThat(repair.personDays()).hasSize((int) least.personDays());
    }

    /** On that Tuesday another person is absent already, so not all seats can be filled. The other four agree too. */
    @ParameterizedTest
    @ValueSource(ints = {1, 5, 7})
    void repairWithoutSubstituteIsProvedToLackAndChangeTheLeast(int who) {
        RepairRequest request = absentOn(TUESDAY, "staff-" + who);
        PlanRepairer replan = new PlanRepairer(PLUGINS, request);

        var repair = replan.repair(SolveLimits.ofSteps(1_500_000), "");

        assertThat(repair.isMended()).isFalse();
        assertThat(repair.isLeast()).isFalse();
        var least = new LeastChangeProver(request, replan.problem())
                .proveLeastChange(EFFORT)
                .orElseThrow();
        assertThat(least.medium()).isPositive();
        assertThat(repair.timetable().score().hard()).isZero();
        assertThat(-repair.timetable().score().medium()).isEqualTo(least.medium());
        assertThat(repair.personDays()).hasSize((int) least.personDays());
    }

    @Test
    void absenceWithoutDutyNeedsNoChange() {
        RepairRequest sunday = absentOn(LocalDate.of(2026, 9, 13), "staff-1");

        assertThat(new LeastChangeProver(sunday, PROBLEM).proveLeastChange(EFFORT))
                .contains(new LeastChangeProver.LeastChange(0, 0));
    }
}

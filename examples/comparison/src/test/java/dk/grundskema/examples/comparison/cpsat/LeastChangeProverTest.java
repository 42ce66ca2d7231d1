package dk.grundskema.examples.comparison.cpsat;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.examples.generated.CampGenerator;
import dk.grundskema.examples.generated.CampSize;
import dk.grundskema.solver.change.Absence;
import dk.grundskema.solver.change.AbsenceChange;
import dk.grundskema.solver.change.ChangeRequest;
import dk.grundskema.solver.change.ChangedPlan;
import dk.grundskema.solver.change.PlanChanger;
import dk.grundskema.solver.engine.Planner;
import dk.grundskema.solver.engine.SolveLimits;
import dk.grundskema.solver.engine.SolveRequest;
import dk.grundskema.solver.registry.PluginRegistry;
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

    private static AbsenceChange absentOn(LocalDate date, String who) {
        var absence = new Absence(
                new StaffId(who), date.atStartOfDay(), date.plusDays(1).atStartOfDay());
        return new AbsenceChange(timetable, List.of(absence), date.atTime(6, 40));
    }

    private static PlanChanger changer(AbsenceChange change) {
        return new PlanChanger(PLUGINS, new ChangeRequest(PROBLEM, change.apply(PROBLEM), timetable, change.now()), "");
    }

    private static long countDaysOfOthers(ChangedPlan plan, AbsenceChange change) {
        Absence absence = change.absences().getFirst();
        return plan.difference().days().stream()
                .filter(day ->
                        !day.staffId().equals(absence.staffId()) || !day.date().equals(absence.lastDay()))
                .count();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
    void changeForASickDayIsProvedToBeTheSmallest(int who) throws InterruptedException {
        AbsenceChange change = absentOn(FRIDAY, "staff-" + who);
        PlanChanger changer = changer(change);

        ChangedPlan changed = changer.findLeastChange(SolveLimits.ofSteps(200_000), 1);

        assertThat(changer.seatCandidates()).isNotEmpty();
        var least = new LeastChangeProver(change, change.apply(PROBLEM))
                .proveLeastChange(EFFORT)
                .orElseThrow();
        assertThat(least.medium()).isZero();
        assertThat(changed.timetable().score().isWithoutFault()).isTrue();
        assertThat(countDaysOfOthers(changed, change)).isEqualTo(least.personDays());
    }

    /** On that Tuesday another person is absent already, so not all seats can be filled. The other four agree too. */
    @ParameterizedTest
    @ValueSource(ints = {1, 5, 7})
    void changeWithoutSubstituteIsProvedToLackAndChangeTheLeast(int who) throws InterruptedException {
        AbsenceChange change = absentOn(TUESDAY, "staff-" + who);

        ChangedPlan changed = changer(change).findLeastChange(SolveLimits.ofSteps(1_500_000), 1);

        assertThat(changed.isLeast()).isFalse();
        var least = new LeastChangeProver(change, change.apply(PROBLEM))
                .proveLeastChange(EFFORT)
                .orElseThrow();
        assertThat(least.medium()).isPositive();
        assertThat(changed.timetable().score().hard()).isZero();
        assertThat(-changed.timetable().score().medium()).isEqualTo(least.medium());
        assertThat(countDaysOfOthers(changed, change)).isEqualTo(least.personDays());
    }

    @Test
    void absenceWithoutDutyNeedsNoChange() {
        AbsenceChange sunday = absentOn(LocalDate.of(2026, 9, 13), "staff-1");

        assertThat(new LeastChangeProver(sunday, PROBLEM).proveLeastChange(EFFORT))
                .contains(new LeastChangeProver.LeastChange(0, 0));
    }
}

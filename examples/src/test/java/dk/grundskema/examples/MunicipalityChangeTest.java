package dk.grundskema.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.planning.PlanningFacade;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.planning.change.ChangePlanner;
import dk.grundskema.api.planning.change.ChangePlanner.ChangedProblem;
import dk.grundskema.api.planning.change.ChangePreview;
import dk.grundskema.api.planning.change.StatedChange.StaffAway;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.examples.generated.MunicipalityGenerator;
import dk.grundskema.examples.generated.MunicipalitySize;
import dk.grundskema.solver.engine.SolveLimits;
import dk.grundskema.solver.engine.SolveRequest;
import dk.grundskema.solver.registry.PluginRegistry;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A sick day in a municipality changes the schools that share an advisor; what is said about the whole plan is what a check of it finds. */
@Tag("examples")
class MunicipalityChangeTest {
    /** Four schools share an advisor; the fifth has another. */
    private static final Problem PROBLEM = MunicipalityGenerator.problem(
            new MunicipalitySize(5, 8), 1, PluginRegistry.load(MunicipalityChangeTest.class.getClassLoader()));

    private static final PlanningFacade PLANNING = new PluginPlanningFacade();

    private static List<Meeting> ofFifthSchool(Timetable plan) {
        return plan.meetings().stream()
                .filter(one -> one.interventionId().value().contains("school-05"))
                .toList();
    }

    @Test
    void sickDayKeepsTheOtherSchoolsAndItsFaultsAreThoseOfTheWholePlan() throws InterruptedException {
        Timetable plan = PLANNING.startSolve(
                        new SolveRequest(PROBLEM, "", SolveLimits.ofSteps(500), 1, 1, null), progress -> {})
                .await();
        var ill = new StaffId("school-01/co-teacher");
        LocalDate date = plan.meetings().stream()
                .filter(meeting ->
                        meeting.seats().stream().anyMatch(seat -> ill.equals(seat.staffId()) && !seat.locked()))
                .map(meeting -> meeting.time().dates().getLast())
                .findFirst()
                .orElseThrow();
        var operation = new ChangePlanner(PLANNING, PROBLEM, plan, date.atStartOfDay());
        ChangedProblem changed = operation.apply(
                List.of(new StaffAway(ill, date.atStartOfDay(), date.plusDays(1).atStartOfDay())));

        ChangePreview preview = operation.plan(
                operation.prepare(changed.problem(), ""), changed.problem(), SolveLimits.ofSteps(1_000), 1);

        assertThat(changed.findings()).isEmpty();
        Timetable after = preview.after().timetable();
        assertThat(preview.after().difference().dates()).isNotEmpty();
        assertThat(preview.before().violations())
                .containsExactlyInAnyOrderElementsOf(PLANNING.checkTimetable(PROBLEM, plan));
        assertThat(preview.after().violations())
                .containsExactlyInAnyOrderElementsOf(PLANNING.checkTimetable(changed.problem(), after));
        assertThat(ofFifthSchool(after)).isEqualTo(ofFifthSchool(plan)).isNotEmpty();
        assertThat(preview.support().keySet()).noneMatch(id -> id.value().contains("school-05"));
        assertThat(after.groups()).hasSameElementsAs(plan.groups());
        assertThat(after.tasks()).hasSameElementsAs(plan.tasks());
    }
}

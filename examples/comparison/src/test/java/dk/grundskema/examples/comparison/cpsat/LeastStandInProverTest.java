package dk.grundskema.examples.comparison.cpsat;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.planning.change.ChangePlanner;
import dk.grundskema.api.planning.change.ChangePreview;
import dk.grundskema.api.planning.change.StatedChange;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.examples.comparison.cpsat.LeastStandInProver.Quality;
import dk.grundskema.examples.generated.CampGenerator;
import dk.grundskema.examples.generated.CampSize;
import dk.grundskema.solver.change.ChangeRequest;
import dk.grundskema.solver.change.ChangedPlan;
import dk.grundskema.solver.change.PlanDifference;
import dk.grundskema.solver.check.TimetableChecker;
import dk.grundskema.solver.engine.SolveLimits;
import dk.grundskema.solver.engine.SolveRequest;
import dk.grundskema.solver.registry.PluginRegistry;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
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
        var operation = new ChangePlanner(PLANNING, PROBLEM, timetable, FRIDAY.atTime(6, 40));
        Problem changed = operation
                .apply(List.of(new StatedChange.StaffAway(
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

    @Test
    void twoMissingAdultsCountAsTwoWhetherInOneModuleOrInTwo() {
        List<Meeting> modules = timetable.meetings().stream()
                .filter(meeting -> meeting.seats().stream()
                        .allMatch(seat -> seat.required() && seat.staffId() != null && !seat.locked()))
                .filter(meeting -> meeting.seats().size() == 2)
                .limit(2)
                .toList();

        assertThat(lackWithout(Map.of(modules.getFirst(), 2))).isGreaterThanOrEqualTo(2);
        assertThat(lackWithout(Map.of(modules.getFirst(), 2)))
                .isGreaterThanOrEqualTo(lackWithout(Map.of(modules.getFirst(), 1)) + 1);
        assertThat(lackWithout(Map.of(modules.getFirst(), 1, modules.getLast(), 1)))
                .isGreaterThanOrEqualTo(2);
    }

    /** Returns what a plan lacks in which the first seats of some meetings are empty. */
    private static long lackWithout(Map<Meeting, Integer> empty) {
        Timetable without = timetable.withMeetings(timetable.meetings().stream()
                .map(meeting ->
                        meeting.withSeats(IntStream.range(0, meeting.seats().size())
                                .mapToObj(index -> {
                                    MeetingSeat seat = meeting.seats().get(index);
                                    return index < empty.getOrDefault(meeting, 0)
                                            ? new MeetingSeat(seat.role(), null, seat.required(), seat.locked())
                                            : seat;
                                })
                                .toList()))
                .toList());
        return Quality.of(
                        new ChangedPlan(
                                without,
                                List.of(),
                                new TimetableChecker(PLUGINS::find).check(PROBLEM, without),
                                PlanDifference.between(timetable, without),
                                List.of(),
                                false),
                        0)
                .medium();
    }

    private static LeastStandInProver prover(Problem changed) {
        return new LeastStandInProver(
                new TimetableChecker(PLUGINS::find),
                new ChangeRequest(PROBLEM, changed, timetable, FRIDAY.atTime(6, 40)),
                ILL,
                Set.of(FRIDAY));
    }
}

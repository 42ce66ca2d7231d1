package dk.grundskema.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.documents.problem.ProblemReader;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.PersonDay;
import dk.grundskema.domain.timetable.SessionChange;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.check.TimetableChecker;
import dk.grundskema.solver.engine.Planner;
import dk.grundskema.solver.engine.SolveLimits;
import dk.grundskema.solver.engine.SolveRequest;
import dk.grundskema.solver.registry.PluginRegistry;
import dk.grundskema.solver.repair.Absence;
import dk.grundskema.solver.repair.ChangeRequest;
import dk.grundskema.solver.repair.ChangedPlan;
import dk.grundskema.solver.repair.PlanChanger;
import dk.grundskema.solver.repair.PlanRepairer;
import dk.grundskema.solver.repair.RepairRequest;
import dk.grundskema.solver.repair.RepairResult;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Repairs of a sick day of each staff member of the example camp. */
class CampReplanTest {
    private static final PluginRegistry PLUGINS = PluginRegistry.load(CampReplanTest.class.getClassLoader());
    private static final LocalDateTime THURSDAY = LocalDateTime.parse("2026-09-10T00:00");

    private static Problem problem;
    private static Timetable plan;

    @BeforeAll
    static void solve() throws InterruptedException {
        problem = ((ReadResult.Success<Problem>)
                        new ProblemReader(PLUGINS).read(Path.of("camp-3-weeks", "problem.json")))
                .value();
        plan = new Planner(PLUGINS)
                .start(new SolveRequest(problem, "0", SolveLimits.ofSteps(8000), 1, 1, null), progress -> {})
                .await();
    }

    private static PlanRepairer replanWithout(StaffMember who) {
        return new PlanRepairer(
                PLUGINS,
                new RepairRequest(
                        problem, plan, List.of(new Absence(who.id(), THURSDAY, THURSDAY.plusDays(1))), THURSDAY));
    }

    private static List<RuleViolation> newFaults(Problem changed, Timetable after) {
        var checker = new TimetableChecker(PLUGINS::find);
        var faults = new ArrayList<>(checker.check(changed, after));
        checker.check(problem, plan).forEach(faults::remove);
        return faults;
    }

    private static List<Meeting> meetingsBeforeThursday(Timetable timetable) {
        return timetable.meetings().stream()
                .filter(one -> one.time().firstDate().isBefore(THURSDAY.toLocalDate()))
                .toList();
    }

    @Test
    @Tag("examples")
    void repairOfASickDayChangesFewPersonDaysAndOftenProvablyTheFewest() {
        int least = 0;
        for (StaffMember one : problem.staff()) {
            PlanRepairer replan = replanWithout(one);
            if (replan.vacantSeats().isEmpty()) {
                continue;
            }
            RepairResult repair = replan.repair(SolveLimits.ofSteps(60_000), "0");
            if (repair.isMended()) {
                assertThat(newFaults(replan.problem(), repair.timetable()))
                        .as("%s", one.id())
                        .isEmpty();
                assertThat(repair.personDays()).as("%s", one.id()).hasSizeBetween(1, 6);
            }
            least += repair.isLeast() ? 1 : 0;
            assertThat(meetingsBeforeThursday(repair.timetable())).isEqualTo(meetingsBeforeThursday(plan));
            assertThat(repair.timetable().meetings().stream()
                            .filter(meeting -> meeting.time().firstDate().equals(THURSDAY.toLocalDate()))
                            .flatMap(meeting -> meeting.seats().stream()))
                    .noneMatch(seat -> one.id().equals(seat.staffId()));
        }
        assertThat(least).isGreaterThanOrEqualTo(6);
    }

    /** The command line plans a sick day as a change at a moment, the page of an absence as a repair. */
    @Test
    @Tag("examples")
    void changeAtAMomentChangesAsFewDaysOfOthersAsTheRepair() throws InterruptedException {
        for (StaffMember one : problem.staff().subList(0, 4)) {
            PlanRepairer replan = replanWithout(one);
            RepairResult repair = replan.repair(SolveLimits.ofSteps(60_000), "0");
            var changer = new PlanChanger(PLUGINS, new ChangeRequest(problem, replan.problem(), plan, THURSDAY), "0");
            ChangedPlan change = changer.findLeastChange(SolveLimits.ofSteps(60_000), 1);

            assertThat(changer.seatCandidates()).as("%s", one.id()).hasSameSizeAs(replan.vacantSeats());
            assertThat(change.isLeast()).as("%s", one.id()).isEqualTo(repair.isLeast());
            assertThat(change.difference().days())
                    .as("%s", one.id())
                    .filteredOn(day -> !day.staffId().equals(one.id()))
                    .hasSameSizeAs(repair.personDays());
        }
    }

    /** Continuing a plan after an absence once changed 35 decisions here. */
    @Test
    @Tag("examples")
    void repairChangesTheVacantDecisionsAndAtMostTwoMore() {
        for (StaffMember one : problem.staff()) {
            PlanRepairer replan = replanWithout(one);
            RepairResult repair = replan.repair(SolveLimits.ofSteps(60_000), "0");
            if (repair.isLeast() && repair.personDays().size() <= 2) {
                long changed = repair.changes().sessions().stream()
                        .mapToLong(change -> change.staffLeaving().size())
                        .sum();
                assertThat(changed)
                        .as("%s", one.id())
                        .isBetween(
                                (long) replan.vacantSeats().size(),
                                replan.vacantSeats().size() + 2L);
            }
        }
    }

    @Test
    void everyChangedPersonDayHasAReportedSession() {
        PlanRepairer replan = replanWithout(problem.staff().get(2));
        RepairResult repair = replan.repair(SolveLimits.ofSteps(60_000), "0");

        for (PersonDay day : repair.personDays()) {
            assertThat(repair.changes().sessions())
                    .anyMatch(change -> involves(change, day)
                            && change.meeting().time().dates().contains(day.date()));
        }
        assertThat(repair.personDays()).extracting(PersonDay::date).containsOnly(LocalDate.parse("2026-09-10"));
    }

    private static boolean involves(SessionChange change, PersonDay day) {
        return change.staffJoining().contains(day.staffId())
                || change.staffLeaving().contains(day.staffId());
    }
}

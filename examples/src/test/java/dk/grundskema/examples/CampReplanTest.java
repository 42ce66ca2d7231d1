package dk.grundskema.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.documents.problem.ProblemReader;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.ChangeSet;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.PersonDay;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.change.Absence;
import dk.grundskema.solver.change.AbsenceChange;
import dk.grundskema.solver.change.ChangeRequest;
import dk.grundskema.solver.change.ChangedPlan;
import dk.grundskema.solver.change.PlanChanger;
import dk.grundskema.solver.check.TimetableChecker;
import dk.grundskema.solver.engine.Planner;
import dk.grundskema.solver.engine.SolveLimits;
import dk.grundskema.solver.engine.SolveRequest;
import dk.grundskema.solver.registry.PluginRegistry;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Changes of the example camp by a sick day of each staff member. */
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
                .start(new SolveRequest(problem, "0", SolveLimits.ofSteps(3_000), 1, 1, null), progress -> {})
                .await();
    }

    private static PlanChanger changer(StaffMember who) {
        return new PlanChanger(PLUGINS, new ChangeRequest(problem, without(who), plan, THURSDAY), "0");
    }

    private static Problem without(StaffMember who) {
        var absence = new Absence(who.id(), THURSDAY, THURSDAY.plusDays(1));
        return new AbsenceChange(plan, List.of(absence), THURSDAY).apply(problem);
    }

    private static List<PersonDay> daysOfOthers(StaffMember who, ChangedPlan change) {
        return change.difference().days().stream()
                .filter(day -> !day.staffId().equals(who.id()))
                .toList();
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
    void changeForASickDayChangesFewPersonDaysAndOftenProvablyTheFewest() throws InterruptedException {
        int least = 0;
        int compared = 0;
        for (StaffMember one : problem.staff()) {
            PlanChanger changer = changer(one);
            if (changer.seatCandidates().isEmpty()) {
                continue;
            }
            ChangedPlan change = changer.findLeastChange(SolveLimits.ofSteps(60_000), 1);
            if (change.isLeast()) {
                assertThat(newFaults(without(one), change.timetable()))
                        .as("%s", one.id())
                        .isEmpty();
                assertThat(daysOfOthers(one, change)).as("%s", one.id()).hasSizeBetween(1, 6);
                least++;
                if (daysOfOthers(one, change).size() <= 2) {
                    assertVacantDecisionsAndAtMostTwoMore(
                            changer.seatCandidates().size(), one, change);
                    compared++;
                }
            }
            assertThat(meetingsBeforeThursday(change.timetable())).isEqualTo(meetingsBeforeThursday(plan));
            assertThat(change.timetable().meetings().stream()
                            .filter(meeting -> meeting.time().firstDate().equals(THURSDAY.toLocalDate()))
                            .flatMap(meeting -> meeting.seats().stream()))
                    .noneMatch(seat -> one.id().equals(seat.staffId()));
        }
        assertThat(least).isGreaterThanOrEqualTo(6);
        assertThat(compared).isPositive();
    }

    /** Continuing a plan after an absence once changed 35 decisions here. */
    private static void assertVacantDecisionsAndAtMostTwoMore(long vacant, StaffMember who, ChangedPlan change) {
        long changed = ChangeSet.between(plan, change.timetable()).sessions().stream()
                .mapToLong(session -> session.staffLeaving().size())
                .sum();
        assertThat(changed).as("decisions of %s", who.id()).isBetween(vacant, vacant + 2);
    }

    @Test
    void everySeatOfASickDayCanBeTakenByItselfAndNoWeeklyMeetingIsTouched() {
        for (StaffMember one : problem.staff()) {
            PlanChanger changer = changer(one);
            assertThat(changer.undividedSeatCandidates()).as("%s", one.id()).isEqualTo(changer.seatCandidates());
            assertThat(changer.openDays()).as("%s", one.id()).isEmpty();
        }
    }
}

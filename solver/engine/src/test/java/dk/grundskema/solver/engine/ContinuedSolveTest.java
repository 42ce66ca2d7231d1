package dk.grundskema.solver.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.fixture.RandomPlugin;
import dk.grundskema.solver.fixture.RandomProblem;
import dk.grundskema.solver.mapping.BlueprintBuilder;
import dk.grundskema.solver.mapping.ReferenceReader;
import dk.grundskema.solver.mapping.TimetableBuilder;
import dk.grundskema.solver.testkit.SchoolBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A small change of the problem gives a small change of the plan. These problems can't be solved without fault, which
 * outweighs staying. The test of the example camp measures how small the change is.
 */
class ContinuedSolveTest {
    private static final long STEPS = 200;

    private static Problem problem;
    private static Timetable before;

    @BeforeAll
    static void planOnce() throws InterruptedException {
        problem = calm(RandomProblem.unlocked(1));
        before = StepLimitedSolves.solve(problem, STEPS);
    }

    /** The decisions of a timetable, one line each. */
    private static Set<String> decided(Timetable plan) {
        var lines = new HashSet<String>();
        for (Meeting one : plan.meetings()) {
            lines.add(one.sessionId() + " at " + one.time());
            lines.add(one.sessionId() + " in " + one.roomId());
            lines.add(one.sessionId() + " on " + one.subject());
            int position = 0;
            for (MeetingSeat seat : one.seats()) {
                lines.add(one.sessionId() + "#" + position++ + " by " + seat.staffId());
            }
        }
        plan.groups()
                .forEach(group -> group.members().forEach(one -> lines.add(one.studentId() + " in " + group.id())));
        return lines;
    }

    private static long changes(Timetable before, Timetable after) {
        Set<String> known = decided(before);
        return decided(after).stream().filter(line -> !known.contains(line)).count();
    }

    /** The problem with the weights of the fixture's own rules set to 0, since these rules have no meaning. */
    private static Problem calm(Problem problem) {
        var weights = new HashMap<String, Long>();
        new RandomPlugin().ruleTypes().forEach(rule -> weights.put(rule.id(), 0L));
        return with(problem, demand(problem)).weights(weights).build();
    }

    private static Demand demand(Problem problem) {
        return ((RandomPlugin.Parameters) problem.interventions().getFirst().parameters()).demand();
    }

    private static SchoolBuilder with(Problem old, Demand demand) {
        return SchoolBuilder.like(old)
                .withoutLocks()
                .intervention(new Intervention<>(
                        old.interventions().getFirst().id(),
                        RandomPlugin.TYPE,
                        "Random",
                        new RandomPlugin.Parameters(demand, 0)));
    }

    private static Problem without(Problem old, StaffId gone) {
        List<Seat> seats = demand(old).seats().stream()
                .map(seat -> new Seat(
                        seat.id(),
                        seat.sessions(),
                        seat.position(),
                        seat.role(),
                        seat.required(),
                        seat.candidates().stream()
                                .filter(one -> !one.equals(gone))
                                .toList()))
                .toList();
        var demand = new Demand(
                demand(old).sessions(),
                seats,
                demand(old).groupings(),
                demand(old).neighbourhoods(),
                List.of(),
                Map.of());
        List<Lesson> lessons = old.lessons().stream()
                .map(one -> new Lesson(
                        one.id(),
                        one.title(),
                        one.time(),
                        one.site(),
                        one.roomId(),
                        one.groupIds(),
                        one.studentIds(),
                        one.staffIds().stream().filter(who -> !who.equals(gone)).toList()))
                .toList();
        return with(old, demand)
                .staff(old.staff().stream()
                        .filter(one -> !one.id().equals(gone))
                        .toList())
                .lessons(lessons)
                .build();
    }

    private static Problem without(Problem old, RoomId gone) {
        List<Session> sessions = demand(old).sessions().stream()
                .map(one -> new Session(
                        one.id(),
                        one.intervention(),
                        one.kind(),
                        one.form(),
                        one.title(),
                        one.subject(),
                        one.site(),
                        one.times(),
                        one.hosts(),
                        one.rooms().stream().filter(room -> !room.equals(gone)).toList(),
                        one.groups(),
                        one.students(),
                        one.attendance(),
                        one.within(),
                        one.inside(),
                        one.awakeWith(),
                        one.absenceAllowed(),
                        one.onClosedDays(),
                        one.required(),
                        one.work(),
                        one.creditPercent(),
                        one.preparationMinutes(),
                        one.lesson(),
                        one.relief(),
                        one.excuse()))
                .toList();
        var demand = new Demand(
                sessions,
                demand(old).seats(),
                demand(old).groupings(),
                demand(old).neighbourhoods(),
                List.of(),
                demand(old).work());
        List<Lesson> lessons = old.lessons().stream()
                .map(one -> new Lesson(
                        one.id(),
                        one.title(),
                        one.time(),
                        one.site(),
                        gone.equals(one.roomId()) ? null : one.roomId(),
                        one.groupIds(),
                        one.studentIds(),
                        one.staffIds()))
                .toList();
        return with(old, demand)
                .rooms(old.rooms().stream()
                        .filter(one -> !one.id().equals(gone))
                        .toList())
                .lessons(lessons)
                .build();
    }

    private static Problem withOneMore(Problem old) {
        var newcomer = new StudentId("student-new");
        Grouping grouping = demand(old).groupings().getFirst();
        var placed = new ArrayList<>(grouping.students());
        placed.add(newcomer);
        var demand = new Demand(
                demand(old).sessions(),
                demand(old).seats(),
                List.of(
                        new Grouping(
                                grouping.intervention(),
                                grouping.groups(),
                                placed,
                                grouping.smallest(),
                                grouping.largest()),
                        demand(old).groupings().getLast()),
                demand(old).neighbourhoods(),
                List.of(),
                demand(old).work());
        return with(old, demand).student(newcomer.value()).build();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void searchStartsWithTheEarlierTimetable(long seed) throws InterruptedException {
        Problem problem = calm(RandomProblem.unlocked(seed));
        Timetable before = StepLimitedSolves.solve(problem, STEPS);
        var blueprint = BlueprintBuilder.build(problem, List.of(demand(problem)));

        var maker = new TimetableBuilder(blueprint);
        int[] values = maker.orderInterchangeableGuests(ReferenceReader.readDecisions(blueprint, before));
        Timetable same = maker.build(values, "hash", 1, before.score(), before.rules());

        assertThat(same).isEqualTo(before);
        assertThat(StepLimitedSolves.solve(problem, 1, 2, 1, before).score().hard())
                .isGreaterThanOrEqualTo(before.score().hard());
    }

    /** Returns the continued timetable, which differs from the earlier one, but less than one that is searched from scratch. */
    private static Timetable continueWithFewChanges(Problem changed) throws InterruptedException {
        Timetable after = StepLimitedSolves.solve(changed, STEPS, 2, 1, before);

        assertThat(changes(before, after))
                .isPositive()
                .isLessThan(changes(before, StepLimitedSolves.solve(changed, STEPS, 2, 1, null)));
        return after;
    }

    @Test
    void removingOnePersonChangesLittle() throws InterruptedException {
        var gone = new StaffId("staff-2");
        Problem changed = without(problem, gone);

        Timetable after = continueWithFewChanges(changed);

        assertThat(after.meetings().stream().flatMap(one -> one.seats().stream()))
                .noneMatch(seat -> gone.equals(seat.staffId()));
        assertThat(StepLimitedSolves.planner().differencesFromReference(changed, before))
                .isNotEmpty()
                .extracting(Finding::code)
                .allMatch("continue.staff-gone"::equals);
    }

    @Test
    void addingOneStudentChangesLittle() throws InterruptedException {
        Problem changed = withOneMore(problem);

        Timetable after = continueWithFewChanges(changed);

        assertThat(StepLimitedSolves.planner().differencesFromReference(changed, before))
                .isEmpty();
        assertThat(StepLimitedSolves.planner().differencesFromReference(problem, after))
                .extracting(Finding::code)
                .allMatch("continue.student-gone"::equals);
    }

    @Test
    void removingARoomMovesOnlyItsMeetings() throws InterruptedException {
        RoomId gone = before.meetings().stream()
                .map(Meeting::roomId)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
        Problem changed = without(problem, gone);

        Timetable after = continueWithFewChanges(changed);

        assertThat(after.meetings()).noneMatch(one -> gone.equals(one.roomId()));
        assertThat(StepLimitedSolves.planner().differencesFromReference(changed, before))
                .extracting(Finding::code, Finding::arguments)
                .containsExactly(tuple("continue.room-gone", List.of(gone)));
    }
}

package dk.grundskema.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.documents.problem.ProblemReader;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.check.TimetableChecker;
import dk.grundskema.solver.engine.Planner;
import dk.grundskema.solver.engine.SolveLimits;
import dk.grundskema.solver.engine.SolveRequest;
import dk.grundskema.solver.registry.PluginRegistry;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples solved, ending on steps. */
@Tag("examples")
class CampSolveTest {
    private static final long STEPS = 5_000;

    /** Five weeks' worth of seats and a hundred conversations take longer. */
    private static final long STEPS_OF_FOUR_WEEKS = 20_000;

    /** Where hardly any move is worth leaving the earlier plan for, a step tries thousands. */
    private static final long FEW_STEPS = 400;

    private static final PluginRegistry PLUGINS = PluginRegistry.load(CampSolveTest.class.getClassLoader());

    /** {@code -Dtest.seeds=5} tries more. */
    static LongStream seeds() {
        return LongStream.rangeClosed(1, Long.getLong("grundskema.test.seeds", 1));
    }

    private static Problem problem(String folder) {
        return ((ReadResult.Success<Problem>) new ProblemReader(PLUGINS).read(Path.of(folder, "problem.json"))).value();
    }

    private static Timetable solve(Planner planner, Problem problem, long steps, long seed)
            throws InterruptedException {
        return planner.start(new SolveRequest(problem, "0", SolveLimits.ofSteps(steps), seed, 1, null), progress -> {})
                .await();
    }

    private static Map<String, Long> chargedPenalties(Timetable plan) {
        var charged = new TreeMap<String, Long>();
        plan.rules().stream()
                .filter(rule -> rule.level() != dk.grundskema.domain.finding.Level.SOFT && rule.penalty() > 0)
                .forEach(rule -> charged.put(rule.id(), rule.penalty()));
        return charged;
    }

    private static Map<String, Long> checkedPenalties(Problem problem, Timetable plan) {
        var found = new TreeMap<String, Long>();
        new TimetableChecker(PLUGINS::find)
                .check(problem, plan)
                .forEach(fault -> found.merge(fault.rule(), fault.amount(), Long::sum));
        return found;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void campOfThreeWeeksIsPlannedWithoutFaultAndTheCheckerAgrees(long seed) throws InterruptedException {
        Problem problem = problem("camp-3-weeks");

        Timetable plan = solve(new Planner(PLUGINS), problem, STEPS, seed);

        assertThat(chargedPenalties(plan)).isEmpty();
        assertThat(checkedPenalties(problem, plan)).isEmpty();
        assertThat(plan.score().isWithoutFault()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void campOfFourWeeksWithNightsIsPlannedWithoutFaultAndTheCheckerAgrees(long seed) throws InterruptedException {
        Problem problem = problem("camp-4-weeks-overnight");

        Timetable plan = solve(new Planner(PLUGINS), problem, STEPS_OF_FOUR_WEEKS, seed);

        assertThat(chargedPenalties(plan)).isEmpty();
        assertThat(checkedPenalties(problem, plan)).isEmpty();
        assertThat(stepsOfTraits(plan)).isEqualTo(Map.of("2026-W37", 2, "2026-W38", 2, "2026-W39", 2, "2026-W40", 1));
    }

    /** How many of the character traits each week is about; fails when a trait isn't the same in all teams on a day. */
    private static Map<String, Integer> stepsOfTraits(Timetable plan) {
        var onDates = new TreeMap<Object, String>();
        var ofWeeks = new TreeMap<String, Set<String>>();
        for (Meeting meeting : plan.meetings()) {
            if (meeting.subject().equals("character-traits")) {
                String week = meeting.weeks().first().toString();
                String step = onDates.merge(meeting.time().firstDate(), meeting.form(), (one, other) -> one);
                assertThat(meeting.form())
                        .as("on %s", meeting.time().firstDate())
                        .isEqualTo(step);
                ofWeeks.computeIfAbsent(week, fresh -> new HashSet<>()).add(step);
            }
        }
        var counts = new TreeMap<String, Integer>();
        ofWeeks.forEach((week, steps) -> counts.put(week, steps.size()));
        return counts;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void campOverTheChangeOfClocksIsPlannedWithoutFaultAndTheCheckerAgrees(long seed) throws InterruptedException {
        Problem problem = problem("camp-autumn-clocks");

        Timetable plan = solve(new Planner(PLUGINS), problem, STEPS, seed);

        assertThat(chargedPenalties(plan)).isEmpty();
        assertThat(checkedPenalties(problem, plan)).isEmpty();
    }

    @Test
    void precheckNamesBothShortagesOfTheCampWithTooFewStaff() {
        assertThat(new Planner(PLUGINS).precheck(problem("camp-3-weeks"))).isEmpty();
        assertThat(new Planner(PLUGINS).precheck(problem("camp-too-few-staff")))
                .extracting(Finding::code)
                .anyMatch(code -> code.startsWith("precheck."))
                .anyMatch(code -> code.startsWith("camp."));
    }

    @Test
    void campWithTooFewStaffIsShortOfAdultsAndOfMathematicsAndOfNothingElse() throws InterruptedException {
        Problem problem = problem("camp-too-few-staff");

        Timetable plan = solve(new Planner(PLUGINS), problem, STEPS, 1);

        // Mathematics comes more than once on the days of the one who may teach it, or traits out of order, rather than
        // without a qualified adult.
        assertThat(chargedPenalties(plan).keySet())
                .contains("camp.unqualified-module", "core.missing-adult")
                .isSubsetOf(
                        "camp.unqualified-module", "core.missing-adult", "camp.subject-per-day", "camp.thread-in-step");
        assertThat(checkedPenalties(problem, plan)).isEqualTo(chargedPenalties(plan));
    }

    @ParameterizedTest
    @ValueSource(strings = {"camp-3-weeks", "camp-too-few-staff", "camp-autumn-clocks"})
    void hundredsOfStepsPassTheFullAssertion(String folder) throws InterruptedException {
        Problem problem = problem(folder);

        Timetable plan = solve(new Planner(PLUGINS).withFullAssertions(), problem, 300, 1);

        assertThat(checkedPenalties(problem, plan)).isEqualTo(chargedPenalties(plan));
    }

    @Test
    void campThatLosesOnePersonKeepsMostOfItsPlan() throws InterruptedException {
        Problem problem = problem("camp-3-weeks");
        Timetable before = solve(new Planner(PLUGINS), problem, STEPS, 1);
        StaffMember gone = problem.staff().getLast();
        Problem changed = withoutStaffMember(problem, gone);

        Timetable after = new Planner(PLUGINS)
                .start(new SolveRequest(changed, "0", SolveLimits.ofSteps(FEW_STEPS), 2, 1, before), progress -> {})
                .await();
        Timetable fresh = solve(new Planner(PLUGINS), changed, STEPS, 2);

        long own = seats(before).stream()
                .filter(seat -> seat.endsWith(" " + gone.id()))
                .count();
        assertThat(changes(before, after)).isBetween(own, changes(before, fresh) / 2);
        assertThat(new Planner(PLUGINS).differencesFromReference(changed, before))
                .extracting(Finding::code, Finding::arguments)
                .containsExactly(tuple("continue.staff-gone", List.of(gone.id())));
    }

    private static long changes(Timetable before, Timetable after) {
        Set<String> known = seats(before);
        return seats(after).stream().filter(seat -> !known.contains(seat)).count();
    }

    private static Set<String> seats(Timetable plan) {
        var seats = new HashSet<String>();
        for (Meeting meeting : plan.meetings()) {
            for (int i = 0; i < meeting.seats().size(); i++) {
                seats.add(meeting.sessionId() + "#" + i + " "
                        + meeting.seats().get(i).staffId());
            }
        }
        return seats;
    }

    private static Problem withoutStaffMember(Problem old, StaffMember gone) {
        return old.withStaff(
                old.staff().stream().filter(one -> !one.equals(gone)).toList());
    }
}

package dk.grundskema.solver.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.people.AgreedShortRest;
import dk.grundskema.domain.people.DutyLimit;
import dk.grundskema.domain.people.FreeDates;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.proof.FormulaSolver.State;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Random duties of one person: the model calls them possible exactly if the independent checker finds no violation about the person. */
class StaffingModelAgreementTest {
    private static final Set<String> MODELLED = Set.of(
            "core.person-in-two-places",
            "core.staff-unavailable",
            "core.travel-time",
            "core.daily-rest",
            "core.weekly-rest",
            "core.daily-hours",
            "core.weekly-hours",
            "core.average-hours",
            "core.long-day",
            "core.rest-between-dates",
            "core.free-dates");
    private static final int DRAWS = 400;
    private static final StaffId ANNA = new StaffId("anna");

    private static Problem withRules(Problem problem, WorkRules rules) {
        return problem.withStaff(problem.staff().stream()
                .map(person -> person.id().equals(ANNA) ? withRules(person, rules) : person)
                .toList());
    }

    static StaffMember withRules(StaffMember person, WorkRules rules) {
        return new StaffMember(
                person.id(),
                person.name(),
                person.skills(),
                person.availability(),
                person.contractHours(),
                person.hoursAlreadyWorked(),
                person.wishes(),
                person.email(),
                person.language(),
                rules);
    }

    private static WorkRules rules(
            int daily, int weekly, @Nullable AgreedShortRest agreed, @Nullable Integer aDay, int average) {
        return new WorkRules(daily, weekly, agreed, aDay, null, average, 1, LocalTime.of(17, 0));
    }

    private static void compare(WorkRules rules, int seedOffset, boolean isExact, int mostRuns) {
        Problem problem = withRules(CampFixture.camp("seven-staff"), rules);
        Timetable plan = CampFixture.vacate(CampFixture.solve(CampFixture.PLANNER, problem, 1, 1), meeting -> true);
        int possible = 0;
        int tooMany = 0;
        for (int seed = 0; seed < DRAWS; seed++) {
            var random = new Random(seed + 1_000L * seedOffset);
            Timetable drawn = draw(plan, random, mostRuns);
            boolean isLegal = CampFixture.CHECKER.checkRules(problem, drawn).stream()
                    .noneMatch(fault ->
                            MODELLED.contains(fault.rule()) && fault.arguments().contains(ANNA));
            var input = StaffingCase.ofTimetable(problem, CampFixture.PLANNER.demands(problem), drawn);
            List<SeatNeed> held = input.seats().stream()
                    .filter(seat -> ANNA.equals(seat.holder()))
                    .toList();
            var model = new StaffingModel(input, held, seat -> false);
            for (int i = 0; i < held.size(); i++) {
                model.candidates(i)
                        .forEach((person, variable) ->
                                model.formula().addClause(null, person.equals(ANNA) ? variable : -variable));
            }
            State state = FormulaSolver.solve(
                            model.formula(), model.formula().facts(), true, CampFixture.LIMITS.start())
                    .state();

            if (isLegal || isExact) {
                assertThat(state)
                        .as("seed %d: %s", seed, CampFixture.CHECKER.checkRules(problem, drawn))
                        .isEqualTo(isLegal ? State.SATISFIABLE : State.UNSATISFIABLE);
            }
            tooMany += !isLegal && state == State.SATISFIABLE ? 1 : 0;
            possible += isLegal ? 1 : 0;
        }
        assertThat(tooMany).as("draws that only the model allows").isLessThanOrEqualTo(DRAWS / 20);
        assertThat(possible).as("legal draws: enough to mean something").isBetween(DRAWS / 10, DRAWS * 9 / 10);
    }

    /** Gives Anna a run of consecutive meetings on some days. */
    private static Timetable draw(Timetable plan, Random random, int mostRuns) {
        Map<SessionId, Map<Integer, Optional<StaffId>>> change = new HashMap<>();
        var meetings = new ArrayList<>(plan.meetings());
        meetings.sort(Comparator.comparing(
                meeting -> meeting.time().intervals(plan.zone()).getFirst()));
        int runs = 1 + random.nextInt(mostRuns);
        for (int run = 0; run < runs; run++) {
            int first = random.nextInt(meetings.size());
            int length = 1 + random.nextInt(4);
            meetings.subList(first, Math.min(meetings.size(), first + length)).stream()
                    .filter(meeting -> !meeting.seats().isEmpty())
                    .forEach(meeting -> change.put(meeting.sessionId(), Map.of(0, Optional.of(ANNA))));
        }
        return SeatEditor.withHolders(plan, change);
    }

    @Test
    @Tag("proofs")
    void modelAgreesWithTheCheckerUnderTheDefaultRules() {
        compare(WorkRules.defaults(), 1, true, 4);
    }

    @Test
    @Tag("proofs")
    void modelAgreesWithTheCheckerIfTheHoursAreFew() {
        compare(rules(11, 48, null, 6, 14), 2, true, 4);
    }

    @Test
    @Tag("proofs")
    void modelAgreesWithTheCheckerOnLimitsOfDates() {
        compare(
                rules(11, 24, null, null, 48)
                        .withDateLimits(
                                new DutyLimit(8 * 60, Level.HARD),
                                new DutyLimit(14 * 60, Level.HARD),
                                new FreeDates(4, Level.HARD)),
                5,
                true,
                4);
    }

    /** The checker uses an exception as soon as it is needed; the model may choose, so that it never calls a legal plan impossible. */
    @Test
    @Tag("proofs")
    void modelAllowsEachLegalPlanIfShortRestsAreAgreed() {
        compare(rules(11, 35, new AgreedShortRest(8, 1, "MED"), null, 48), 3, false, 10);
        compare(rules(11, 35, new AgreedShortRest(8, 2, "MED"), null, 48), 4, false, 10);
    }
}

package dk.grundskema.solver.moves;

import static dk.grundskema.solver.fixture.MeetingBuilder.aMeeting;
import static dk.grundskema.solver.fixture.Scenario.aScenario;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.solver.fixture.Scenario;
import dk.grundskema.solver.mapping.BlueprintBuilder;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeatChainMovesTest {
    private static final int TRIES = 2_000;

    private final Set<List<String>> seen = new HashSet<>();

    /** Draws many chains from a plan, and returns the holder of each seat after each of them, "-" for none. */
    private Set<List<String>> plansAfter(Scenario scenario, String... before) {
        Blueprint blueprint = BlueprintBuilder.build(scenario.problem(), scenario.demands());
        Decisions decisions = blueprint.decisions();
        int[] values = decisions.startValues();
        var draft = new DecisionOverlay(decisions, values);
        var random = new SplittableRandom(1);
        var openDecisions = new OpenDecisionIndex(blueprint, Set.of());
        var chains = new SeatChainMoves(openDecisions, draft, new FreePeople(openDecisions, draft, random), random);
        for (int i = 0; i < TRIES; i++) {
            for (int seat = 0; seat < before.length; seat++) {
                values[decisions.seat(seat)] = number(blueprint, before[seat]);
            }
            draft.clear();
            chains.passSeatsOn();
            seen.add(IntStream.range(0, before.length)
                    .mapToObj(seat -> name(blueprint, draft.value(decisions.seat(seat))))
                    .toList());
        }
        return seen;
    }

    private static int number(Blueprint blueprint, String name) {
        return IntStream.range(0, blueprint.staff().size())
                .filter(one -> blueprint.staff().get(one).id().value().equals(name))
                .findFirst()
                .orElse(Decisions.NONE);
    }

    private static String name(Blueprint blueprint, int person) {
        return person == Decisions.NONE
                ? "-"
                : blueprint.staff().get(person).id().value();
    }

    private static Scenario scenario(List<String> times, List<List<String>> candidates) {
        var scenario = aScenario();
        for (int i = 0; i < times.size(); i++) {
            scenario.meeting(aMeeting("m" + i)
                    .at(times.get(i))
                    .asking(true)
                    .candidates(candidates.get(i).toArray(String[]::new)));
        }
        return scenario;
    }

    private static final List<String> SAME_MORNING =
            List.of("2026-09-07 08:00-10:00", "2026-09-07 08:00-10:00", "2026-09-07 08:00-10:00");

    @Test
    void threePeopleMoveUpUntilTheLastSeatGoesToSomebodyFree() {
        var ladder = scenario(SAME_MORNING, List.of(List.of("anna"), List.of("anna", "bo"), List.of("bo", "carl")));
        assertThat(plansAfter(ladder, "-", "anna", "bo")).contains(List.of("anna", "bo", "carl"));
    }

    @Test
    void nightIsTakenBySomebodyWhoseMorningGoesToSomebodyWhoGivesAwayAnEvening() {
        var night = scenario(
                List.of("2026-09-07 22:00-07:00", "2026-09-08 08:00-12:00", "2026-09-07 17:00-22:30"),
                List.of(List.of("anna"), List.of("anna", "bo"), List.of("bo", "carl")));
        assertThat(plansAfter(night, "-", "anna", "bo")).contains(List.of("anna", "bo", "carl"));
    }

    @Test
    void emptySeatMovesToADutyThatNobodyFreeCanTake() {
        var together = scenario(SAME_MORNING.subList(0, 2), List.of(List.of("anna"), List.of("anna")));
        assertThat(plansAfter(together, "-", "anna")).containsExactly(List.of("anna", "-"));
    }

    @Test
    void somebodyTakesASeatOnADayOffAndGivesAwayAllDutiesOfAnotherDayToOnePerson() {
        var days = scenario(
                List.of("2026-09-07 08:00-10:00", "2026-09-10 08:00-10:00", "2026-09-10 10:00-12:00"),
                List.of(List.of("anna"), List.of("anna", "bo", "carl"), List.of("anna", "bo", "carl")));
        assertThat(plansAfter(days, "-", "anna", "anna"))
                .contains(List.of("anna", "anna", "anna"), List.of("anna", "bo", "bo"), List.of("anna", "carl", "carl"))
                .doesNotContain(List.of("anna", "bo", "carl"), List.of("anna", "anna", "bo"));
    }

    @Test
    void dutiesOfAnotherWeekStay() {
        var weeks = scenario(
                List.of("2026-09-07 08:00-10:00", "2026-09-14 08:00-10:00"),
                List.of(List.of("anna"), List.of("anna", "bo")));
        assertThat(plansAfter(weeks, "-", "anna")).containsExactly(List.of("anna", "anna"));
    }

    @Test
    void nobodyGetsTwoSeatsOfAChainOrOfASession() {
        var together =
                scenario(SAME_MORNING, List.of(List.of("anna", "bo"), List.of("anna", "bo"), List.of("anna", "bo")));
        assertThat(plansAfter(together, "-", "anna", "bo"))
                .allSatisfy(plan -> assertThat(plan).containsOnlyOnce("anna", "bo", "-"));
    }

    @Test
    void planWithoutEmptyRequiredSeatsIsNotChanged() {
        var full = scenario(SAME_MORNING.subList(0, 2), List.of(List.of("anna", "bo"), List.of("anna", "bo")));
        assertThat(plansAfter(full, "anna", "bo")).containsExactly(List.of("anna", "bo"));
    }

    @Test
    void optionalSeatMayStayEmpty() {
        var optional = aScenario()
                .meeting(aMeeting("m0")
                        .at("2026-09-07 08:00-10:00")
                        .asking(false)
                        .candidates("anna", "bo"));
        assertThat(plansAfter(optional, "-")).containsExactly(List.of("-"));
    }
}

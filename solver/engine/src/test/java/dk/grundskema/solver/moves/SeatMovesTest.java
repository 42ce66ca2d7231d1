package dk.grundskema.solver.moves;

import static dk.grundskema.solver.fixture.MeetingBuilder.aMeeting;
import static dk.grundskema.solver.fixture.Scenario.aScenario;
import static dk.grundskema.solver.testkit.StaffBuilder.aStaffMember;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.ExclusiveSessions.Kind;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.people.DutyLimit;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.solver.fixture.Scenario;
import dk.grundskema.solver.mapping.BlueprintBuilder;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeatMovesTest {
    private static final int TRIES = 400;
    private static final Consumer<SeatMoves> TAKE = SeatMoves::takeWithRest;

    /** The holder of each seat after each of many moves, "-" for none; without moves that change nothing. */
    private static Set<List<String>> holdersAfter(Scenario scenario, List<String> before, Consumer<SeatMoves> move) {
        Blueprint blueprint = BlueprintBuilder.build(scenario.problem(), scenario.demands());
        var openDecisions = new OpenDecisionIndex(blueprint, Set.of());
        int[] values = blueprint.decisions().startValues();
        for (int seat = 0; seat < before.size(); seat++) {
            values[blueprint.decisions().seat(seat)] = number(blueprint, before.get(seat));
        }
        var draft = new DecisionOverlay(blueprint.decisions(), values);
        var random = new SplittableRandom(1);
        var people = new FreePeople(openDecisions, draft, random);
        var moves = new SeatMoves(openDecisions, draft, people, random);
        Set<List<String>> seen = new HashSet<>();
        for (int i = 0; i < TRIES; i++) {
            draft.clear();
            move.accept(moves);
            seen.add(IntStream.range(0, before.size())
                    .mapToObj(seat ->
                            name(blueprint, draft.value(blueprint.decisions().seat(seat))))
                    .toList());
        }
        seen.remove(before);
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

    private static Scenario duties(String... times) {
        var scenario = aScenario();
        for (int i = 0; i < times.length; i++) {
            scenario.meeting(aMeeting("m" + i).at(times[i]).asking(true).candidates("anna", "bo", "carl"));
        }
        return scenario;
    }

    @Test
    void newHolderOfAnEveningHandsOverTheNextMorning() {
        var evening = duties("2026-09-07 17:00-22:45", "2026-09-08 08:00-12:00", "2026-09-08 12:00-13:00");
        var seen = holdersAfter(evening, List.of("-", "anna", "anna"), SeatMoves::takeWithRest);
        assertThat(seen)
                .contains(List.of("anna", "bo", "anna"), List.of("anna", "carl", "anna"), List.of("bo", "anna", "anna"))
                .doesNotContain(List.of("anna", "anna", "anna"));
    }

    @Test
    void sufficientRestNeedsNoFurtherChange() {
        var evening = duties("2026-09-07 17:00-21:00", "2026-09-08 08:00-12:00");
        assertThat(holdersAfter(evening, List.of("-", "anna"), SeatMoves::takeWithRest))
                .contains(List.of("anna", "anna"))
                .doesNotContain(List.of("anna", "bo"), List.of("anna", "carl"));
        var agreed = new WorkRules(9, 35, null, null, null, 48, 17, LocalTime.of(17, 0));
        var late = duties("2026-09-07 17:00-22:45", "2026-09-08 08:00-12:00").work(agreed);
        assertThat(holdersAfter(late, List.of("-", "anna"), SeatMoves::takeWithRest))
                .contains(List.of("anna", "anna"));
    }

    @Test
    void restIsThatOfEachPersonOrOfTheIntervention() {
        var shorter = new WorkRules(9, 35, null, null, null, 48, 17, LocalTime.of(17, 0));
        var late = duties("2026-09-07 17:00-22:45", "2026-09-08 08:00-12:00");
        assertThat(holdersAfter(late.staff(aStaffMember("anna").work(shorter)), List.of("-", "anna"), TAKE))
                .contains(List.of("anna", "anna"));
        assertThat(holdersAfter(late, List.of("-", "bo"), TAKE)).doesNotContain(List.of("bo", "bo"));
        assertThat(holdersAfter(late.demandedWork("bo", shorter), List.of("-", "bo"), TAKE))
                .contains(List.of("bo", "bo"));
    }

    @Test
    void requiredLongestDayAndRestBetweenDatesKeepDutiesApart() {
        var day = WorkRules.defaults().withDateLimits(new DutyLimit(480, Level.HARD), null, null);
        var guideline = WorkRules.defaults().withDateLimits(new DutyLimit(480, Level.MEDIUM), null, null);
        var rest = WorkRules.defaults().withDateLimits(null, new DutyLimit(960, Level.HARD), null);

        assertThat(isTakenTogether(day, "2026-09-07 08:00-10:00", "2026-09-07 15:00-16:00"))
                .isTrue();
        assertThat(isTakenTogether(day, "2026-09-07 08:00-10:00", "2026-09-07 15:00-16:01"))
                .isFalse();
        assertThat(isTakenTogether(guideline, "2026-09-07 08:00-10:00", "2026-09-07 15:00-16:01"))
                .isTrue();
        assertThat(isTakenTogether(day, "2026-09-07 15:00-16:00", "2026-09-08 08:00-10:00"))
                .isTrue();
        assertThat(isTakenTogether(rest, "2026-09-07 15:00-16:00", "2026-09-08 08:00-10:00"))
                .isTrue();
        assertThat(isTakenTogether(rest, "2026-09-07 15:00-16:01", "2026-09-08 08:00-10:00"))
                .isFalse();
        assertThat(isTakenTogether(rest, "2026-09-07 08:00-10:00", "2026-09-07 15:00-16:01"))
                .isTrue();
    }

    private static boolean isTakenTogether(WorkRules work, String one, String other) {
        return holdersAfter(duties(one, other).work(work), List.of("-", "anna"), TAKE)
                .contains(List.of("anna", "anna"));
    }

    @Test
    void simultaneousDutyIsHandedOverToAFreePerson() {
        var together = duties("2026-09-07 08:00-10:00", "2026-09-07 09:00-11:00", "2026-09-07 09:00-11:00");
        assertThat(holdersAfter(together, List.of("-", "anna", "bo"), SeatMoves::takeWithRest))
                .containsExactlyInAnyOrder(
                        List.of("anna", "carl", "bo"), List.of("bo", "anna", "carl"), List.of("carl", "anna", "bo"));
    }

    @Test
    void personsWithAnExclusiveDutyOnTheDateAreNotFree() {
        String[] times = {"2026-09-07 08:00-10:00", "2026-09-07 12:00-14:00", "2026-09-08 08:00-10:00"};
        Scenario shifts = duties(times).exclusion("Shifts", Kind.SAME_PERSON_AND_DATE, Level.HARD, 1, "m0", "m1", "m2");

        assertThat(holdersAfter(duties(times), List.of("-", "anna", "-"), SeatMoves::takeWithRest))
                .contains(List.of("anna", "anna", "-"));
        assertThat(holdersAfter(shifts, List.of("-", "anna", "-"), SeatMoves::takeWithRest))
                .doesNotContain(List.of("anna", "anna", "-"))
                .contains(List.of("bo", "anna", "-"), List.of("-", "anna", "anna"));
    }

    @Test
    void clearedDayIsHandedOverToRestedPeople() {
        var day = duties("2026-09-07 17:00-22:45", "2026-09-08 08:00-12:00");
        assertThat(holdersAfter(day, List.of("anna", "bo"), SeatMoves::clearDay))
                .containsExactlyInAnyOrder(List.of("carl", "bo"), List.of("anna", "carl"));
    }

    @Test
    void twoPeopleExchangeADayAnEveningWithTheNextMorningOrSeveralDays() {
        var days = duties("2026-09-07 08:00-12:00", "2026-09-07 17:00-22:00", "2026-09-08 08:00-12:00");
        assertThat(holdersAfter(days, List.of("anna", "anna", "bo"), SeatMoves::exchangeDays))
                .contains(
                        List.of("bo", "bo", "bo"),
                        List.of("anna", "bo", "anna"),
                        List.of("bo", "bo", "anna"),
                        List.of("anna", "anna", "anna"));
    }

    private static Scenario ofTwoTeams(String... times) {
        var scenario = aScenario().group("blue").group("red");
        for (int i = 0; i < times.length; i++) {
            scenario.meeting(aMeeting("m" + i)
                    .at(times[i])
                    .group(i % 2 == 0 ? "blue" : "red")
                    .asking(true)
                    .candidates("anna", "bo", "carl"));
        }
        return scenario;
    }

    @Test
    void twoPeopleOfDifferentTeamsExchangePlacesForADayOrLonger() {
        var days = ofTwoTeams(
                "2026-09-07 08:00-10:00", "2026-09-07 08:00-10:00", "2026-09-08 08:00-10:00", "2026-09-08 08:00-10:00");
        assertThat(holdersAfter(days, List.of("anna", "bo", "anna", "bo"), SeatMoves::changePlaces))
                .containsExactlyInAnyOrder(
                        List.of("bo", "anna", "anna", "bo"),
                        List.of("anna", "bo", "bo", "anna"),
                        List.of("bo", "anna", "bo", "anna"));
    }

    @Test
    void peopleWithDifferentHoursDoNotExchangePlaces() {
        var apart = ofTwoTeams("2026-09-07 08:00-10:00", "2026-09-07 08:00-10:15", "2026-09-07 10:15-12:00");
        assertThat(holdersAfter(apart, List.of("anna", "bo", "anna"), SeatMoves::changePlaces))
                .isEmpty();
    }
}

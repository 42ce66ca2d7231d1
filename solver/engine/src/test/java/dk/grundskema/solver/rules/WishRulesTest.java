package dk.grundskema.solver.rules;

import static dk.grundskema.solver.fixture.MeetingBuilder.aMeeting;
import static dk.grundskema.solver.fixture.Scenario.aScenario;
import static dk.grundskema.solver.rules.RuleTrials.*;
import static dk.grundskema.solver.testkit.LessonBuilder.aLesson;
import static dk.grundskema.solver.testkit.MeetingTimes.inWeeks;
import static dk.grundskema.solver.testkit.MeetingTimes.period;
import static dk.grundskema.solver.testkit.MeetingTimes.time;
import static dk.grundskema.solver.testkit.StaffBuilder.aStaffMember;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.people.Wish;
import dk.grundskema.domain.time.Period;
import dk.grundskema.solver.explain.RuleMatch;
import dk.grundskema.solver.fixture.Scenario;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class WishRulesTest {
    private static final String WISHES = "core.wishes";

    private static final Period MONDAY_EVENINGS =
            new Period(null, null, new TreeSet<>(List.of(DayOfWeek.MONDAY)), LocalTime.of(18, 0), LocalTime.of(22, 0));

    private static Scenario annaWishes(Wish.Kind kind, Period period, int weight) {
        return aScenario().staff(aStaffMember("anna").wish(kind, period, weight));
    }

    /** Amount, person and date of each wish that is not met. */
    private static List<List<Object>> unmet(Scenario scenario) {
        return trialAsHeld(scenario).matches(WISHES).stream()
                .map(WishRulesTest::chargeOf)
                .toList();
    }

    private static List<Object> chargeOf(RuleMatch match) {
        return charge(
                match.amount(), match.arguments().get(0), match.arguments().get(1));
    }

    @Test
    void dutyDuringAWishToBeFreeCostsTheWishsWeightOnce() {
        assertThat(unmet(annaWishes(Wish.Kind.FREE, period("2026-09-07 09:00-12:00"), 4)
                        .meeting(aMeeting("a").by("anna"))
                        .meeting(aMeeting("b").at("2026-09-07 10:00-11:00").by("anna"))))
                .containsExactly(charge(4, staff("anna"), date("2026-09-07")));
    }

    @Test
    void adjacentDutyCostsNothingAndOneMinuteOfOverlapCosts() {
        assertThat(unmet(annaWishes(Wish.Kind.FREE, period("2026-09-07 10:00-12:00"), 4)
                        .meeting(aMeeting("a").by("anna"))
                        .meeting(aMeeting("b").at("2026-09-07 12:00-13:00").by("anna"))))
                .isEmpty();
        assertThat(unmet(annaWishes(Wish.Kind.FREE, period("2026-09-07 09:59-12:00"), 4)
                        .meeting(aMeeting("a").by("anna"))))
                .hasSize(1);
    }

    @Test
    void dutiesOfOthersStandbyAndLessonsCostNothing() {
        assertThat(unmet(annaWishes(Wish.Kind.FREE, period("2026-09-07 08:00-12:00"), 4)
                        .meeting(aMeeting("a").by("bo"))
                        .meeting(aMeeting("b").work(false).by("anna"))
                        .lesson(aLesson("l").by("anna"))))
                .isEmpty();
    }

    @Test
    void aRecurringWishCountsEachTimeAndSoDoesAMeetingOfSeveralWeeks() {
        assertThat(unmet(annaWishes(Wish.Kind.FREE, MONDAY_EVENINGS, 2)
                        .meeting(aMeeting("a")
                                .at(inWeeks(time("2026-09-07 19:00-20:00"), "2026-W37", "2026-W39"))
                                .by("anna"))))
                .containsExactlyInAnyOrder(
                        charge(2, staff("anna"), date("2026-09-07")), charge(2, staff("anna"), date("2026-09-21")));
    }

    @Test
    void aWishThatReachesPastMidnightIsBrokenByTheMorningAfter() {
        assertThat(unmet(annaWishes(Wish.Kind.FREE, period("2026-09-13 22:00-08:00"), 1)
                        .meeting(aMeeting("a").at("2026-09-14 07:00-09:00").by("anna"))))
                .containsExactly(charge(1, staff("anna"), date("2026-09-13")));
    }

    @Test
    void wishToBeOnDutyCostsItsWeightEachTimeItIsUnmet() {
        var scenario = annaWishes(Wish.Kind.DUTY, MONDAY_EVENINGS, 5);
        assertThat(unmet(scenario))
                .containsExactlyInAnyOrder(
                        charge(5, staff("anna"), date("2026-09-07")),
                        charge(5, staff("anna"), date("2026-09-14")),
                        charge(5, staff("anna"), date("2026-09-21")));
        assertThat(unmet(scenario.meeting(
                                aMeeting("a").at("2026-09-07 21:00-23:00").by("anna"))
                        .meeting(aMeeting("b").at("2026-09-14 21:00-23:00").by("bo"))))
                .containsExactlyInAnyOrder(
                        charge(5, staff("anna"), date("2026-09-14")), charge(5, staff("anna"), date("2026-09-21")));
    }

    @Test
    void theLastDayOfTheHorizonCountsAndTheDayAfterDoesNot() {
        var sundays = new Period(null, null, new TreeSet<>(List.of(DayOfWeek.SUNDAY)), null, null);
        assertThat(unmet(annaWishes(Wish.Kind.DUTY, sundays, 1)))
                .extracting(one -> one.get(2))
                .containsExactlyInAnyOrder(date("2026-09-13"), date("2026-09-20"), date("2026-09-27"));
    }

    @Test
    void lessonMeetsAWishToBeOnDuty() {
        assertThat(unmet(annaWishes(Wish.Kind.DUTY, period("2026-09-07 08:30-12:00"), 5)
                        .lesson(aLesson("l").at("2026-09-07 08:00-08:45").by("anna"))))
                .isEmpty();
        assertThat(unmet(annaWishes(Wish.Kind.DUTY, period("2026-09-07 08:45-12:00"), 5)
                        .lesson(aLesson("l").at("2026-09-07 08:00-08:45").by("anna"))))
                .hasSize(1);
    }

    @Test
    void twoWishesOfOneDayCountSeparately() {
        var scenario = aScenario()
                .staff(aStaffMember("anna")
                        .wish(Wish.Kind.FREE, period("2026-09-07 08:00-09:00"), 1)
                        .wish(Wish.Kind.FREE, period("2026-09-07 09:00-10:00"), 3))
                .meeting(aMeeting("a").by("anna"));
        assertThat(unmet(scenario))
                .containsExactlyInAnyOrder(
                        charge(1, staff("anna"), date("2026-09-07")), charge(3, staff("anna"), date("2026-09-07")));
    }

    @Test
    void weightOfTheRuleMultipliesThatOfTheWish() {
        var scenario = annaWishes(Wish.Kind.FREE, period("2026-09-07 08:00-10:00"), 3)
                .meeting(aMeeting("a").by("anna"));
        assertThat(trialAsHeld(scenario).score().soft()).isEqualTo(-30);
        assertThat(trialAsHeld(scenario.weight(WISHES, 2)).score().soft()).isEqualTo(-6);
    }
}

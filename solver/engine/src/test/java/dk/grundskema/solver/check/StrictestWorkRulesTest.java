package dk.grundskema.solver.check;

import static dk.grundskema.solver.check.CheckerFixture.*;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.people.AgreedShortRest;
import dk.grundskema.domain.people.DutyLimit;
import dk.grundskema.domain.people.FreeDates;
import dk.grundskema.domain.people.WorkRules;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StrictestWorkRulesTest {
    /** A demand with working-time rules of a person only. */
    static Demand demandOf(String person, WorkRules rules) {
        return new Demand(List.of(), List.of(), List.of(), List.of(), List.of(), Map.of(staff(person), rules));
    }

    @Test
    void eachComponentIsTheStricterOfTheTwoInBothOrders() {
        var one = new WorkRules(11, 30, new AgreedShortRest(8, 2, "A"), 10, null, 48, 10, LocalTime.of(18, 0));
        var other = new WorkRules(10, 35, new AgreedShortRest(9, 1, "B"), 12, 40, 40, 17, LocalTime.of(17, 0));
        for (WorkRules both : List.of(StrictestWorkRules.of(one, other), StrictestWorkRules.of(other, one))) {
            assertThat(both.dailyRestHours()).isEqualTo(11);
            assertThat(both.weeklyRestHours()).isEqualTo(35);
            assertThat(both.agreedShortRest()).isNotNull();
            assertThat(both.agreedShortRest().hours()).isEqualTo(9);
            assertThat(both.agreedShortRest().timesAWeek()).isEqualTo(1);
            assertThat(both.minutesPerDay()).isEqualTo(600);
            assertThat(both.minutesPerWeek()).isEqualTo(2_400);
            assertThat(both.averageHoursPerWeek()).isEqualTo(40);
            assertThat(both.referenceWeeks()).isEqualTo(10);
            assertThat(both.eveningStarts()).isEqualTo(LocalTime.of(17, 0));
        }
    }

    @Test
    void exceptionOfOnlyOneIsDroppedAndALimitAbsentInBothStaysAbsent() {
        var one = new WorkRules(11, 35, null, null, null, 48, 17, LocalTime.of(17, 0));
        var other = new WorkRules(11, 35, new AgreedShortRest(8, 2, "B"), null, null, 48, 17, LocalTime.of(17, 0));
        for (WorkRules both : List.of(StrictestWorkRules.of(one, other), StrictestWorkRules.of(other, one))) {
            assertThat(both).isEqualTo(one);
        }
    }

    @Test
    void strictestLimitsOfDatesAreTheMostBindingAndThenTheTightest() {
        var rules = WorkRules.defaults();
        var one = rules.withDateLimits(
                new DutyLimit(600, Level.HARD), new DutyLimit(660, Level.HARD), new FreeDates(2, Level.MEDIUM));
        var other = rules.withDateLimits(
                new DutyLimit(540, Level.SOFT), new DutyLimit(720, Level.HARD), new FreeDates(1, Level.MEDIUM));
        for (WorkRules both : List.of(StrictestWorkRules.of(one, other), StrictestWorkRules.of(other, one))) {
            assertThat(both.longestDay()).isEqualTo(new DutyLimit(600, Level.HARD));
            assertThat(both.restBetweenDates()).isEqualTo(new DutyLimit(720, Level.HARD));
            assertThat(both.freeDates()).isEqualTo(new FreeDates(2, Level.MEDIUM));
        }
        assertThat(StrictestWorkRules.of(rules, one)).isEqualTo(one);
        assertThat(StrictestWorkRules.of(one, rules)).isEqualTo(one);
    }
}

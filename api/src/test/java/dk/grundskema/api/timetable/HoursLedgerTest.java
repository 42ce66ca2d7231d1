package dk.grundskema.api.timetable;

import static dk.grundskema.api.timetable.SmallPlan.ANE;
import static dk.grundskema.api.timetable.SmallPlan.BO;
import static dk.grundskema.api.timetable.SmallPlan.FIRST;
import static dk.grundskema.api.timetable.SmallPlan.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.timetable.SmallPlan.Held;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.WorkRules;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

/** Hours for payroll: every true minute in exactly one column. */
class HoursLedgerTest {
    private static final Hours NONE = Hours.NONE;

    private static Hours hours(SmallPlan plan, StaffId person) {
        return plan.hours().stream()
                .filter(one -> one.person().id().equals(person))
                .findFirst()
                .orElseThrow()
                .total();
    }

    private static Hours ofAne(Held held) {
        return hours(new SmallPlan().with(held.by(ANE)), ANE);
    }

    private static Hours columns(long day, long evening, long night, long weekend) {
        return new Hours(day, evening, night, weekend, 0, 0, 0);
    }

    @Test
    void aModuleCountsForBothWhoAreThereAndForNobodyElse() {
        var plan = new SmallPlan().with(Held.module());

        assertThat(hours(plan, ANE)).isEqualTo(columns(90, 0, 0, 0));
        assertThat(hours(plan, BO)).isEqualTo(columns(90, 0, 0, 0));
        assertThat(hours(plan, SmallPlan.CARL)).isEqualTo(NONE);
    }

    @Test
    void eveningBeginsOnTheMinute() {
        assertThat(ofAne(Held.module().at("16:00", "17:00"))).isEqualTo(columns(60, 0, 0, 0));
        assertThat(ofAne(Held.module().at("16:00", "17:01"))).isEqualTo(columns(60, 1, 0, 0));
        assertThat(ofAne(Held.module().at("22:00", "23:01"))).isEqualTo(columns(0, 60, 1, 0));
    }

    @Test
    void aNightGoesOnUntilItEndsInTheMorning() {
        assertThat(ofAne(Held.module().at("22:00", "07:30"))).isEqualTo(columns(90, 60, 420, 0));
        assertThat(ofAne(Held.module().at("05:00", "08:00"))).isEqualTo(columns(120, 0, 60, 0));
    }

    @Test
    void weekendGoesBeforeNightAndBeginsAtMidnightWhateverDayTheDutyStartsOn() {
        var friday = MONDAY.plusDays(4);
        var sunday = MONDAY.plusDays(13);

        assertThat(ofAne(Held.module().on(friday).at("23:00", "07:00"))).isEqualTo(columns(0, 0, 60, 420));
        assertThat(ofAne(Held.module().on(sunday).at("23:00", "07:00"))).isEqualTo(columns(60, 0, 360, 60));
        assertThat(ofAne(Held.module().on(sunday).at("10:00", "20:00"))).isEqualTo(columns(0, 0, 0, 600));
    }

    /** On Sunday 25 October 2026 the hour from two to three comes twice. */
    @Test
    void theNightInWhichClocksArePutBackIsAnHourLonger() {
        var saturday = MONDAY.plusDays(5);

        assertThat(ofAne(Held.module().on(saturday).at("23:00", "07:00"))).isEqualTo(columns(0, 0, 0, 540));
    }

    @Test
    void aDutyOverMidnightBelongsToTheWeekItStartsIn() {
        var plan = new SmallPlan().with(Held.module().on(MONDAY.plusDays(6)).at("23:00", "07:00"));
        var ane = plan.hours().getFirst();

        assertThat(ane.in(FIRST).onDuty()).isEqualTo(480);
        assertThat(ane.in(FIRST.plus(1))).isEqualTo(NONE);
    }

    @Test
    void aNightThatCountsForLessShowsWhatDoesNotCount() {
        var hours = hours(new SmallPlan().with(Held.night(MONDAY, ANE)), ANE);

        assertThat(hours).isEqualTo(new Hours(60, 0, 420, 0, 0, 192, 0));
        assertThat(hours.onDuty()).isEqualTo(480);
        assertThat(hours.counted()).isEqualTo(288);
    }

    @Test
    void preparationIsPaidBesideTheDuty() {
        var hours = ofAne(Held.module().counting(true, 100, 30));

        assertThat(hours).isEqualTo(new Hours(90, 0, 0, 0, 30, 0, 0));
        assertThat(hours.counted()).isEqualTo(120);
    }

    @Test
    void standByAtHomeIsInNoOtherColumnAndCountsNothing() {
        var hours = ofAne(Held.module().at("20:00", "23:30").counting(false, 100, 0));

        assertThat(hours).isEqualTo(new Hours(0, 0, 0, 0, 0, 0, 210));
        assertThat(hours.counted()).isZero();
    }

    @Test
    void whatIsHeldInTwoWeeksCountsInEach() {
        var ane = new SmallPlan().with(Held.module().inWeeks(2)).hours().getFirst();

        assertThat(ane.in(FIRST).day()).isEqualTo(90);
        assertThat(ane.in(FIRST.plus(1)).day()).isEqualTo(90);
        assertThat(ane.total().day()).isEqualTo(180);
    }

    @Test
    void rulesOfAPersonGoBeforeThoseOfTheProblem() {
        var plan = new SmallPlan().with(Held.module().at("15:00", "18:00"));
        plan.workOfAne = new WorkRules(11, 35, null, 10, null, 48, 17, LocalTime.of(16, 0));

        assertThat(hours(plan, ANE)).isEqualTo(columns(60, 120, 0, 0));
        assertThat(hours(plan, BO)).isEqualTo(columns(120, 60, 0, 0));
    }

    @Test
    void aNightWithoutLengthLeavesTheEveningToLastUntilMidnight() {
        var plan = new SmallPlan().with(Held.module().by(ANE).at("22:00", "01:00"));
        plan.work = new WorkRules(
                11, 35, null, 10, null, 48, 17, LocalTime.of(17, 0), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

        assertThat(hours(plan, ANE)).isEqualTo(columns(60, 120, 0, 0));
    }
}

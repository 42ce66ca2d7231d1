package dk.grundskema.api.documents.timetable;

import static dk.grundskema.api.documents.timetable.SmallCampFixture.ANE;
import static dk.grundskema.api.documents.timetable.SmallCampFixture.BO;
import static dk.grundskema.api.documents.timetable.SmallCampFixture.FIRST;
import static dk.grundskema.api.documents.timetable.SmallCampFixture.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.timetable.SmallCampFixture.CampMeeting;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.WorkRules;
import java.math.BigDecimal;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

/** Payroll hours: every elapsed minute is in exactly one column. */
class PayrollHoursCalculatorTest {
    private static final PayrollHours NONE = PayrollHours.NONE;

    private static PayrollHours hours(SmallCampFixture plan, StaffId person) {
        return plan.hours().stream()
                .filter(one -> one.person().id().equals(person))
                .findFirst()
                .orElseThrow()
                .total();
    }

    private static PayrollHours ofAne(CampMeeting held) {
        return hours(new SmallCampFixture().with(held.by(ANE)), ANE);
    }

    private static PayrollHours columns(long day, long evening, long night, long weekend) {
        return new PayrollHours(day, evening, night, weekend, 0, 0, 0);
    }

    @Test
    void aModuleCountsForBothWhoAreThereAndForNobodyElse() {
        var plan = new SmallCampFixture().with(CampMeeting.module());

        assertThat(hours(plan, ANE)).isEqualTo(columns(90, 0, 0, 0));
        assertThat(hours(plan, BO)).isEqualTo(columns(90, 0, 0, 0));
        assertThat(hours(plan, SmallCampFixture.CARL)).isEqualTo(NONE);
    }

    @Test
    void eveningBeginsOnTheMinute() {
        assertThat(ofAne(CampMeeting.module().at("16:00", "17:00"))).isEqualTo(columns(60, 0, 0, 0));
        assertThat(ofAne(CampMeeting.module().at("16:00", "17:01"))).isEqualTo(columns(60, 1, 0, 0));
        assertThat(ofAne(CampMeeting.module().at("22:00", "23:01"))).isEqualTo(columns(0, 60, 1, 0));
    }

    @Test
    void aNightGoesOnUntilItEndsInTheMorning() {
        assertThat(ofAne(CampMeeting.module().at("22:00", "07:30"))).isEqualTo(columns(90, 60, 420, 0));
        assertThat(ofAne(CampMeeting.module().at("05:00", "08:00"))).isEqualTo(columns(120, 0, 60, 0));
    }

    @Test
    void weekendGoesBeforeNightAndBeginsAtMidnightWhateverDayTheDutyStartsOn() {
        var friday = MONDAY.plusDays(4);
        var sunday = MONDAY.plusDays(13);

        assertThat(ofAne(CampMeeting.module().on(friday).at("23:00", "07:00"))).isEqualTo(columns(0, 0, 60, 420));
        assertThat(ofAne(CampMeeting.module().on(sunday).at("23:00", "07:00"))).isEqualTo(columns(60, 0, 360, 60));
        assertThat(ofAne(CampMeeting.module().on(sunday).at("10:00", "20:00"))).isEqualTo(columns(0, 0, 0, 600));
    }

    /** On Sunday 25 October 2026 the hour from two to three occurs twice. */
    @Test
    void theNightInWhichClocksArePutBackIsAnHourLonger() {
        var saturday = MONDAY.plusDays(5);

        assertThat(ofAne(CampMeeting.module().on(saturday).at("23:00", "07:00")))
                .isEqualTo(columns(0, 0, 0, 540));
    }

    @Test
    void aDutyOverMidnightBelongsToTheWeekItStartsIn() {
        var plan = new SmallCampFixture()
                .with(CampMeeting.module().on(MONDAY.plusDays(6)).at("23:00", "07:00"));
        var ane = plan.hours().getFirst();

        assertThat(ane.hoursIn(FIRST).onDuty()).isEqualTo(480);
        assertThat(ane.hoursIn(FIRST.plus(1))).isEqualTo(NONE);
    }

    @Test
    void aNightThatCountsForLessShowsWhatDoesNotCount() {
        var hours = hours(new SmallCampFixture().with(CampMeeting.night(MONDAY, ANE)), ANE);

        assertThat(hours).isEqualTo(new PayrollHours(60, 0, 420, 0, 0, 192, 0));
        assertThat(hours.onDuty()).isEqualTo(480);
        assertThat(hours.counted()).isEqualTo(288);
    }

    @Test
    void preparationIsPaidBesideTheDuty() {
        var hours = ofAne(CampMeeting.module().counting(true, 100, 30));

        assertThat(hours).isEqualTo(new PayrollHours(90, 0, 0, 0, 30, 0, 0));
        assertThat(hours.counted()).isEqualTo(120);
    }

    @Test
    void standByAtHomeIsInNoOtherColumnAndCountsNothing() {
        var hours = ofAne(CampMeeting.module().at("20:00", "23:30").counting(false, 100, 0));

        assertThat(hours).isEqualTo(new PayrollHours(0, 0, 0, 0, 0, 0, 210));
        assertThat(hours.counted()).isZero();
    }

    @Test
    void meetingInTwoWeeksCountsInEach() {
        var ane = new SmallCampFixture()
                .with(CampMeeting.module().inWeeks(2))
                .hours()
                .getFirst();

        assertThat(ane.hoursIn(FIRST).day()).isEqualTo(90);
        assertThat(ane.hoursIn(FIRST.plus(1)).day()).isEqualTo(90);
        assertThat(ane.total().day()).isEqualTo(180);
    }

    @Test
    void rulesOfAPersonGoBeforeThoseOfTheProblem() {
        var plan = new SmallCampFixture().with(CampMeeting.module().at("15:00", "18:00"));
        plan.workOfAne = new WorkRules(11, 35, null, 10, null, 48, 17, LocalTime.of(16, 0));

        assertThat(hours(plan, ANE)).isEqualTo(columns(60, 120, 0, 0));
        assertThat(hours(plan, BO)).isEqualTo(columns(120, 60, 0, 0));
    }

    @Test
    void aNightWithoutLengthLeavesTheEveningToLastUntilMidnight() {
        var plan = new SmallCampFixture().with(CampMeeting.module().by(ANE).at("22:00", "01:00"));
        plan.work = new WorkRules(
                11,
                35,
                null,
                BigDecimal.TEN,
                null,
                48,
                17,
                LocalTime.of(17, 0),
                LocalTime.MIDNIGHT,
                LocalTime.MIDNIGHT,
                null,
                null,
                null);

        assertThat(hours(plan, ANE)).isEqualTo(columns(60, 120, 0, 0));
    }

    @Test
    void minutesInTwoModulesAtTheSameTimeCountOnce() {
        var plan = new SmallCampFixture()
                .with(CampMeeting.module().id("a").by(ANE).at("09:00", "10:00"))
                .with(CampMeeting.module().id("b").by(ANE).at("08:30", "10:30").counting(true, 100, 15))
                .with(CampMeeting.module().id("c").by(ANE).at("10:00", "11:00"));

        assertThat(hours(plan, ANE)).isEqualTo(new PayrollHours(150, 0, 0, 0, 15, 0, 0));
    }

    @Test
    void theDutyThatCreditsAMinuteMostCountsIt() {
        var plan = new SmallCampFixture()
                .with(CampMeeting.module().id("a").by(ANE).at("08:00", "12:00").counting(false, 100, 0))
                .with(CampMeeting.module().id("b").by(ANE).at("09:00", "11:00").counting(true, 50, 0))
                .with(CampMeeting.module().id("c").by(ANE).at("10:00", "10:30"));

        assertThat(hours(plan, ANE)).isEqualTo(new PayrollHours(120, 0, 0, 0, 0, 45, 120));
    }
}

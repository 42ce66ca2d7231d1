package dk.grundskema.solver.check;

import static dk.grundskema.solver.check.CheckerFixture.*;
import static dk.grundskema.solver.fixture.MeetingBuilder.aMeeting;
import static dk.grundskema.solver.fixture.Scenario.aScenario;
import static dk.grundskema.solver.testkit.StaffBuilder.aStaffMember;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.solver.fixture.FixturePlugin;
import dk.grundskema.solver.fixture.MeetingBuilder;
import dk.grundskema.solver.fixture.Scenario;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class CrossPlanCheckTest {
    private static final WorkRules REST_ALONE = new WorkRules(11, 35, null, null, null, 168, 52, LocalTime.of(17, 0));
    private static final WorkRules SIX_HOURS_A_DAY = new WorkRules(11, 35, null, 6, null, 168, 52, LocalTime.of(17, 0));

    private static List<RuleViolation> faults(Scenario own, boolean isSameSchool, Scenario... others) {
        return found(own, isSameSchool, others).stream()
                .map(one -> CheckerFixture.withoutFigures(one.violation()))
                .toList();
    }

    private static List<CrossPlanViolation> found(Scenario own, boolean isSameSchool, Scenario... others) {
        return new TimetableChecker(FixturePlugin::byType)
                .checkAcrossPlans(
                        own.problem(),
                        own.timetable(),
                        Arrays.stream(others)
                                .map(one -> new OtherPlan(one.problem(), one.timetable(), isSameSchool))
                                .toList());
    }

    /** Returns the meetings of the first plan that its only fault is in, with dates. */
    private static List<String> places(Scenario own, Scenario other) {
        return found(own, true, other).stream()
                .flatMap(one -> one.places().stream())
                .flatMap(place -> place.dates().stream().map(date -> place.session() + " " + date))
                .toList();
    }

    private static Scenario anna(WorkRules rules, String... times) {
        var scenario = aScenario().work(rules);
        for (int i = 0; i < times.length; i++) {
            scenario.meeting(aMeeting("m" + i).at(times[i]).by("anna"));
        }
        return scenario;
    }

    /** A plan in which a person with a mail address has a meeting. */
    private static Scenario withEmail(String id, @Nullable String email, String time) {
        return aScenario()
                .work(REST_ALONE)
                .staff(aStaffMember(id).email(email))
                .meeting(aMeeting("m").at(time).by(id));
    }

    private static Scenario in(MeetingBuilder meeting) {
        return aScenario().work(REST_ALONE).meeting(meeting);
    }

    @Test
    void personInTwoPlansAtOnceIsReportedInBothWithTheMinutesThatCoincide() {
        Scenario one = anna(REST_ALONE, "2026-09-07 08:00-10:00");
        Scenario other = anna(REST_ALONE, "2026-09-07 09:30-12:00");
        RuleViolation expected = hard("core.person-in-two-places", 30, staff("anna"), date("2026-09-07"));
        assertThat(faults(one, true, other)).containsExactly(expected);
        assertThat(faults(other, true, one)).containsExactly(expected);
        assertThat(faults(anna(REST_ALONE, "2026-09-07 08:00-09:30"), true, other))
                .as("one after the other")
                .isEmpty();
    }

    @Test
    void roomsAreTheSameInOneSchoolOnly() {
        Scenario one = in(aMeeting("m1").at("2026-09-07 08:00-10:00").room("hall"));
        Scenario other = in(aMeeting("m2").at("2026-09-07 09:00-10:00").room("hall"));
        assertThat(faults(one, true, other))
                .containsExactly(hard("core.room-in-two-places", 60, room("hall"), date("2026-09-07")));
        assertThat(faults(one, false, other)).isEmpty();
    }

    @Test
    void restBetweenDutiesOfTwoPlansCounts() {
        Scenario evening = anna(REST_ALONE, "2026-09-07 12:00-23:00");
        Scenario morning = anna(REST_ALONE, "2026-09-08 07:00-12:00");
        assertThat(faults(evening, true, morning))
                .singleElement()
                .satisfies(fault -> assertThat(fault.rule()).isEqualTo("core.daily-rest"));
        assertThat(faults(evening, true, anna(REST_ALONE, "2026-09-08 10:00-12:00")))
                .as("eleven hours of rest")
                .isEmpty();
    }

    @Test
    void standByOfAnotherPlanIsNoWorkButKeepsThePersonThere() {
        Scenario evening = anna(REST_ALONE, "2026-09-07 12:00-23:00");
        assertThat(faults(
                        evening,
                        true,
                        in(aMeeting("n").at("2026-09-08 07:00-12:00").by("anna").work(false))))
                .isEmpty();
        assertThat(faults(
                        evening,
                        true,
                        in(aMeeting("n").at("2026-09-07 22:00-23:30").by("anna").work(false))))
                .containsExactly(hard("core.person-in-two-places", 60, staff("anna"), date("2026-09-07")));
    }

    @Test
    void whatEachPlanBreaksByItselfIsNotReportedAgain() {
        Scenario broken = anna(REST_ALONE, "2026-09-07 12:00-23:00", "2026-09-08 07:00-12:00");
        Scenario later = anna(REST_ALONE, "2026-09-15 08:00-12:00");
        assertThat(CheckerFixture.faults(broken)).isNotEmpty();
        assertThat(faults(broken, true, later)).isEmpty();
        assertThat(faults(later, true, broken)).isEmpty();
    }

    @Test
    void hoursOfADayAreAddedUp() {
        Scenario morning = anna(SIX_HOURS_A_DAY, "2026-09-07 08:00-12:00");
        assertThat(faults(morning, true, anna(SIX_HOURS_A_DAY, "2026-09-07 12:00-14:01")))
                .containsExactly(hard("core.daily-hours", 1, staff("anna"), date("2026-09-07")));
        assertThat(faults(morning, true, anna(SIX_HOURS_A_DAY, "2026-09-07 12:00-14:00")))
                .isEmpty();
    }

    @Test
    void twoOtherPlansThatCollideAreNoFaultOfThisOne() {
        Scenario free = anna(REST_ALONE, "2026-09-09 08:00-09:00");
        assertThat(faults(
                        free,
                        true,
                        anna(REST_ALONE, "2026-09-07 08:00-10:00"),
                        anna(REST_ALONE, "2026-09-07 09:00-11:00")))
                .isEmpty();
    }

    @Test
    void peopleOfDifferentSchoolsWithEqualIdsAreNotOnePerson() {
        Scenario one = anna(REST_ALONE, "2026-09-07 08:00-10:00");
        assertThat(faults(one, false, anna(REST_ALONE, "2026-09-07 09:30-12:00")))
                .isEmpty();
        assertThat(faults(
                        withEmail("anna", "anna.and@skole.dk", "2026-09-07 08:00-10:00"),
                        false,
                        withEmail("anna", "anna.bo@skole.dk", "2026-09-07 08:00-10:00")))
                .isEmpty();
    }

    @Test
    void peopleOfDifferentSchoolsWithOneMailAddressAreOnePersonWhateverTheirIds() {
        Scenario one = withEmail("anna", "Anna@kommune.dk", "2026-09-07 08:00-10:00");
        Scenario other = withEmail("aa", "anna@kommune.dk", "2026-09-07 09:30-12:00");
        assertThat(faults(one, false, other))
                .containsExactly(hard("core.person-in-two-places", 30, staff("anna"), date("2026-09-07")));
        assertThat(faults(other, false, one))
                .containsExactly(hard("core.person-in-two-places", 30, staff("aa"), date("2026-09-07")));
    }

    @Test
    void mailAddressThatSeveralPeopleOfAPlanShareIdentifiesNobody() {
        Scenario office = withEmail("anna", "kontor@skole.dk", "2026-09-07 08:00-10:00")
                .staff(aStaffMember("bo").email("kontor@skole.dk"));
        assertThat(faults(office, false, withEmail("cecilie", "kontor@skole.dk", "2026-09-07 08:00-10:00")))
                .isEmpty();
    }

    @Test
    void clashIsInTheMeetingOfThisPlan() {
        Scenario one = anna(REST_ALONE, "2026-09-07 08:00-10:00", "2026-09-07 12:00-13:00");
        assertThat(places(one, anna(REST_ALONE, "2026-09-07 09:30-12:00"))).containsExactly("m0 2026-09-07");
        assertThat(places(one, anna(REST_ALONE, "2026-09-07 12:30-14:00"))).containsExactly("m1 2026-09-07");
    }

    @Test
    void shortRestIsInTheMeetingOfThisPlanBeforeOrAfterIt() {
        Scenario evening = anna(REST_ALONE, "2026-09-07 08:00-09:00", "2026-09-07 12:00-23:00");
        Scenario morning = anna(REST_ALONE, "2026-09-08 07:00-12:00", "2026-09-08 13:00-14:00");
        assertThat(places(evening, morning)).containsExactly("m1 2026-09-07");
        assertThat(places(morning, evening)).containsExactly("m0 2026-09-08");
    }

    @Test
    void hoursOfADayAreInTheLastMeetingOfThisPlan() {
        Scenario morning = anna(SIX_HOURS_A_DAY, "2026-09-07 08:00-10:00", "2026-09-07 10:00-12:00");
        assertThat(places(morning, anna(SIX_HOURS_A_DAY, "2026-09-07 12:00-14:01")))
                .containsExactly("m1 2026-09-07");
    }
}

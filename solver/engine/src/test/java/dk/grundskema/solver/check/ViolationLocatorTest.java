package dk.grundskema.solver.check;

import static dk.grundskema.solver.check.CheckerFixture.*;
import static dk.grundskema.solver.fixture.MeetingBuilder.aMeeting;
import static dk.grundskema.solver.fixture.Scenario.aScenario;
import static dk.grundskema.solver.testkit.LessonBuilder.aLesson;
import static dk.grundskema.solver.testkit.MeetingTimes.inWeeks;
import static dk.grundskema.solver.testkit.MeetingTimes.period;
import static dk.grundskema.solver.testkit.MeetingTimes.time;
import static dk.grundskema.solver.testkit.StaffBuilder.aStaffMember;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.ExclusiveSessions.Kind;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.solver.fixture.FixturePlugin;
import dk.grundskema.solver.fixture.Scenario;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class ViolationLocatorTest {
    private static final TimetableChecker CHECKER = new TimetableChecker(FixturePlugin::byType);

    private static List<ViolationPlace> places(Scenario scenario, RuleViolation violation) {
        return CHECKER.locator(scenario.problem(), scenario.timetable()).find(violation);
    }

    /** Places of the only violation of a rule. */
    private static List<ViolationPlace> places(Scenario scenario, String rule) {
        List<RuleViolation> found = faults(scenario).stream()
                .filter(fault -> fault.rule().equals(rule))
                .toList();
        assertThat(found).hasSize(1);
        return places(scenario, found.getFirst());
    }

    private static ViolationPlace place(String session, String... dates) {
        return new ViolationPlace(
                session(session),
                List.of(dates).stream().map(CheckerFixture::date).toList());
    }

    private static Scenario scenario(String... times) {
        var scenario = aScenario().work(new WorkRules(11, 35, null, null, null, 168, 52, LocalTime.of(17, 0)));
        for (int i = 0; i < times.length; i++) {
            scenario.meeting(aMeeting("m" + i).at(times[i]).by("anna"));
        }
        return scenario;
    }

    @Test
    void violationThatNamesASessionIsInItsMeetingOnAllItsDates() {
        var violation = medium("core.missing-adult", 1, session("m0"));
        assertThat(places(scenario("2026-09-07 08:00-10:00", "2026-09-08 08:00-10:00"), violation))
                .containsExactly(place("m0", "2026-09-07"));
    }

    @Test
    void weeklyMeetingIsMarkedOnlyInTheWeekInWhichItsHolderIsAway() {
        Scenario scenario = aScenario()
                .staff(aStaffMember("anna").except(period("2026-09-14 09:00-12:00")))
                .meeting(aMeeting("m")
                        .at(inWeeks(time("2026-09-07 08:00-10:00"), "2026-W37", "2026-W38", "2026-W39"))
                        .by("anna"));
        assertThat(places(scenario, "core.staff-unavailable")).containsExactly(place("m", "2026-09-14"));
    }

    @Test
    void violationOnADateIsInTheMeetingOnThatDateOnly() {
        Scenario scenario = scenario("2026-09-07 08:00-10:00");
        assertThat(places(scenario, hard("core.closed-day", 1, session("m0"), date("2026-09-07"))))
                .containsExactly(place("m0", "2026-09-07"));
        assertThat(places(scenario, hard("core.closed-day", 1, session("m0"), date("2026-09-14"))))
                .isEmpty();
    }

    @Test
    void sessionWithoutAMeetingAndGroupAreInNoMeeting() {
        Scenario scenario = scenario("2026-09-07 08:00-10:00");
        assertThat(places(scenario, medium("core.unplaced-session", 1, session("elsewhere"))))
                .isEmpty();
        assertThat(places(scenario, hard("core.group-size", 1, group("g")))).isEmpty();
    }

    @Test
    void clashIsInBothMeetingsAndInNoOtherOfThatDay() {
        assertThat(places(
                        scenario("2026-09-07 08:00-10:00", "2026-09-07 09:00-10:30", "2026-09-07 10:30-11:00"),
                        "core.person-in-two-places"))
                .containsExactly(place("m0", "2026-09-07"), place("m1", "2026-09-07"));
    }

    @Test
    void clashWithALessonIsInTheMeeting() {
        Scenario scenario = scenario("2026-09-07 08:00-10:00")
                .lesson(aLesson("l").by("anna").at("2026-09-07 09:00-09:45"));
        assertThat(places(scenario, "core.person-in-two-places")).containsExactly(place("m0", "2026-09-07"));
    }

    @Test
    void shortRestIsInTheMeetingBeforeWhichItEnds() {
        assertThat(places(
                        scenario("2026-09-07 08:00-10:00", "2026-09-07 12:00-21:00", "2026-09-08 07:59-12:00"),
                        "core.daily-rest"))
                .containsExactly(place("m2", "2026-09-08"));
    }

    @Test
    void dutyWithoutAnyRestIsInItsLastMeeting() {
        assertThat(places(scenario("2026-09-07 08:00-15:00", "2026-09-07 15:00-22:00"), "core.daily-rest"))
                .containsExactly(place("m1", "2026-09-07"));
    }

    @Test
    void travelIsInTheMeetingThatCannotBeReached() {
        Scenario scenario = scenario("2026-09-07 08:00-10:00")
                .travel("home", "away", 25)
                .meeting(aMeeting("n").at("2026-09-07 10:10-11:00").site("away").by("anna"));
        assertThat(places(scenario, "core.travel-time")).containsExactly(place("n", "2026-09-07"));
    }

    @Test
    void subjectOfATeamOnADateIsInItsMeetingsInThatSubjectOnThatDate() {
        Scenario scenario = aScenario()
                .group("team")
                .group("other-team")
                .meeting(
                        aMeeting("a").at("2026-09-07 08:00-10:00").group("team").title("Danish"))
                .meeting(
                        aMeeting("b").at("2026-09-07 10:00-12:00").group("team").title("Sport"))
                .meeting(aMeeting("c")
                        .at("2026-09-07 10:00-12:00")
                        .group("other-team")
                        .title("Danish"))
                .meeting(
                        aMeeting("d").at("2026-09-08 08:00-10:00").group("team").title("Danish"));
        var violation = medium("camp.subject-per-day", 1, group("team"), "Danish", date("2026-09-07"));
        assertThat(places(scenario, violation)).containsExactly(place("a", "2026-09-07"));
    }

    @Test
    void hoursOfADayAreInItsLastMeeting() {
        Scenario scenario = scenario("2026-09-07 08:00-10:00", "2026-09-07 12:00-15:00", "2026-09-08 08:00-10:00");
        assertThat(places(scenario, hard("core.daily-hours", 60, staff("anna"), date("2026-09-07"))))
                .containsExactly(place("m1", "2026-09-07"));
    }

    @Test
    void longDayIsInItsLastMeetingAndAShortRestBetweenDatesInTheFirstOneAfterIt() {
        Scenario scenario = scenario(
                "2026-09-07 08:00-10:00", "2026-09-07 16:00-17:01", "2026-09-08 08:00-10:00", "2026-09-08 11:00-12:00");
        for (String suffix : List.of("", "-guideline")) {
            assertThat(places(scenario, hard("core.long-day" + suffix, 1, staff("anna"), date("2026-09-07"))))
                    .containsExactly(place("m1", "2026-09-07"));
            assertThat(places(scenario, hard("core.rest-between-dates" + suffix, 1, staff("anna"), date("2026-09-08"))))
                    .containsExactly(place("m2", "2026-09-08"));
        }
    }

    @Test
    void shortRestBeforeALessonIsInTheLastMeetingBeforeIt() {
        Scenario scenario = scenario("2026-09-07 08:00-10:00", "2026-09-07 20:00-23:00", "2026-09-08 14:00-15:00")
                .lesson(aLesson("l").at("2026-09-08 08:00-09:00").by("anna"));
        assertThat(places(scenario, hard("core.rest-between-dates", 1, staff("anna"), date("2026-09-08"))))
                .containsExactly(place("m1", "2026-09-07"));
    }

    @Test
    void checkOfOnePersonFindsTheViolationsOfThatPerson() {
        Scenario scenario = scenario("2026-09-07 08:00-10:00", "2026-09-07 09:00-21:01", "2026-09-08 07:59-12:00")
                .meeting(aMeeting("other").at("2026-09-07 08:00-10:00").by("bo"))
                .meeting(aMeeting("more").at("2026-09-07 09:00-10:00").by("bo"));
        List<RuleViolation> ofAnna = CheckerFixture.faultsWithFigures(scenario).stream()
                .filter(fault -> fault.arguments().contains(staff("anna")))
                .toList();
        scenario.exclusion("Shifts", Kind.SAME_PERSON_AND_DATE, Level.HARD, 1, "m0", "m1", "other", "more");
        assertThat(CHECKER.checkStaffing(scenario.problem(), scenario.timetable(), staff("anna"))
                        .violations())
                .containsAll(ofAnna)
                .contains(hard(
                        "core.exclusive-on-one-date",
                        1,
                        "Shifts",
                        staff("anna"),
                        date("2026-09-07"),
                        session("m0"),
                        session("m1")))
                .noneMatch(fault -> fault.arguments().contains(staff("bo")));
    }

    @Test
    void sessionsThatExcludeEachOtherAreBothMarkedAlsoAfterMidnight() {
        Scenario night = scenario("2026-09-07 22:00-07:00", "2026-09-08 06:00-08:00", "2026-09-08 09:00-10:00")
                .exclusion("Shifts", Kind.SAME_TIME, Level.HARD, 1, "m0", "m1", "m2");
        assertThat(places(night, "core.exclusive-at-one-time"))
                .containsExactly(place("m0", "2026-09-07"), place("m1", "2026-09-08"));
        Scenario day = scenario("2026-09-07 08:00-09:00", "2026-09-07 10:00-11:00")
                .exclusion("Shifts", Kind.SAME_PERSON_AND_DATE, Level.HARD, 1, "m0", "m1");
        assertThat(places(day, "core.exclusive-on-one-date"))
                .containsExactly(place("m0", "2026-09-07"), place("m1", "2026-09-07"));
    }

    @Test
    void restsOfOnePersonAreThoseOfTheWholeCheck() {
        Scenario scenario = scenario("2026-09-07 08:00-10:00", "2026-09-07 09:00-21:01", "2026-09-08 07:59-12:00");
        List<RuleViolation> ofAnna = CheckerFixture.faultsWithFigures(scenario).stream()
                .filter(fault -> fault.arguments().contains(staff("anna")))
                .toList();
        StaffingResult result = CHECKER.checkStaffing(scenario.problem(), scenario.timetable(), staff("anna"));
        assertThat(result.violations()).hasSizeGreaterThan(1).containsExactlyInAnyOrderElementsOf(ofAnna);
        assertThat(result.rests())
                .isEqualTo(CHECKER.rests(scenario.problem(), scenario.timetable()).stream()
                        .filter(rests -> rests.staff().equals(staff("anna")))
                        .findFirst()
                        .orElseThrow());
    }
}

package dk.grundskema.solver.rules;

import static dk.grundskema.solver.fixture.MeetingBuilder.aMeeting;
import static dk.grundskema.solver.fixture.Scenario.aScenario;
import static dk.grundskema.solver.rules.RuleTrials.*;
import static dk.grundskema.solver.testkit.LessonBuilder.aLesson;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.solver.check.TimetableChecker;
import dk.grundskema.solver.engine.TrialPlan;
import dk.grundskema.solver.fixture.Scenario;
import dk.grundskema.solver.spi.InterventionType.Category;
import dk.grundskema.solver.testkit.MeetingTimes;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rule and checker agree on the limits of support. */
class SupportRulesTest {
    private static final String DAY = "core.support-a-day";
    private static final String WEEK = "core.support-a-week";

    private static Scenario support() {
        return aScenario().category(Category.SMALL_GROUP).support(90, 100);
    }

    /** The charges of the rule, which equal those of the checker. */
    private static List<List<Object>> chargesOfRuleAndChecker(String rule, Scenario scenario) {
        return chargesOfRuleAndChecker(rule, trialAsHeld(scenario));
    }

    private static List<List<Object>> chargesOfRuleAndChecker(String rule, TrialPlan trial) {
        List<List<Object>> checked = new TimetableChecker(PLUGINS::find)
                .check(trial.problem(), trial.timetable("0")).stream()
                        .filter(fault -> fault.rule().equals(rule))
                        .map(SupportRulesTest::ofFault)
                        .toList();
        List<List<Object>> charged = charges(rule, trial);
        assertThat(checked).containsExactlyInAnyOrderElementsOf(charged);
        return charged;
    }

    private static List<Object> ofFault(RuleViolation fault) {
        var all = new ArrayList<Object>(List.of(fault.amount()));
        all.addAll(fault.place());
        return all;
    }

    @Test
    void supportUpToTheDayLimitCostsNothingAndEachMinuteMoreCostsOne() {
        for (String second : List.of("2026-09-07 12:00-12:45", "2026-09-07 07:00-07:45")) {
            assertThat(chargesOfRuleAndChecker(
                            DAY,
                            support()
                                    .meeting(aMeeting("m")
                                            .at("2026-09-07 10:00-10:45")
                                            .student("dea"))
                                    .meeting(aMeeting("n").at(second).student("dea"))))
                    .isEmpty();
        }
        for (String second : List.of("2026-09-07 12:00-12:46", "2026-09-07 07:00-07:46")) {
            assertThat(chargesOfRuleAndChecker(
                            DAY,
                            support()
                                    .meeting(aMeeting("m")
                                            .at("2026-09-07 10:00-10:45")
                                            .student("dea"))
                                    .meeting(aMeeting("n").at(second).student("dea"))))
                    .containsExactly(charge(1, student("dea"), date("2026-09-07")));
        }
    }

    @Test
    void eachDayAndStudentIsChargedSeparately() {
        assertThat(chargesOfRuleAndChecker(
                        DAY,
                        support()
                                .meeting(aMeeting("m")
                                        .at("2026-09-07 10:00-12:00")
                                        .student("dea", "eli"))
                                .meeting(aMeeting("n")
                                        .at("2026-09-08 10:00-11:30")
                                        .student("dea"))
                                .meeting(aMeeting("o")
                                        .at("2026-09-09 10:00-12:30")
                                        .student("eli"))))
                .containsExactlyInAnyOrder(
                        charge(30, student("dea"), date("2026-09-07")),
                        charge(30, student("eli"), date("2026-09-07")),
                        charge(60, student("eli"), date("2026-09-09")));
    }

    @Test
    void aWeekFromMondayToSundayHasItsOwnLimit() {
        var scenario = support()
                .meeting(aMeeting("m").at("2026-09-07 10:00-10:50").student("dea"))
                .meeting(aMeeting("n").at("2026-09-13 10:00-10:50").student("dea"));
        assertThat(chargesOfRuleAndChecker(WEEK, scenario)).isEmpty();
        assertThat(chargesOfRuleAndChecker(
                        WEEK,
                        scenario.meeting(
                                aMeeting("o").at("2026-09-14 10:00-11:40").student("dea"))))
                .isEmpty();
        assertThat(chargesOfRuleAndChecker(
                        WEEK,
                        scenario.meeting(
                                aMeeting("p").at("2026-09-10 10:00-10:07").student("dea"))))
                .containsExactly(charge(7, student("dea"), week("2026-W37")));
    }

    @ParameterizedTest
    @EnumSource
    void onlySessionsAroundTeachingAreNoSupport(Category category) {
        assertThat(chargesOfRuleAndChecker(
                        DAY,
                        support()
                                .category(category)
                                .meeting(aMeeting("m")
                                        .at("2026-09-07 10:00-12:00")
                                        .student("dea"))))
                .hasSize(category == Category.AROUND ? 0 : 1);
    }

    @Test
    void interruptedDaysHaveNoLimit() {
        var scenario = support()
                .interruption("2026-09-08", "2026-09-09")
                .meeting(aMeeting("m").at("2026-09-07 10:00-12:00").student("dea"))
                .meeting(aMeeting("n").at("2026-09-08 10:00-20:00").student("dea"))
                .meeting(aMeeting("o").at("2026-09-09 10:00-20:00").student("dea"))
                .meeting(aMeeting("p").at("2026-09-10 10:00-11:31").student("dea"));
        assertThat(chargesOfRuleAndChecker(DAY, scenario))
                .containsExactlyInAnyOrder(
                        charge(30, student("dea"), date("2026-09-07")), charge(1, student("dea"), date("2026-09-10")));
        assertThat(chargesOfRuleAndChecker(WEEK, scenario))
                .containsExactly(charge(111, student("dea"), week("2026-W37")));
    }

    @Test
    void supportInsideOwnLessonsDoesNotCountAndOutsideItDoes() {
        var scenario = support()
                .group("class", "dea")
                .group("other", "eli")
                .lesson(aLesson("danish")
                        .at(MeetingTimes.time("2026-09-07 10:00-10:45"))
                        .group("class"))
                .lesson(aLesson("reading")
                        .at(MeetingTimes.time("2026-09-07 10:30-11:00"))
                        .group("class"))
                .meeting(aMeeting("m")
                        .at("2026-09-07 09:45-12:00")
                        .student("dea", "eli")
                        .inside("danish", "reading"));
        assertThat(charges(DAY, scenario)).containsExactly(charge(45, student("eli"), date("2026-09-07")));
        assertThat(charges(DAY, scenario.support(74, 400)))
                .containsExactlyInAnyOrder(
                        charge(1, student("dea"), date("2026-09-07")), charge(61, student("eli"), date("2026-09-07")));
        chargesOfRuleAndChecker(DAY, scenario);
    }

    /** Lessons of an existing timetable may be nights of a camp. */
    @Test
    void lessonOfAnotherDayOrWeekMayContainTheSession() {
        var scenario = support()
                .support(59, 119)
                .group("class", "dea")
                .lesson(aLesson("night")
                        .at(MeetingTimes.time("2026-09-13 22:00-02:00"))
                        .group("class"))
                .lesson(aLesson("early")
                        .at(MeetingTimes.time("2026-09-16 00:00-02:00"))
                        .group("class"))
                .meeting(aMeeting("m")
                        .at("2026-09-14 00:30-03:00")
                        .student("dea")
                        .inside("night", "early"))
                .meeting(aMeeting("n")
                        .at("2026-09-15 23:00-01:00")
                        .student("dea")
                        .inside("night", "early"));
        assertThat(chargesOfRuleAndChecker(DAY, scenario))
                .containsExactlyInAnyOrder(
                        charge(1, student("dea"), date("2026-09-14")), charge(1, student("dea"), date("2026-09-15")));
        assertThat(chargesOfRuleAndChecker(WEEK, scenario))
                .containsExactly(charge(1, student("dea"), week("2026-W38")));
    }

    @Test
    void lessonThatMayNotContainTheSessionReducesNothing() {
        assertThat(chargesOfRuleAndChecker(
                        DAY,
                        support()
                                .group("class", "dea")
                                .lesson(aLesson("danish")
                                        .at(MeetingTimes.time("2026-09-07 10:00-11:00"))
                                        .group("class"))
                                .lesson(aLesson("maths")
                                        .at(MeetingTimes.time("2026-09-07 11:00-12:00"))
                                        .group("class"))
                                .meeting(aMeeting("m")
                                        .at("2026-09-07 10:00-12:40")
                                        .student("dea")
                                        .inside("danish"))))
                .containsExactly(charge(10, student("dea"), date("2026-09-07")));
    }

    @Test
    void coTaughtLessonIsPartOfTheOrdinaryDay() {
        assertThat(chargesOfRuleAndChecker(
                        DAY,
                        support()
                                .group("class", "dea")
                                .lesson(aLesson("danish")
                                        .at(MeetingTimes.time("2026-09-07 10:00-12:00"))
                                        .by("anna")
                                        .group("class"))
                                .meeting(aMeeting("m")
                                        .at("2026-09-07 10:00-12:00")
                                        .group("class")
                                        .lesson("danish", 1)
                                        .by("anna", "bob"))))
                .isEmpty();
    }

    private static Group toForm(String id) {
        return new Group(group(id), id, Group.Kind.SMALL_GROUP, List.of());
    }

    @Test
    void memberWhoJoinsAGroupTakesPartInItsSessions() {
        var scenario = support()
                .grouping(0, 9, List.of(toForm("red"), toForm("blue")), "dea")
                .meeting(aMeeting("m").at("2026-09-07 10:00-12:00").group("red"));
        assertThat(chargesOfRuleAndChecker(DAY, trialAsHeld(scenario))).isEmpty();
        assertThat(chargesOfRuleAndChecker(DAY, trialAsHeld(scenario).join(student("dea"), group("red"))))
                .containsExactly(charge(30, student("dea"), date("2026-09-07")));
    }

    @Test
    void memberForSomeWeeksTakesPartInTheseWeeks() {
        var second = new TreeSet<>(List.of(week("2026-W38")));
        var scenario = support()
                .group("red", List.of(new GroupMember(student("dea"), second)))
                .meeting(aMeeting("m").at("2026-09-07 10:00-12:00").group("red"))
                .meeting(aMeeting("n").at("2026-09-14 10:00-12:00").group("red"));
        assertThat(chargesOfRuleAndChecker(DAY, scenario))
                .containsExactly(charge(30, student("dea"), date("2026-09-14")));
    }
}

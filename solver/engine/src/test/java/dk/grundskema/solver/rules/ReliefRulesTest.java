package dk.grundskema.solver.rules;

import static dk.grundskema.solver.fixture.MeetingBuilder.aMeeting;
import static dk.grundskema.solver.fixture.Scenario.aScenario;
import static dk.grundskema.solver.rules.RuleTrials.*;
import static dk.grundskema.solver.testkit.LessonBuilder.aLesson;
import static dk.grundskema.solver.testkit.MeetingTimes.inWeeks;
import static dk.grundskema.solver.testkit.MeetingTimes.time;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.demand.Relief;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.check.TimetableChecker;
import dk.grundskema.solver.fixture.MeetingBuilder;
import dk.grundskema.solver.fixture.Scenario;
import java.time.LocalTime;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Vera tutors on Mondays from 9 in three weeks, when she has maths; Sub may take it. */
class ReliefRulesTest {
    private static final String CLASH = "core.person-in-two-places";
    private static final String WEEKLY = "core.weekly-hours";
    private static final String[] ALL = {"2026-W37", "2026-W38", "2026-W39"};
    private static final MeetingTime NINE = time("2026-09-07 09:00-09:45");

    private static Scenario tutoring(MeetingBuilder cover) {
        return aScenario()
                .work(new WorkRules(11, 35, null, null, 1, 48, 17, LocalTime.of(17, 0)))
                .lesson(aLesson("maths").at(inWeeks(NINE, ALL)).by("vera"))
                .meeting(aMeeting("tutoring")
                        .at(inWeeks(time("2026-09-07 09:00-10:15"), ALL))
                        .by("vera"))
                .meeting(cover);
    }

    private static MeetingBuilder cover(String... heldIn) {
        return aMeeting("cover").at(inWeeks(NINE, heldIn)).by("sub");
    }

    @Test
    void oneWeeklyCoverFreesATutorFromAWeeklyLessonInAllItsWeeks() {
        Scenario covered = tutoring(cover(ALL).relieving("vera", "maths", ALL));
        assertThat(charges(CLASH, covered)).isEmpty();
        assertThat(charges(WEEKLY, covered))
                .containsExactlyInAnyOrder(
                        charge(15, staff("vera"), week("2026-W37")),
                        charge(15, staff("vera"), week("2026-W38")),
                        charge(15, staff("vera"), week("2026-W39")));
        assertThat(checked(CLASH, covered)).isZero();
        assertThat(checked(WEEKLY, covered)).isEqualTo(45);
    }

    @Test
    void coverFreesNobodyInWeeksInWhichItIsNotHeld() {
        Scenario covered = tutoring(cover("2026-W37", "2026-W39").relieving("vera", "maths", ALL));
        assertThat(charges(CLASH, covered)).containsExactly(charge(45, staff("vera"), date("2026-09-14")));
        assertThat(charges(WEEKLY, covered)).contains(charge(60, staff("vera"), week("2026-W38")));
        assertThat(checked(CLASH, covered)).isEqualTo(45);
        assertThat(checked(WEEKLY, covered)).isEqualTo(90);
    }

    @Test
    void coverFreesNobodyInWeeksOutsideItsRelief() {
        Scenario covered = tutoring(cover(ALL).relieving("vera", "maths", "2026-W37"));
        assertThat(charges(CLASH, covered))
                .containsExactly(
                        charge(45, staff("vera"), date("2026-09-14")), charge(45, staff("vera"), date("2026-09-21")));
        assertThat(checked(CLASH, covered)).isEqualTo(90);
        assertThat(checked(WEEKLY, covered)).isEqualTo(15 + 60 + 60);
    }

    private static MeetingBuilder again(String... heldIn) {
        return aMeeting("again").at(inWeeks(NINE, heldIn)).by("third").relieving("vera", "maths", heldIn);
    }

    @Test
    void twoCoversFreeFromALessonOnce() {
        MeetingBuilder cover = cover(ALL).relieving("vera", "maths", ALL);
        for (Scenario twice : List.of(
                tutoring(cover).meeting(again(ALL)), tutoring(again(ALL)).meeting(cover))) {
            assertThat(charges(CLASH, twice)).isEmpty();
            assertThat(charges(WEEKLY, twice))
                    .containsExactlyInAnyOrder(
                            charge(15, staff("vera"), week("2026-W37")),
                            charge(15, staff("vera"), week("2026-W38")),
                            charge(15, staff("vera"), week("2026-W39")));
            assertThat(checked(WEEKLY, twice)).isEqualTo(45);
        }
    }

    @Test
    void teacherWithTwoCoversIsFreeWhileOneIsHeld() {
        Scenario twice = tutoring(cover(ALL).relieving("vera", "maths", ALL)).meeting(again("2026-W37", "2026-W38"));
        var trial = trialAsHeld(twice);
        assertThat(charges(WEEKLY, trial))
                .hasSize(3)
                .allSatisfy(each -> assertThat(each).startsWith(15L));
        trial.seat(seat("cover#0"), null);
        assertThat(charges(WEEKLY, trial))
                .containsExactlyInAnyOrder(
                        charge(15, staff("vera"), week("2026-W37")),
                        charge(15, staff("vera"), week("2026-W38")),
                        charge(60, staff("vera"), week("2026-W39")));
        trial.seat(seat("again#0"), null);
        assertThat(charges(WEEKLY, trial))
                .hasSize(3)
                .allSatisfy(each -> assertThat(each).startsWith(60L));
    }

    @Test
    void coverFreesOnlyTheTeacherOfTheLesson() {
        Scenario covered = tutoring(cover(ALL).relieving("anna", "maths", ALL))
                .lesson(aLesson("danish").at("2026-09-08 10:00-11:00").by("anna"))
                .meeting(aMeeting("late").at("2026-09-08 12:00-12:10").by("anna"));
        assertThat(charges(WEEKLY, covered)).contains(charge(10, staff("anna"), week("2026-W37")));
        assertThat(checked(WEEKLY, covered)).isEqualTo(10 + 3 * 60);
    }

    @Test
    void reliefNeedsAtLeastOneWeek() {
        assertThatThrownBy(() -> new Relief(new StaffId("vera"), new LessonId("maths"), new TreeSet<>()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("vera")
                .hasMessageContaining("maths");
        assertThat(Relief.of(new StaffId("vera"), new LessonId("maths"), IsoWeek.parse("2026-W37"))
                        .weeks())
                .containsExactly(IsoWeek.parse("2026-W37"));
    }

    private static long checked(String rule, Scenario scenario) {
        List<RuleViolation> faults =
                new TimetableChecker(PLUGINS::find).check(scenario.problem(), scenario.timetable());
        return faults.stream()
                .filter(fault -> fault.rule().equals(rule))
                .mapToLong(RuleViolation::amount)
                .sum();
    }
}

package dk.grundskema.solver.rules;

import static dk.grundskema.solver.fixture.MeetingBuilder.aMeeting;
import static dk.grundskema.solver.fixture.Scenario.aScenario;
import static dk.grundskema.solver.rules.RuleTrials.*;
import static dk.grundskema.solver.testkit.MeetingTimes.weeks;
import static dk.grundskema.solver.testkit.StudentBuilder.aStudent;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.time.Period;
import dk.grundskema.domain.timetable.GroupMembers;
import dk.grundskema.solver.check.TimetableChecker;
import dk.grundskema.solver.engine.TrialPlan;
import dk.grundskema.solver.explain.RuleMatch;
import dk.grundskema.solver.fixture.Scenario;
import dk.grundskema.solver.testkit.StudentBuilder;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rules and checker count the same weeks of students who are away for whole weeks. The plan has weeks 37 to 39. */
class AwayWeeksAgreementTest {
    private static final String SIZE = "core.group-size";
    private static final String VETO = "core.never-together";
    private static final String UNAVAILABLE = "core.student-unavailable";

    private static Group team(String id) {
        return new Group(group(id), id, Group.Kind.TEAM, List.of());
    }

    private static Scenario redAndBlue(int smallest, int largest, String... students) {
        return aScenario()
                .horizon("2026-W37", 3)
                .grouping(smallest, largest, List.of(team("red"), team("blue")), students);
    }

    /** Away from one date to another, both inclusive; {@code null} means without end. */
    private static StudentBuilder away(String student, @Nullable String from, @Nullable String until) {
        return aStudent(student)
                .except(new Period(
                        from == null ? null : date(from),
                        until == null ? null : date(until),
                        new TreeSet<>(),
                        null,
                        null));
    }

    private static TrialPlan join(TrialPlan trial, String team, String... students) {
        Stream.of(students).forEach(one -> trial.join(student(one), group(team)));
        return trial;
    }

    /** Compares the rules with the checker and returns the amount of a rule. */
    private static long agreed(String rule, TrialPlan trial) {
        assertThat(checked(trial)).isEqualTo(declared(trial));
        return trial.penalty(rule);
    }

    private static SortedMap<String, Long> declared(TrialPlan trial) {
        return sums(trial.matches().stream().map(RuleMatch::toViolation).filter(one -> one.level() != Level.SOFT));
    }

    private static SortedMap<String, Long> checked(TrialPlan trial) {
        return sums(new TimetableChecker(RuleTrials.PLUGINS::find)
                .checkRules(trial.problem(), trial.timetable("0")).stream());
    }

    private static SortedMap<String, Long> sums(Stream<RuleViolation> faults) {
        return faults.collect(Collectors.groupingBy(
                one -> one.rule() + one.arguments(), TreeMap::new, Collectors.summingLong(RuleViolation::amount)));
    }

    @Test
    void groupThatAStudentLeavesForGoodMayBeTooSmallFromThenOn() {
        Scenario scenario =
                redAndBlue(2, 3, "dea", "eli", "fie", "gry", "hal").student(away("dea", "2026-09-14", null));
        assertThat(agreed(SIZE, join(join(emptyTrial(scenario), "red", "dea", "eli"), "blue", "fie", "gry", "hal")))
                .isZero();
        assertThat(agreed(SIZE, join(join(emptyTrial(scenario), "red", "dea"), "blue", "eli", "fie", "gry")))
                .as("too small before, too")
                .isEqualTo(1);
    }

    @Test
    void groupThatAStudentIsAwayFromForAWeekIsTooSmallMeanwhile() {
        Scenario scenario =
                redAndBlue(2, 3, "dea", "eli", "fie", "gry", "hal").student(away("dea", "2026-09-14", "2026-09-20"));
        assertThat(agreed(SIZE, join(join(emptyTrial(scenario), "red", "dea", "eli"), "blue", "fie", "gry", "hal")))
                .isEqualTo(1);
        assertThat(agreed(SIZE, join(join(emptyTrial(scenario), "red", "dea", "eli", "fie"), "blue", "gry", "hal")))
                .isZero();
    }

    @Test
    void groupIsCompleteWhenItsLastMemberHasCome() {
        Scenario scenario = redAndBlue(2, 3, "dea", "eli", "fie", "gry").student(away("dea", null, "2026-09-20"));
        assertThat(agreed(SIZE, join(join(emptyTrial(scenario), "red", "dea", "eli"), "blue", "fie", "gry")))
                .isZero();
    }

    @Test
    void studentsInDifferentWeeksMayExceedTheSizeTogether() {
        Scenario scenario = redAndBlue(0, 1, "dea", "eli")
                .student(away("dea", "2026-09-14", null))
                .student(away("eli", null, "2026-09-13"));
        assertThat(agreed(SIZE, join(emptyTrial(scenario), "red", "dea", "eli")))
                .isZero();
        Scenario longer = redAndBlue(0, 1, "dea", "eli")
                .student(away("dea", "2026-09-21", null))
                .student(away("eli", null, "2026-09-13"));
        assertThat(agreed(SIZE, join(emptyTrial(longer), "red", "dea", "eli"))).isEqualTo(1);
    }

    @Test
    void vetoCountsInCommonWeeksAlone() {
        Scenario scenario = redAndBlue(0, 9, "dea", "eli")
                .student(away("dea", "2026-09-14", null).neverWith("eli"))
                .student(away("eli", null, "2026-09-13"));
        assertThat(agreed(VETO, join(emptyTrial(scenario), "red", "dea", "eli")))
                .isZero();
        Scenario common = redAndBlue(0, 9, "dea", "eli")
                .student(away("dea", "2026-09-21", null).neverWith("eli"))
                .student(away("eli", null, "2026-09-13"));
        assertThat(agreed(VETO, join(emptyTrial(common), "red", "dea", "eli"))).isEqualTo(1);
    }

    @Test
    void studentWhoIsAwayInAllWeeksIsInNoGroupAndNeedsNone() {
        Scenario scenario = redAndBlue(1, 1, "dea", "eli", "fie").student(away("fie", "2026-09-07", null));
        TrialPlan apart = join(join(emptyTrial(scenario), "red", "dea"), "blue", "eli");
        assertThat(agreed("core.student-without-group", apart)).isZero();
        TrialPlan joined = join(apart, "red", "fie");
        assertThat(agreed(SIZE, joined)).isZero();
        assertThat(joined.timetable("0").groups())
                .containsExactlyInAnyOrder(
                        new GroupMembers(group("red"), List.of(GroupMember.always(student("dea")))),
                        new GroupMembers(group("blue"), List.of(GroupMember.always(student("eli")))));
    }

    @Test
    void memberIsInTheGroupInTheWeeksInWhichTheStudentIsThere() {
        Scenario scenario = redAndBlue(0, 9, "dea").student(away("dea", "2026-09-14", "2026-09-20"));
        assertThat(join(emptyTrial(scenario), "red", "dea").timetable("0").groups())
                .contains(new GroupMembers(group("red"), List.of(new GroupMember(student("dea"), weeks(37, 39)))));
    }

    private static TrialPlan withNight(Scenario scenario) {
        return join(
                trialAsHeld(scenario.meeting(
                        aMeeting("night").at("2026-09-13 22:45-07:00").group("red"))),
                "red",
                "dea");
    }

    @Test
    void nightBeforeTheFirstWeekAwayIsNoTimeInWhichTheStudentIsUnavailable() {
        assertThat(agreed(UNAVAILABLE, withNight(redAndBlue(0, 9, "dea").student(away("dea", "2026-09-14", null)))))
                .isZero();
        assertThat(agreed(
                        UNAVAILABLE,
                        withNight(redAndBlue(0, 9, "dea").student(away("dea", "2026-09-14", "2026-09-19")))))
                .isEqualTo(420);
        assertThat(agreed(UNAVAILABLE, withNight(redAndBlue(0, 9, "dea").student(away("dea", "2026-09-13", null)))))
                .isEqualTo(75);
    }

    private static TrialPlan named(@Nullable String from, @Nullable String until, String... students) {
        var meeting = aMeeting("pairs").at("2026-09-14 08:00-10:00");
        Stream.of(students).forEach(meeting::student);
        return trialAsHeld(redAndBlue(0, 9).student(away("dea", from, until)).meeting(meeting));
    }

    @Test
    void meetingOfSeveralStudentsIsHeldWithoutOneWhoIsAwayAllWeek() {
        assertThat(agreed(UNAVAILABLE, named("2026-09-14", null, "dea", "eli"))).isZero();
        assertThat(agreed(UNAVAILABLE, named("2026-09-14", "2026-09-19", "dea", "eli")))
                .as("there on Sunday")
                .isEqualTo(120);
        assertThat(agreed(UNAVAILABLE, named("2026-09-14", null, "dea")))
                .as("nobody else comes")
                .isEqualTo(120);
    }

    @Test
    void nightOfTheLastWeekAwayIsWithoutTheStudent() {
        assertThat(agreed(UNAVAILABLE, withNight(redAndBlue(0, 9, "dea").student(away("dea", null, "2026-09-14")))))
                .isZero();
    }
}

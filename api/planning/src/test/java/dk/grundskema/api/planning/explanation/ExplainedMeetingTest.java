package dk.grundskema.api.planning.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.documents.problem.ProblemReader;
import dk.grundskema.api.planning.explanation.CheckedRule.Aspect;
import dk.grundskema.api.planning.status.PlanFault;
import dk.grundskema.api.planning.status.PlanStatusFormatter.Part;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.demand.Workload;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.MemberLock;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingLock;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Score;
import dk.grundskema.solver.change.SeatCandidates.RuleDifference;
import dk.grundskema.solver.check.ViolationPlace;
import dk.grundskema.solver.edit.GroupChoice;
import dk.grundskema.solver.edit.MeetingOptions;
import dk.grundskema.solver.edit.MeetingTarget;
import dk.grundskema.solver.edit.MeetingWishes;
import dk.grundskema.solver.edit.MemberChoices;
import dk.grundskema.solver.edit.RoomChoice;
import dk.grundskema.solver.registry.PluginRegistry;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExplainedMeetingTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 9, 7);
    private static final SessionId SESSION = new SessionId("camp/team/module");
    private static final StaffId ANNA = new StaffId("anna");
    private static final GroupId RED = new GroupId("red");
    private static final GroupId BLUE = new GroupId("blue");
    private static final MeetingWishes NO_WISHES = new MeetingWishes(List.of(), Map.of());
    private static final Score ANY = new Score(0, 0, 0);

    private static final Problem PROBLEM = problem();
    private static final StudentId IDA = PROBLEM.students().getFirst().id();

    private static Problem problem() {
        PluginRegistry plugins = PluginRegistry.load(ExplainedMeetingTest.class.getClassLoader());
        return ((ReadResult.Success<Problem>) new ProblemReader(plugins)
                        .read(Path.of("..", "..", "examples", "camp-3-weeks", "problem.json")))
                .value();
    }

    private static Meeting meeting() {
        return meeting(Workload.defaults());
    }

    private static Meeting meeting(Workload workload) {
        return new Meeting(
                SESSION,
                null,
                new TreeSet<>(),
                new InterventionId("camp"),
                "module",
                "",
                "Danish",
                "",
                new TreeSet<>(List.of(IsoWeek.of(MONDAY))),
                DayOfWeek.MONDAY,
                LocalTime.of(9, 0),
                LocalTime.of(10, 0),
                new RoomId("r"),
                List.of(),
                List.of(RED),
                List.of(),
                List.of(),
                List.of(),
                List.of(new MeetingSeat("teacher", ANNA, true, false)),
                workload,
                MeetingLock.NONE);
    }

    private static MeetingTarget target(int hour, boolean isCurrent, RuleDifference... differences) {
        var time = MeetingTime.on(MONDAY, LocalTime.of(hour, 0), LocalTime.of(hour + 1, 0));
        return new MeetingTarget(time, null, isCurrent, ANY, List.of(differences));
    }

    private static RuleDifference difference(Level level, long cost) {
        return new RuleDifference("rule." + level, level, cost, cost);
    }

    private static ExplainedMeeting explain(Problem problem, MeetingOptions options) {
        return ExplainedMeeting.of(problem, meeting(), List.of(), options);
    }

    @Test
    void otherTimesComeTheLeastBrokenFirstThenTheCheapest() {
        var options = new MeetingOptions(
                NO_WISHES,
                List.of(
                        target(8, false, difference(Level.HARD, 1), difference(Level.SOFT, -9)),
                        target(9, true),
                        target(10, false, difference(Level.SOFT, 5)),
                        target(11, false, difference(Level.MEDIUM, 2)),
                        target(12, false, difference(Level.SOFT, -5)),
                        target(13, false, difference(Level.MEDIUM, -2))),
                List.of(),
                List.of());

        List<TriedChange> times = explain(PROBLEM, options).times();

        assertThat(times)
                .extracting(change -> ((MeetingTime) change.value()).start().getHour())
                .containsExactly(13, 12, 10, 11, 8);
        assertThat(times.getFirst().mended()).containsExactly("rule.MEDIUM");
        assertThat(times.get(3).broken()).containsExactly("rule.MEDIUM");
        assertThat(times.getLast().broken()).containsExactly("rule.HARD");
        assertThat(times.get(1).wishes()).isEqualTo(-5);
    }

    @Test
    void atMostFiveRoomsAreNamedAndNotItsOwn() {
        List<RoomChoice> rooms = IntStream.range(0, 8)
                .mapToObj(number -> new RoomChoice(new RoomId("room-" + number), number == 0, ANY, List.of()))
                .toList();

        assertThat(explain(PROBLEM, new MeetingOptions(NO_WISHES, List.of(), rooms, List.of()))
                        .rooms())
                .extracting(change -> change.value().toString())
                .containsExactly("room-1", "room-2", "room-3", "room-4", "room-5");
    }

    @Test
    void memberWhoIsLockedIntoTheGroupIsSaidToBe() {
        var choices = new MemberChoices(IDA, RED, List.of(new GroupChoice(BLUE, ANY, List.of())));
        var options = new MeetingOptions(NO_WISHES, List.of(), List.of(), List.of(choices));
        Problem other = PROBLEM.withLocks(List.of(), List.of(new MemberLock(IDA, BLUE)));
        Problem locked = PROBLEM.withLocks(List.of(), List.of(new MemberLock(IDA, RED)));

        assertThat(explain(other, options).members()).singleElement().satisfies(member -> {
            assertThat(member.isLocked()).isFalse();
            assertThat(member.others()).extracting(TriedChange::value).containsExactly(BLUE);
        });
        assertThat(explain(locked, options).members())
                .singleElement()
                .satisfies(member -> assertThat(member.isLocked()).isTrue());
    }

    @Test
    void rulesOnTheMembersOfAFormedGroupAreKeptOrBrokenByThatGroup() {
        var choices = new MemberChoices(IDA, RED, List.of(new GroupChoice(BLUE, ANY, List.of())));
        var formed = new MeetingOptions(NO_WISHES, List.of(), List.of(), List.of(choices));
        var ofRed = new RuleViolation("core.group-size", Level.HARD, 1, List.of(RED));
        var ofBlue = new RuleViolation("core.never-together", Level.HARD, 1, List.of(IDA, IDA, BLUE));
        List<LocatedPlanFault> faults = List.of(
                new LocatedPlanFault(new PlanFault(1, Part.CONFLICTS, ofRed, null), List.of()),
                new LocatedPlanFault(new PlanFault(2, Part.CONFLICTS, ofBlue, null), List.of()));

        assertThat(ExplainedMeeting.of(PROBLEM, meeting(), faults, formed).rules())
                .filteredOn(rule -> rule.aspect() == Aspect.MEMBERS)
                .extracting(CheckedRule::rule, rule -> rule.broken().size())
                .containsExactly(
                        tuple("core.group-size", 1),
                        tuple("core.group-not-allowed", 0),
                        tuple("core.never-together", 0));
        assertThat(ExplainedMeeting.of(
                                PROBLEM,
                                meeting(),
                                faults,
                                new MeetingOptions(NO_WISHES, List.of(), List.of(), List.of()))
                        .rules())
                .as("a class that is given")
                .noneMatch(rule -> rule.aspect() == Aspect.MEMBERS);
    }

    @Test
    void restIsSaidToBeKeptByWorkOnly() {
        var nothing = new MeetingOptions(NO_WISHES, List.of(), List.of(), List.of());
        Workload standby = new Workload(false, 0, 0);

        assertThat(ExplainedMeeting.of(PROBLEM, meeting(), List.of(), nothing).rules())
                .extracting(CheckedRule::rule)
                .contains("core.daily-rest", "core.weekly-rest");
        assertThat(ExplainedMeeting.of(PROBLEM, meeting(standby), List.of(), nothing)
                        .rules())
                .extracting(CheckedRule::rule)
                .contains("core.staff-unavailable")
                .doesNotContain("core.daily-rest", "core.weekly-rest");
    }

    @Test
    void ruleThatTheHolderBreaksElsewhereIsNotSaidToBeKept() {
        var rest = new RuleViolation("core.daily-rest", Level.HARD, 30, List.of(ANNA));
        var travel = new RuleViolation("core.travel-time", Level.HARD, 5, List.of(ANNA, MONDAY));
        List<LocatedPlanFault> faults = List.of(
                new LocatedPlanFault(
                        new PlanFault(1, Part.CONFLICTS, rest, null),
                        List.of(new ViolationPlace(new SessionId("other"), List.of(MONDAY)))),
                new LocatedPlanFault(
                        new PlanFault(2, Part.CONFLICTS, travel, null),
                        List.of(new ViolationPlace(SESSION, List.of(MONDAY)))));

        List<CheckedRule> rules = ExplainedMeeting.of(
                        PROBLEM, meeting(), faults, new MeetingOptions(NO_WISHES, List.of(), List.of(), List.of()))
                .rules();

        assertThat(rules).extracting(CheckedRule::rule).doesNotContain("core.daily-rest");
        assertThat(rules)
                .filteredOn(rule -> !rule.broken().isEmpty())
                .singleElement()
                .satisfies(rule -> {
                    assertThat(rule.rule()).isEqualTo("core.travel-time");
                    assertThat(rule.aspect()).isEqualTo(Aspect.TIME);
                });
        assertThat(rules)
                .filteredOn(rule -> rule.aspect() == Aspect.ROOM)
                .extracting(CheckedRule::rule)
                .contains("core.room-capacity");
    }
}

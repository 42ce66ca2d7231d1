package dk.grundskema.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.documents.problem.ProblemReader;
import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.GroupMembers;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.RuleResult;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.check.TimetableChecker;
import dk.grundskema.solver.edit.ManualChange;
import dk.grundskema.solver.edit.ManualChange.GroupChange;
import dk.grundskema.solver.edit.ManualChange.RoomChange;
import dk.grundskema.solver.edit.ManualChange.SeatChange;
import dk.grundskema.solver.edit.ManualChange.SubjectChange;
import dk.grundskema.solver.edit.ManualChange.SubjectSwap;
import dk.grundskema.solver.edit.ManualChange.TimeChange;
import dk.grundskema.solver.edit.ManualChangeResult;
import dk.grundskema.solver.edit.MeetingTarget;
import dk.grundskema.solver.edit.WishCosts;
import dk.grundskema.solver.edit.Workbench;
import dk.grundskema.solver.engine.Planner;
import dk.grundskema.solver.engine.SolveLimits;
import dk.grundskema.solver.engine.SolveRequest;
import dk.grundskema.solver.engine.TrialPlan;
import dk.grundskema.solver.registry.PluginRegistry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Random manual changes of the examples: the workbench agrees with rules and checker on the result from scratch. */
@Tag("examples")
class HandChangesTest {
    private static final PluginRegistry PLUGINS = PluginRegistry.load(HandChangesTest.class.getClassLoader());

    private static Workbench workbench(String example) throws InterruptedException {
        Problem problem = ((ReadResult.Success<Problem>)
                        new ProblemReader(PLUGINS).read(Path.of(example, "problem.json")))
                .value();
        Timetable plan = new Planner(PLUGINS)
                .start(new SolveRequest(problem, "0", SolveLimits.ofSteps(600), 1, 1, null), progress -> {})
                .await();
        return Workbench.of(PLUGINS, problem, plan);
    }

    @ParameterizedTest
    @CsvSource({"camp-3-weeks, 12", "school-12-classes, 5", "small-groups, 8", "guide-all-five, 6"})
    void scoreAfterSeveralChangesEqualsTheScoreFromScratch(String example, int rounds) throws InterruptedException {
        Workbench workbench = workbench(example);
        assertThat(workbench.score()).isEqualTo(workbench.timetable().score());
        var random = new Random(7);
        for (int round = 0; round < rounds; round++) {
            ManualChange change = randomChange(workbench, random);
            boolean locking = random.nextInt(4) > 0;
            if (!(workbench.tryChanges(List.of(change), locking) instanceof ManualChangeResult.AppliedChanges made)) {
                continue;
            }
            Timetable after = made.timetable("0");
            TrialPlan trial = trial(made.problem(), after);
            assertThat(made.effect().after()).as("%s", change).isEqualTo(trial.score());
            assertThat(after.score()).isEqualTo(trial.score());
            assertThat(byId(after.rules())).as("%s", change).isEqualTo(byId(trial.results()));
            assertThat(brokenRules(after.rules())).as("%s", change).isEqualTo(checkedPenalties(made.problem(), after));
            assertThat(byId(WishCosts.of(PLUGINS, made.problem(), after)))
                    .as("%s", change)
                    .isEqualTo(unmetWishes(after.rules()));
            assertThat(made.effect().before()).isEqualTo(workbench.score());
            workbench = made.workbench(after);
            assertThat(workbench.score()).isEqualTo(trial.score());
        }
        assertThat(workbench.timetable()).isNotEqualTo(workbench(example).timetable());
    }

    /** Calculates the same from scratch. People with a lesson of their own at that time are no candidates but may be assigned. */
    private static TrialPlan trial(Problem problem, Timetable plan) {
        TrialPlan trial = TrialPlan.of(PLUGINS, problem, null).from(plan);
        Map<SessionId, Meeting> meetings = new HashMap<>();
        plan.meetings().forEach(meeting -> meetings.put(meeting.sessionId(), meeting));
        Map<SessionId, Session> sessions = new HashMap<>();
        trial.sessions().forEach(session -> sessions.put(session.id(), session));
        for (Demand demand : new Planner(PLUGINS).demands(problem)) {
            for (Seat seat : demand.seats()) {
                for (SessionId id : seat.sessions()) {
                    Meeting meeting = meetings.get(id);
                    int place = seat.position() + problem.countTeacherSeats(Objects.requireNonNull(sessions.get(id)));
                    if (meeting != null) {
                        trial.seat(seat.id(), meeting.seats().get(place).staffId());
                    }
                }
            }
        }
        return trial;
    }

    private static Map<String, RuleResult> byId(List<RuleResult> results) {
        var all = new TreeMap<String, RuleResult>();
        results.forEach(one -> all.put(one.id(), one));
        return all;
    }

    private static Map<String, RuleResult> unmetWishes(List<RuleResult> results) {
        return byId(results.stream()
                .filter(one -> one.level() == Level.SOFT && one.penalty() > 0)
                .toList());
    }

    private static Map<String, Long> brokenRules(List<RuleResult> results) {
        var all = new TreeMap<String, Long>();
        results.stream()
                .filter(one -> one.level() != Level.SOFT && one.penalty() > 0)
                .forEach(one -> all.put(one.id(), one.penalty()));
        return all;
    }

    private static Map<String, Long> checkedPenalties(Problem problem, Timetable timetable) {
        var all = new TreeMap<String, Long>();
        for (RuleViolation fault : new TimetableChecker(PLUGINS::find).checkRules(problem, timetable)) {
            all.merge(fault.rule(), fault.amount(), Long::sum);
        }
        return all;
    }

    private static <T> T randomElement(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    private static ManualChange randomChange(Workbench workbench, Random random) {
        Problem problem = workbench.problem();
        List<Meeting> meetings = workbench.timetable().meetings();
        Meeting meeting = randomElement(meetings, random);
        return switch (random.nextInt(7)) {
            case 0, 1 ->
                seatChange(
                        meetings.stream().filter(one -> !one.seats().isEmpty()).toList(), workbench, random);
            case 2 -> new TimeChange(meeting.sessionId(), tenMinutesLater(meeting.time()));
            case 3 -> {
                List<MeetingTarget> targets = workbench.targets(meeting.sessionId());
                MeetingTarget target = targets.isEmpty() ? null : randomElement(targets, random);
                yield target == null || target.otherId() == null
                        ? new TimeChange(meeting.sessionId(), target == null ? meeting.time() : target.time())
                        : new SubjectSwap(meeting.sessionId(), target.otherId());
            }
            case 4 ->
                problem.rooms().isEmpty()
                        ? new SubjectChange(meeting.sessionId(), null)
                        : new RoomChange(
                                meeting.sessionId(),
                                randomElement(problem.rooms(), random).id());
            case 5 -> new SubjectChange(meeting.sessionId(), random.nextBoolean() ? null : meeting.subject());
            default -> {
                List<GroupMembers> groups = workbench.timetable().groups();
                yield groups.isEmpty() || problem.students().isEmpty()
                        ? new TimeChange(meeting.sessionId(), meeting.time())
                        : new GroupChange(
                                randomElement(problem.students(), random).id(),
                                randomElement(groups, random).id());
            }
        };
    }

    private static ManualChange seatChange(List<Meeting> meetings, Workbench workbench, Random random) {
        Meeting meeting = randomElement(meetings, random);
        int seat = random.nextInt(meeting.seats().size() + (random.nextInt(5) == 0 ? 1 : 0));
        var choices = workbench.seatChoices(meeting.sessionId(), seat).orElse(null);
        boolean isUsual = choices != null && !choices.candidates().isEmpty() && random.nextInt(4) > 0;
        return new SeatChange(
                meeting.sessionId(),
                seat,
                random.nextInt(8) == 0
                        ? null
                        : isUsual
                                ? randomElement(choices.candidates(), random).staffId()
                                : randomElement(workbench.problem().staff(), random)
                                        .id());
    }

    private static MeetingTime tenMinutesLater(MeetingTime time) {
        return new MeetingTime(
                time.weeks(),
                time.weekday(),
                time.start().plusMinutes(10),
                time.end().plusMinutes(10));
    }

    @Test
    void costOfATargetEqualsTheCostOfTheChange() throws InterruptedException {
        for (String example : List.of("camp-3-weeks", "small-groups")) {
            Workbench workbench = workbench(example);
            var tried = new ArrayList<MeetingTarget>();
            for (Meeting meeting : workbench.timetable().meetings()) {
                List<MeetingTarget> targets = workbench.targets(meeting.sessionId());
                for (MeetingTarget target : targets.subList(0, Math.min(3, targets.size()))) {
                    ManualChange change = target.otherId() == null
                            ? new TimeChange(meeting.sessionId(), target.time())
                            : new SubjectSwap(meeting.sessionId(), target.otherId());
                    var made = (ManualChangeResult.AppliedChanges) workbench.tryChanges(List.of(change), false);
                    assertThat(made.effect().after()).isEqualTo(target.after());
                    assertThat(made.effect().differences()).isEqualTo(target.differences());
                    tried.add(target);
                }
            }
            assertThat(tried).as(example).hasSizeGreaterThan(10);
        }
    }
}

package dk.grundskema.api.planning.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.planning.status.PlanStatusFormatter.Part;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.problem.SeatLock;
import dk.grundskema.domain.problem.SessionLock;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.edit.ManualChange;
import dk.grundskema.solver.engine.SolveLimits;
import dk.grundskema.solver.engine.SolveRequest;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Other changes than people that mend a fault, in a camp of three weeks. */
@Tag("proofs")
final class ExplainedFaultTest {
    private static final String UNQUALIFIED = "camp.unqualified-module";

    /** Plan of each problem that was solved: the same steps give the same plan. */
    private static final Map<Problem, Timetable> PLANS = new HashMap<>();

    private final PluginPlanningFacade planning = new PluginPlanningFacade();
    private final Problem camp = readExample("camp-3-weeks");
    private final Timetable plan = solve(camp);

    private Timetable solve(Problem problem) {
        return PLANS.computeIfAbsent(problem, any -> {
            try {
                return planning.startSolve(
                                new SolveRequest(problem, "0", SolveLimits.ofSteps(300), 1, 1, null), progress -> {})
                        .await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private Problem readExample(String name) {
        return ((ReadResult.Success<Problem>)
                        planning.readProblem(Path.of("..", "..", "examples", name, "problem.json")))
                .value();
    }

    private List<Meeting> modules(String subject) {
        return plan.meetings().stream()
                .filter(meeting -> subject.equals(meeting.subject()))
                .toList();
    }

    private ExplainedFault explain(Problem problem, Timetable timetable, String rule) {
        List<LocatedPlanFault> faults =
                ExplainedFault.explainable(LocatedPlanFault.findAll(planning, problem, timetable)).stream()
                        .filter(one -> one.fault().violation().rule().equals(rule))
                        .toList();
        return ExplainedFault.explain(planning, problem, timetable, faults).faults().stream()
                .findFirst()
                .orElseThrow();
    }

    private List<String> rulesAfterMending(Problem problem, Timetable timetable, ExplainedFault explained) {
        Timetable mended = FaultMender.mend(planning, problem, timetable, List.of(), List.of(explained))
                .orElseThrow();
        return rulesOf(problem, mended);
    }

    private List<String> rulesOf(Problem problem, ExplainedFault explained) {
        return rulesOf(problem, Objects.requireNonNull(explained.mended()));
    }

    private List<String> rulesOf(Problem problem, Timetable timetable) {
        return planning.checkTimetable(problem, timetable).stream()
                .map(RuleViolation::rule)
                .distinct()
                .toList();
    }

    /** A module without anybody qualified, whose people are locked. */
    private record LockedModule(Meeting module, Problem problem, Timetable timetable) {}

    private List<LockedModule> lockedModules() {
        Set<StaffId> strong = camp.staff().stream()
                .filter(person -> person.skills().contains("dansk"))
                .map(StaffMember::id)
                .collect(Collectors.toSet());
        var all = new ArrayList<LockedModule>();
        for (Meeting module : modules("danish")) {
            List<StaffId> weak = freePeople(module).stream()
                    .filter(who -> !strong.contains(who))
                    .limit(2)
                    .toList();
            if (weak.size() == 2) {
                var seats = List.of(new SeatLock(0, weak.getFirst()), new SeatLock(1, weak.getLast()));
                all.add(new LockedModule(
                        module,
                        camp.withLocks(
                                List.of(new SessionLock(module.sessionId(), null, null, null, seats)), List.of()),
                        with(
                                module,
                                module.withSeats(List.of(
                                        seat(module.seats().getFirst(), weak.getFirst()),
                                        seat(module.seats().getLast(), weak.getLast()))))));
            }
        }
        return all;
    }

    @Test
    void modulesSwapTheirSubjectsWhenTheQualifiedPeopleMayNotTakeTheSeats() {
        Iterator<LockedModule> modules = lockedModules().iterator();
        var isSwapped = false;
        while (modules.hasNext() && !isSwapped) {
            LockedModule locked = modules.next();
            ExplainedFault explained = explain(locked.problem(), locked.timetable(), UNQUALIFIED);
            if (explained.moves().size() == 1) {
                isSwapped = true;
                assertThat(explained.moves())
                        .singleElement()
                        .isInstanceOfSatisfying(
                                ManualChange.SubjectSwap.class,
                                swap -> assertThat(List.of(swap.sessionId(), swap.otherId()))
                                        .contains(locked.module().sessionId()));
                assertThat(rulesAfterMending(locked.problem(), locked.timetable(), explained))
                        .doesNotContain(UNQUALIFIED);
            }
        }
        assertThat(isSwapped).isTrue();
    }

    private List<StaffId> freePeople(Meeting module) {
        Set<StaffId> busy = atTheSameTime(module)
                .flatMap(other -> other.seats().stream())
                .map(MeetingSeat::staffId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return camp.staff().stream()
                .map(StaffMember::id)
                .filter(who -> !busy.contains(who))
                .toList();
    }

    private static MeetingSeat seat(MeetingSeat seat, StaffId holder) {
        return new MeetingSeat(seat.role(), holder, seat.required(), true);
    }

    private Timetable with(Meeting meeting, Meeting other) {
        return plan.withMeetings(plan.meetings().stream()
                .map(one -> one.equals(meeting) ? other : one)
                .toList());
    }

    @Test
    void unkeptLocksAreMendedByWhatIsLocked() {
        Meeting module = plan.meetings().stream()
                .filter(one -> one.kind().equals("module") && !freeRooms(one).isEmpty())
                .findFirst()
                .orElseThrow();
        RoomId room = freeRooms(module).getFirst();
        Problem locked =
                camp.withLocks(List.of(new SessionLock(module.sessionId(), null, room, null, List.of())), List.of());

        ExplainedFault explained = explain(locked, plan, "core.lock-kept");

        assertThat(explained.moves()).containsExactly(new ManualChange.RoomChange(module.sessionId(), room));
        assertThat(rulesAfterMending(locked, plan, explained)).doesNotContain("core.lock-kept");
    }

    @Test
    void lockedPersonTakesTheSeatAgain() {
        Meeting module = modules("mathematics").getFirst();
        StaffId locked = Objects.requireNonNull(module.seats().getFirst().staffId());
        Problem problem = camp.withLocks(
                List.of(new SessionLock(module.sessionId(), null, null, null, List.of(new SeatLock(0, locked)))),
                List.of());
        Timetable timetable = with(
                module,
                module.withSeats(List.of(
                        seat(module.seats().getFirst(), freePeople(module).getFirst()),
                        module.seats().getLast())));

        ExplainedFault explained = explain(problem, timetable, "core.lock-kept");

        assertThat(explained.moves()).containsExactly(new ManualChange.SeatChange(module.sessionId(), 0, locked));
        assertThat(rulesAfterMending(problem, timetable, explained)).doesNotContain("core.lock-kept");
    }

    @Test
    void meetingInTheNightMovesToAPermittedTime() {
        Problem groups = readExample("small-groups");
        Timetable planned = solve(groups);
        Meeting meeting = planned.meetings().stream()
                .filter(one -> one.kind().equals("small-group"))
                .findFirst()
                .orElseThrow();
        MeetingTime time = meeting.time();
        var night = new MeetingTime(time.weeks(), time.weekday(), LocalTime.of(3, 0), LocalTime.of(3, 30));
        Timetable moved = planned.withMeetings(planned.meetings().stream()
                .map(one -> one.equals(meeting) ? one.withTime(night) : one)
                .toList());

        ExplainedFault explained = explain(groups, moved, "core.asked-time");

        assertThat(explained.moves())
                .singleElement()
                .isInstanceOfSatisfying(
                        ManualChange.TimeChange.class,
                        change -> assertThat(change.sessionId()).isEqualTo(meeting.sessionId()));
        assertThat(rulesOf(groups, explained)).doesNotContain("core.asked-time");
    }

    @Test
    void studentWithoutAGroupJoinsOne() {
        Problem groups = readExample("small-groups");
        Timetable planned = solve(groups);
        StudentId student = planned.groups().stream()
                .filter(group -> groups.group(group.id()).isEmpty())
                .flatMap(group -> group.members().stream())
                .map(GroupMember::studentId)
                .findFirst()
                .orElseThrow();
        Timetable without = planning.changes(groups, planned)
                .apply(List.of(new ManualChange.GroupChange(student, null)))
                .orElseThrow();
        LocatedPlanFault fault =
                ExplainedFault.explainable(LocatedPlanFault.findAll(planning, groups, without)).stream()
                        .filter(one -> one.fault().part() == Part.STUDENTS_WITHOUT_GROUP
                                && one.fault().violation().arguments().contains(student))
                        .findFirst()
                        .orElseThrow();

        ExplainedFault explained = ExplainedFault.explain(planning, groups, without, List.of(fault))
                .faults()
                .getFirst();

        assertThat(explained.moves())
                .singleElement()
                .isInstanceOfSatisfying(
                        ManualChange.GroupChange.class,
                        change -> assertThat(change.studentId()).isEqualTo(student));
    }

    @Test
    void groupGetsASessionThatHasNoMeeting() {
        Problem groups = readExample("small-groups");
        Timetable planned = solve(groups);
        SessionId session = first(planned, "small-group");

        ExplainedFault explained = explain(groups, without(groups, planned, session), "small-groups.missing-sessions");

        assertThat(explained.moves())
                .anySatisfy(move -> assertThat(move)
                        .isInstanceOfSatisfying(
                                ManualChange.TimeChange.class,
                                change -> assertThat(change.sessionId()).isEqualTo(session)));
        assertThat(rulesOf(groups, explained)).doesNotContain("small-groups.missing-sessions");
    }

    @Test
    void conversationThatIsNotPlannedGetsAMeeting() {
        Problem overnight = readExample("camp-4-weeks-overnight");
        Timetable planned = solve(overnight);
        SessionId session = first(planned, "conversation");

        ExplainedFault explained = explain(overnight, without(overnight, planned, session), "core.unplaced-session");

        assertThat(explained.moves()).isNotEmpty();
        assertThat(rulesOf(overnight, explained)).doesNotContain("core.unplaced-session");
    }

    @Test
    void subjectWithoutAModuleGetsOne() {
        Meeting module = modules("danish").getFirst();
        Timetable without = planning.changes(camp, plan)
                .apply(List.of(new ManualChange.SubjectChange(module.sessionId(), null)))
                .orElseThrow();

        ExplainedFault explained = explain(camp, without, "camp.modules-per-subject");

        assertThat(explained.moves()).containsExactly(new ManualChange.SubjectChange(module.sessionId(), "danish"));
        assertThat(rulesAfterMending(camp, without, explained)).doesNotContain("camp.modules-per-subject");
    }

    @Test
    void meetingThatIsNotHeldIsHeldAgainInTheMendedPlan() {
        SessionId session = first(plan, "evening");
        Timetable without = plan.withMeetings(plan.meetings().stream()
                .filter(meeting -> !meeting.sessionId().equals(session))
                .toList());

        ExplainedFault explained = explain(camp, without, "core.unplaced-session");

        assertThat(rulesAfterMending(camp, without, explained)).doesNotContain("core.unplaced-session");
    }

    @Test
    void differencesOfTwoPlansAreChangesByHandThatMakeOneOfTheOther() {
        List<Meeting> danish = modules("danish");
        Meeting first = danish.getFirst();
        Meeting other = modules("mathematics").stream()
                .filter(module -> module.groupIds().equals(first.groupIds()))
                .findFirst()
                .orElseThrow();
        List<ManualChange> made = List.of(
                new ManualChange.SubjectSwap(first.sessionId(), other.sessionId()),
                new ManualChange.SeatChange(danish.getLast().sessionId(), 0, null));
        var changes = planning.changes(camp, plan);
        Timetable changed = changes.apply(made).orElseThrow();

        List<ManualChange> found = TimetableMoves.between(plan, changed);

        assertThat(found).hasSameSizeAs(made).hasAtLeastOneElementOfType(ManualChange.SubjectSwap.class);
        assertThat(changes.apply(found).orElseThrow().meetings()).isEqualTo(changed.meetings());
        assertThat(TimetableMoves.between(plan, plan)).isEmpty();
    }

    private static SessionId first(Timetable timetable, String kind) {
        return timetable.meetings().stream()
                .filter(meeting -> meeting.kind().equals(kind))
                .map(Meeting::sessionId)
                .findFirst()
                .orElseThrow();
    }

    private Timetable without(Problem problem, Timetable timetable, SessionId session) {
        return planning.changes(problem, timetable)
                .apply(List.of(new ManualChange.TimeChange(session, null)))
                .orElseThrow();
    }

    private List<RoomId> freeRooms(Meeting module) {
        Set<RoomId> taken = atTheSameTime(module)
                .map(Meeting::roomId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return camp.rooms().stream()
                .map(Room::id)
                .filter(room -> room.value().startsWith("lokale") && !taken.contains(room))
                .toList();
    }

    private Stream<Meeting> atTheSameTime(Meeting module) {
        return plan.meetings().stream()
                .filter(other -> other.weekday() == module.weekday()
                        && other.weeks().equals(module.weeks())
                        && other.start().isBefore(module.end())
                        && module.start().isBefore(other.end()));
    }
}

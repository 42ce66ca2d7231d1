package dk.grundskema.solver.edit;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.MemberLock;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.problem.SessionLock;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Score;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.change.RuleDifferenceCalculator;
import dk.grundskema.solver.change.SeatCandidates.RuleDifference;
import dk.grundskema.solver.change.SeatCandidates.SeatCandidate;
import dk.grundskema.solver.edit.MeetingWishes.UnmetWish;
import dk.grundskema.solver.engine.PreparedPlan;
import dk.grundskema.solver.explain.RuleMatch;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import dk.grundskema.solver.registry.PluginFailedException;
import dk.grundskema.solver.registry.PluginRegistry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A finished plan that a planner edits by hand: evaluates changes and lists alternatives for seats, times and rooms.
 * The rules are compiled once ({@link EditableProblem}); each query then runs on the incremental score state in
 * milliseconds. Only a value outside the regular ranges, such as a time that is not among a session's choices, requires
 * another compilation. Immutable and thread-safe: changes give a new workbench, which shares the compilation where
 * possible.
 */
public final class Workbench {
    private final PluginRegistry plugins;
    private final Problem problem;
    private final Timetable timetable;
    private final EditableProblem editable;
    private final int[] values;
    private final EditableProblem.RulePenalties penalties;
    private volatile @Nullable List<RuleMatch> places;

    private Workbench(
            PluginRegistry plugins,
            Problem problem,
            Timetable timetable,
            EditableProblem editable,
            int[] values,
            EditableProblem.RulePenalties penalties) {
        this.plugins = plugins;
        this.problem = problem;
        this.timetable = timetable;
        this.editable = editable;
        this.values = values;
        this.penalties = penalties;
    }

    /**
     * Compiles a plan.
     *
     * @param plugins plugins of the problem's interventions
     * @param problem a problem that validates without an error
     * @param timetable the plan; anything that the problem lacks is left out
     * @throws IllegalArgumentException if a plugin is missing or its demand is inconsistent
     * @throws PluginFailedException if a plugin throws
     */
    public static Workbench of(PluginRegistry plugins, Problem problem, Timetable timetable) {
        List<Demand> demands = PreparedPlan.demands(plugins, problem);
        EditableProblem editable = EditableProblem.of(
                plugins, problem, demands, timetable, new OutOfRangeChoices(problem, demands, timetable));
        int[] values = editable.readDecisions(problem, timetable);
        return new Workbench(plugins, problem, timetable, editable, values, editable.computePenalties(values));
    }

    /**
     * Compiles a plan in which nothing is decided yet: sessions that have a single time are held, without people and with a room only if there is one
     * alone or it is locked.
     *
     * @param plugins plugins of the problem's interventions
     * @param problem a problem that validates without an error
     * @param problemHash hash of the problem, as hexadecimal text
     * @throws IllegalArgumentException if a plugin is missing or its demand is inconsistent
     * @throws PluginFailedException if a plugin throws
     */
    public static Workbench ofOpenPlan(PluginRegistry plugins, Problem problem, String problemHash) {
        Timetable nothing = Timetable.empty(problemHash, problem.horizon().zone());
        Workbench bench = of(plugins, problem, nothing);
        Timetable open = bench.editable
                .timetableBuilder()
                .build(bench.values, problemHash, 0, bench.score(), bench.editable.results(bench.values));
        return bench.derive(bench.editable, bench.values, problem, open, bench.penalties);
    }

    Workbench derive(
            EditableProblem newEditable,
            int[] newValues,
            Problem changed,
            Timetable newTimetable,
            EditableProblem.RulePenalties newPenalties) {
        return new Workbench(plugins, changed, newTimetable, newEditable, newValues, newPenalties);
    }

    /** Returns the problem, with its locks. */
    public Problem problem() {
        return problem;
    }

    /** Returns the current plan. */
    public Timetable timetable() {
        return timetable;
    }

    /** Returns the score of the current plan. */
    public Score score() {
        return penalties.score();
    }

    /**
     * Evaluates changes in order, without modifying this workbench.
     *
     * @param changes the changes
     * @param locking whether to lock the new values, so that later searches keep them. Values that only a lock allows
     * are always locked, and contradicting locks are always removed
     */
    public ManualChangeResult tryChanges(List<ManualChange> changes, boolean locking) {
        var first = new ManualChangeReader(
                        editable, problem, values, locking, new OutOfRangeChoices(problem, List.of(), timetable))
                .read(changes);
        if (!first.findings().isEmpty()) {
            return new ManualChangeResult.RejectedChanges(first.findings());
        }
        if (!first.needsLocks() && editable.hasMemberLocks(first.memberLocks())) {
            return createResult(editable, first.values(), first::problem);
        }
        Problem changed = first.problem();
        List<Demand> demands = PreparedPlan.demands(plugins, changed);
        var unchosen = new OutOfRangeChoices(changed, demands, timetable);
        new ManualChangeReader(editable, problem, values, locking, unchosen).read(changes);
        EditableProblem newEditable = EditableProblem.of(plugins, changed, demands, timetable, unchosen);
        var second = new ManualChangeReader(
                        newEditable, problem, newEditable.readDecisions(changed, timetable), locking, null)
                .read(changes);
        return second.findings().isEmpty()
                ? createResult(newEditable, second.values(), () -> changed)
                : new ManualChangeResult.RejectedChanges(second.findings());
    }

    /**
     * Returns the plan with other locks and unchanged decisions. A lock that contradicts the plan stays as it is.
     *
     * @param locks the new session locks
     * @param memberLocks the new member locks
     */
    public ManualChangeResult.AppliedChanges withLocks(List<SessionLock> locks, List<MemberLock> memberLocks) {
        Problem changed = problem.withLocks(locks, memberLocks);
        if (editable.hasMemberLocks(memberLocks)) {
            return createResult(editable, values, () -> changed);
        }
        List<Demand> demands = PreparedPlan.demands(plugins, changed);
        EditableProblem newEditable = EditableProblem.of(
                plugins, changed, demands, timetable, new OutOfRangeChoices(changed, demands, timetable));
        return createResult(newEditable, newEditable.readDecisions(changed, timetable), () -> changed);
    }

    private ManualChangeResult.AppliedChanges createResult(
            EditableProblem newEditable, int[] newValues, Supplier<Problem> changed) {
        EditableProblem.RulePenalties after = newEditable.computePenalties(newValues);
        List<RuleMatch> placesThen = violations(newEditable, newValues, after);
        List<RuleDifference> differences =
                RuleDifferenceCalculator.of(editable.rules(), penalties::penalty, newEditable.rules(), after::penalty);
        var effect = new ChangeEffect(
                penalties.score(),
                after.score(),
                differences,
                RuleDifferenceCalculator.additionalFaults(violations(), placesThen),
                RuleDifferenceCalculator.additionalFaults(placesThen, violations()));
        return new ManualChangeResult.AppliedChanges(this, newEditable, newValues, changed, after, effect);
    }

    /**
     * Returns what the wishes say about a meeting.
     *
     * @param meeting a meeting of the current plan; nothing is said about a session that has none
     */
    public MeetingWishes wishesOf(Meeting meeting) {
        SessionId session = meeting.sessionId();
        List<UnmetWish> unmet = editable
                .evaluate(values, rule -> editable.level(rule) == Level.SOFT && penalties.penalty(rule) > 0)
                .matches()
                .stream()
                .filter(match ->
                        match.type().level() == Level.SOFT && match.arguments().contains(session))
                .map(match -> new UnmetWish(
                        match.toViolation(), match.amount() * editable.rules().weights()[match.rule()]))
                .filter(wish -> wish.cost() > 0)
                .sorted(Comparator.comparingLong(UnmetWish::cost).reversed())
                .toList();
        Map<Integer, Map<StaffId, Long>> costs = new HashMap<>();
        for (int position = 0; position < meeting.seats().size(); position++) {
            int place = position;
            seatChoices(session, position)
                    .ifPresent(choices -> costs.put(
                            place,
                            choices.candidates().stream()
                                    .collect(Collectors.toMap(SeatCandidate::staffId, SeatCandidate::soft))));
        }
        return new MeetingWishes(unmet, costs);
    }

    /**
     * Returns what could be otherwise about a meeting.
     *
     * @param meeting a meeting of the current plan; nothing is said about a session that has none
     */
    public MeetingOptions optionsOf(Meeting meeting) {
        return new MeetingOptions(
                wishesOf(meeting),
                targets(meeting.sessionId()),
                roomChoices(meeting.sessionId()),
                memberChoices(meeting.groupIds()));
    }

    /** Returns the violations of hard and medium rules in the current plan. */
    List<RuleMatch> violations() {
        List<RuleMatch> current = places;
        if (current == null) {
            current = violations(editable, values, penalties);
            places = current;
        }
        return current;
    }

    private static List<RuleMatch> violations(
            EditableProblem editable, int[] values, EditableProblem.RulePenalties penalties) {
        return editable.evaluate(values, rule -> editable.level(rule) != Level.SOFT && penalties.penalty(rule) > 0)
                .matches();
    }

    /**
     * Returns the alternatives for a seat, with the rest of the plan unchanged.
     *
     * @param session a session
     * @param position position among the seats of its meeting, from 0, the teachers of a lesson first
     * @return empty if there is no such seat, or it belongs to a lesson's teacher
     */
    public Optional<SeatChoices> seatChoices(SessionId session, int position) {
        return new AlternativeFinder(this).findSeatChoices(session, position);
    }

    /**
     * Returns where a session's meeting can be moved: other times, or modules that can swap subjects with it.
     *
     * @return in chronological order; empty if there is no choice
     */
    public List<MeetingTarget> targets(SessionId session) {
        return new AlternativeFinder(this).findTargets(session);
    }

    /** Returns the rooms in which a session can be held, in the problem's order; empty if there is no choice. */
    public List<RoomChoice> roomChoices(SessionId session) {
        return new AlternativeFinder(this).findRoomChoices(session);
    }

    /** Returns the students in some groups whose group the plan decides, with their other groups. */
    public List<MemberChoices> memberChoices(Collection<GroupId> groups) {
        return new AlternativeFinder(this).findMemberChoices(groups);
    }

    /** Returns the cost of a lock; zero cost if its session no longer exists. */
    public LockCost lockCost(SessionLock lock) {
        return new LockCostCalculator(new AlternativeFinder(this)).calculate(lock);
    }

    /** Whether a session exists and is not a guest. */
    public boolean hasSession(SessionId session) {
        int number = editable.blueprint().index().session().find(session);
        return number >= 0 && !editable.blueprint().isGuest(number);
    }

    /**
     * Whether an existing session is a lesson of the existing timetable. Only its seats and an additional room are
     * decided.
     */
    public boolean isLesson(SessionId session) {
        return editable.blueprint()
                .isLesson(editable.blueprint().index().session().indexOf(session));
    }

    /** Returns the number of a meeting's seats that precede the decided ones. */
    public int seatsBefore(SessionId session) {
        int number = editable.blueprint().index().session().indexOf(session);
        return problem.countTeacherSeats(editable.blueprint().sessions().get(number));
    }

    /** Whether subjects can be placed into a session. */
    public boolean isModule(SessionId session) {
        return editable.blueprint().sessions().stream()
                .anyMatch(guest -> guest.hosts().contains(session));
    }

    /**
     * Returns changes that set what a meeting has as it is: time, room, subject and filled seats. Applied with locking, they lock the meeting. A lesson of
     * the existing timetable has only its decided seats.
     *
     * @param meeting a meeting of the current plan whose session exists
     */
    public List<ManualChange> decisionsOf(Meeting meeting) {
        SessionId id = meeting.sessionId();
        boolean isLesson = isLesson(id);
        var decisions = new ArrayList<ManualChange>();
        if (!isLesson) {
            decisions.add(new ManualChange.TimeChange(id, meeting.time()));
        }
        if (meeting.roomId() != null && !isLesson) {
            decisions.add(new ManualChange.RoomChange(id, meeting.roomId()));
        }
        if (!meeting.subject().isEmpty() && isModule(id)) {
            decisions.add(new ManualChange.SubjectChange(id, meeting.subject()));
        }
        for (int place = seatsBefore(id); place < meeting.seats().size(); place++) {
            StaffId who = meeting.seats().get(place).staffId();
            if (who != null) {
                decisions.add(new ManualChange.SeatChange(id, place, who));
            }
        }
        return decisions;
    }

    /**
     * Returns the problem with what the plan decides locked, besides those of its own locks that the plan keeps. What is not decided stays free.
     *
     * @param isLocked which decisions are locked: those of meetings, like {@link #decisionsOf}, and the groups of students
     * @return empty if a decision cannot be locked
     */
    public Optional<Problem> lock(Predicate<ManualChange> isLocked) {
        Stream<ManualChange> ofMeetings = timetable.meetings().stream()
                .filter(meeting -> hasSession(meeting.sessionId()))
                .flatMap(meeting -> decisionsOf(meeting).stream());
        List<ManualChange> locked = Stream.concat(ofMeetings, groupDecisions().stream())
                .filter(isLocked)
                .toList();
        return tryChanges(locked, true) instanceof ManualChangeResult.AppliedChanges made
                ? Optional.of(made.problem())
                : Optional.empty();
    }

    /** Returns in which formed group each student is now, as changes that change nothing. */
    public List<ManualChange.GroupChange> groupDecisions() {
        Blueprint blueprint = editable.blueprint();
        var present = new ArrayList<ManualChange.GroupChange>();
        for (int m = 0; m < blueprint.memberships().size(); m++) {
            int group = values[editable.decisions().member(m)];
            if (group != Decisions.NONE) {
                present.add(new ManualChange.GroupChange(
                        blueprint.memberships().get(m).student().id(),
                        blueprint.groups().get(group).id()));
            }
        }
        return present;
    }

    /** Returns the errors in changes, with pointers into their list. */
    public List<Finding> validateChanges(List<ManualChange> changes) {
        return tryChanges(changes, false) instanceof ManualChangeResult.RejectedChanges meaningless
                ? meaningless.findings()
                : List.of();
    }

    EditableProblem editableProblem() {
        return editable;
    }

    int[] values() {
        return values;
    }

    EditableProblem.RulePenalties penalties() {
        return penalties;
    }
}

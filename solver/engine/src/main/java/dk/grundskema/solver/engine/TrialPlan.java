package dk.grundskema.solver.engine;

import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.SeatId;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.RuleResult;
import dk.grundskema.domain.timetable.Score;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.explain.PlanEvaluation;
import dk.grundskema.solver.explain.RuleMatch;
import dk.grundskema.solver.mapping.ReferenceReader;
import dk.grundskema.solver.mapping.TimetableBuilder;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import dk.grundskema.solver.model.IdIndex;
import dk.grundskema.solver.registry.PluginRegistry;
import dk.grundskema.solver.rules.CoreRules;
import dk.grundskema.solver.spi.InterventionPlugin;
import dk.grundskema.solver.spi.RuleType;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A plan whose decisions are set by hand, evaluated from scratch from the declared rules. Initially only fixed and
 * locked decisions are set. Any decision may be changed, even a locked one, and to any value of the problem, even
 * outside its range, as a lock may. Each method that sets a decision throws an {@code IllegalArgumentException} for an
 * unknown id. Not thread-safe.
 */
public final class TrialPlan {
    private final PluginRegistry plugins;
    private final @Nullable Timetable reference;
    private PreparedPlan plan;
    private IdIndex<SeatId> seats;
    private int[] values;
    private @Nullable PlanEvaluation evaluation;

    private TrialPlan(PluginRegistry plugins, Problem problem, @Nullable Timetable reference) {
        this.plugins = plugins;
        this.reference = reference;
        this.plan = PreparedPlan.of(plugins, problem, reference);
        this.seats = new IdIndex<>(plan.blueprint().seats(), Seat::id);
        this.values = plan.blueprint().decisions().startValues();
    }

    /**
     * Creates a trial in which only fixed and locked decisions are set.
     *
     * @param plugins plugins of the problem's interventions
     * @param problem a problem that validates without an error
     * @param reference earlier timetable that the plan is to stay close to; {@code null} means none
     * @throws IllegalArgumentException if a plugin is missing or its demand is inconsistent
     */
    public static TrialPlan of(PluginRegistry plugins, Problem problem, @Nullable Timetable reference) {
        return new TrialPlan(plugins, problem, reference);
    }

    /** Assigns a seat; {@code null} empties it. */
    public TrialPlan seat(SeatId seat, @Nullable StaffId who) {
        return setDecision(
                decisions().seat(seats.indexOf(seat)),
                who == null ? Decisions.NONE : blueprint().index().staff().indexOf(who));
    }

    /**
     * Sets the time of a session, which need not be one of its choices; {@code null} removes it.
     *
     * @throws IllegalArgumentException also if the session is a guest, or a lesson and the time is not its own
     */
    public TrialPlan time(SessionId session, @Nullable MeetingTime time) {
        int number = blueprint().index().session().indexOf(session);
        if (blueprint().isGuest(number)) {
            throw new IllegalArgumentException(
                    "The session (%s) has no time of its own.\nMaybe place it into a host?".formatted(session));
        }
        boolean isOther = time != null && !blueprint().times().get(number).contains(time);
        if (isOther && blueprint().isLesson(number)) {
            throw new IllegalArgumentException(
                    "The session (%s) is a lesson of the existing timetable, held (%s).\nMaybe another session was meant?"
                            .formatted(session, blueprint().times().get(number)));
        }
        if (time != null && isOther) {
            plan = PreparedPlan.of(plugins, SessionTimeLocker.lockTime(problem(), session, time), reference);
            seats = new IdIndex<>(blueprint().seats(), Seat::id);
        }
        return setDecision(
                decisions().slot(number),
                time == null ? Decisions.NONE : blueprint().times().get(number).indexOf(time));
    }

    /**
     * Places a guest into one of its hosts; {@code null} removes it. A host may get a second guest.
     *
     * @throws IllegalArgumentException also if the session is not one of the guest's hosts
     */
    public TrialPlan host(SessionId guest, @Nullable SessionId host) {
        int number = blueprint().index().session().indexOf(guest);
        List<SessionId> hosts = blueprint().sessions().get(number).hosts();
        int slot = host == null ? Decisions.NONE : hosts.indexOf(host);
        if (host != null && slot < 0) {
            throw new IllegalArgumentException(
                    "The session (%s) can't be placed into (%s), only into one of (%s).\nMaybe another guest was meant?"
                            .formatted(guest, host, hosts));
        }
        return setDecision(decisions().slot(number), slot);
    }

    /** Sets the room of a session; {@code null} removes it. */
    public TrialPlan room(SessionId session, @Nullable RoomId room) {
        return setDecision(
                decisions().room(blueprint().index().session().indexOf(session)),
                room == null ? Decisions.NONE : blueprint().index().room().indexOf(room));
    }

    /**
     * Moves a student to a group, and so out of another group of the same grouping; {@code null} removes the student
     * from all formed groups.
     *
     * @throws IllegalArgumentException also if the group is not one of the student's choices
     */
    public TrialPlan join(StudentId student, @Nullable GroupId group) {
        blueprint().index().student().indexOf(student);
        int value = group == null ? Decisions.NONE : blueprint().index().group().indexOf(group);
        boolean isForming = false;
        for (int m = 0; m < blueprint().memberships().size(); m++) {
            var membership = blueprint().memberships().get(m);
            boolean isChoice = group == null
                    || membership.grouping().groups().stream()
                            .anyMatch(one -> one.id().equals(group));
            if (isChoice && membership.student().id().equals(student)) {
                setDecision(decisions().member(m), value);
                isForming = true;
            }
        }
        if (!isForming && group != null) {
            throw new IllegalArgumentException(
                    "The student (%s) has no choice of the group (%s).\nMaybe it is given, not formed?"
                            .formatted(student, group));
        }
        return this;
    }

    /** Sets each open decision at random and leaves one in five undecided; never places two guests into one host. */
    public TrialPlan shuffle(RandomGenerator random) {
        Set<Integer> hosts = new HashSet<>();
        for (int decision = 0; decision < decisions().count(); decision++) {
            if (decisions().isOpen(decision)) {
                int[] range = decisions().range(decision);
                boolean isLeft = range.length == 0 || random.nextInt(5) == 0;
                setDecision(decision, isLeft ? Decisions.NONE : range[random.nextInt(range.length)]);
            }
            if (isPlacedGuest(decision) && !hosts.add(blueprint().host(decision, values[decision]))) {
                setDecision(decision, Decisions.NONE);
            }
        }
        return this;
    }

    private boolean isPlacedGuest(int decision) {
        return decisions().kind(decision) == Decisions.Kind.SLOT
                && values[decision] != Decisions.NONE
                && blueprint().isGuest(decision);
    }

    /** Takes the open decisions from a timetable, as far as they are among the choices. */
    public TrialPlan from(Timetable timetable) {
        values = ReferenceReader.readDecisions(blueprint(), timetable);
        evaluation = null;
        return this;
    }

    private TrialPlan setDecision(int decision, int value) {
        values[decision] = value;
        evaluation = null;
        return this;
    }

    /** Returns every violation, rule by rule. */
    public List<RuleMatch> matches() {
        return evaluation().matches();
    }

    /**
     * Returns every violation of one rule.
     *
     * @throws IllegalArgumentException if neither the core nor a plugin has a rule of that id
     */
    public List<RuleMatch> matches(String rule) {
        Set<String> known = ruleTypes().map(RuleType::id).collect(Collectors.toSet());
        if (!known.contains(rule)) {
            throw new IllegalArgumentException(
                    "There is no rule (%s), only (%s).\nMaybe the plugin's id is missing before the dot?"
                            .formatted(rule, known.stream().sorted().toList()));
        }
        return matches().stream()
                .filter(match -> match.type().id().equals(rule))
                .toList();
    }

    private Stream<RuleType> ruleTypes() {
        return Stream.concat(
                CoreRules.types().stream(),
                plugins.all().stream().map(InterventionPlugin::ruleTypes).flatMap(List::stream));
    }

    /**
     * Returns the unweighted penalty of one rule.
     *
     * @throws IllegalArgumentException if neither the core nor a plugin has a rule of that id
     */
    public long penalty(String rule) {
        return matches(rule).stream().mapToLong(RuleMatch::amount).sum();
    }

    /** Returns the result of each rule, with its weight. */
    public List<RuleResult> results() {
        return evaluation().results();
    }

    /** Returns the score, which equals the score in a search. */
    public Score score() {
        return evaluation().score();
    }

    /**
     * Returns the ids of rules that cost something else in a search, which relies on what they declare to see and to ignore, than here; empty if all
     * declarations hold for this plan.
     */
    public List<String> rulesWithFalseHints() {
        return RuleHintVerifier.findFalseHints(plan.rules(), values).stream()
                .map(RuleType::id)
                .toList();
    }

    /** Returns the sessions of all interventions. */
    public List<Session> sessions() {
        return blueprint().sessions();
    }

    /** Returns the problem, with a lock for each session whose time is not among its choices. */
    public Problem problem() {
        return blueprint().problem();
    }

    /**
     * Returns the decisions as a timetable; interchangeable guests are ordered by their ids. Shows only one of two
     * guests in one host.
     *
     * @param problemHash hash of the problem, as hexadecimal text
     */
    public Timetable timetable(String problemHash) {
        var maker = new TimetableBuilder(blueprint());
        return maker.build(maker.orderInterchangeableGuests(values), problemHash, 0, score(), results());
    }

    private PlanEvaluation evaluation() {
        if (evaluation == null) {
            evaluation = PlanEvaluation.of(plan.rules(), values);
        }
        return Objects.requireNonNull(evaluation);
    }

    private Blueprint blueprint() {
        return plan.blueprint();
    }

    private Decisions decisions() {
        return blueprint().decisions();
    }

    @Override
    public String toString() {
        return "trial with "
                + Arrays.stream(values).filter(value -> value != Decisions.NONE).count() + " decisions of "
                + values.length;
    }
}

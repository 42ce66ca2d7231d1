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
import dk.grundskema.solver.explain.Evaluation;
import dk.grundskema.solver.explain.Match;
import dk.grundskema.solver.mapping.ReferenceReader;
import dk.grundskema.solver.mapping.TimetableMaker;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import dk.grundskema.solver.model.Numbers;
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
 * A plan whose decisions are taken by hand, and what the rules charge for them, read from the declarations from scratch:
 * what would it cost? Begins with what is settled or locked and nothing else. Any decision may be taken otherwise, also a locked one,
 * and to any value that the problem knows, also one that its range doesn't hold, as a lock may. Each method that takes
 * one throws an {@code IllegalArgumentException} that names an id that nothing has. Lives with one thread.
 */
public final class Trial {
    private final PluginRegistry plugins;
    private final @Nullable Timetable reference;
    private PreparedPlan plan;
    private Numbers<SeatId> seats;
    private int[] values;
    private @Nullable Evaluation evaluation;

    private Trial(PluginRegistry plugins, Problem problem, @Nullable Timetable reference) {
        this.plugins = plugins;
        this.reference = reference;
        this.plan = PreparedPlan.of(plugins, problem, reference);
        this.seats = new Numbers<>(plan.blueprint().seats(), Seat::id);
        this.values = plan.blueprint().decisions().startValues();
    }

    /**
     * A trial in which nothing is decided but what is settled or locked.
     *
     * @param plugins   plugins of the problem's interventions
     * @param problem   a problem that validates without an error
     * @param reference earlier timetable that the plan is to stay close to; {@code null} means none
     * @throws IllegalArgumentException if a plugin is missing or its demand contradicts itself
     */
    public static Trial of(PluginRegistry plugins, Problem problem, @Nullable Timetable reference) {
        return new Trial(plugins, problem, reference);
    }

    /** Puts somebody into a seat; {@code null} empties it. */
    public Trial seat(SeatId seat, @Nullable StaffId who) {
        return set(
                decisions().seat(seats.of(seat)),
                who == null ? Decisions.NONE : blueprint().index().staff().of(who));
    }

    /**
     * Holds a session at a time, which need not be one of its choices; {@code null} takes its time away.
     *
     * @throws IllegalArgumentException also if the session is placed into a host, or is a lesson, which isn't moved
     */
    public Trial time(SessionId session, @Nullable MeetingTime time) {
        int number = blueprint().index().session().of(session);
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
            plan = PreparedPlan.of(plugins, OtherTime.lock(problem(), session, time), reference);
            seats = new Numbers<>(blueprint().seats(), Seat::id);
        }
        return set(
                decisions().slot(number),
                time == null ? Decisions.NONE : blueprint().times().get(number).indexOf(time));
    }

    /**
     * Places a guest into one of its hosts; {@code null} takes it out. A host that has a guest already then has two.
     *
     * @throws IllegalArgumentException also if the session is not one of the guest's hosts
     */
    public Trial host(SessionId guest, @Nullable SessionId host) {
        int number = blueprint().index().session().of(guest);
        List<SessionId> hosts = blueprint().sessions().get(number).hosts();
        int slot = host == null ? Decisions.NONE : hosts.indexOf(host);
        if (host != null && slot < 0) {
            throw new IllegalArgumentException(
                    "The session (%s) can't be placed into (%s), only into one of (%s).\nMaybe another guest was meant?"
                            .formatted(guest, host, hosts));
        }
        return set(decisions().slot(number), slot);
    }

    /** Holds a session in a room; {@code null} takes its room away. */
    public Trial room(SessionId session, @Nullable RoomId room) {
        return set(
                decisions().room(blueprint().index().session().of(session)),
                room == null ? Decisions.NONE : blueprint().index().room().of(room));
    }

    /**
     * Lets a student join a group, and so leave another of the same grouping; {@code null} takes the student out of all groups
     * that are formed.
     *
     * @throws IllegalArgumentException also if it is not for the student to be decided to join the group
     */
    public Trial join(StudentId student, @Nullable GroupId group) {
        blueprint().index().student().of(student);
        int value = group == null ? Decisions.NONE : blueprint().index().group().of(group);
        boolean isForming = false;
        for (int m = 0; m < blueprint().memberships().size(); m++) {
            var membership = blueprint().memberships().get(m);
            boolean isChoice = group == null
                    || membership.grouping().groups().stream()
                            .anyMatch(one -> one.id().equals(group));
            if (isChoice && membership.student().id().equals(student)) {
                set(decisions().member(m), value);
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

    /** Takes each open decision at random, one in five not at all; never two guests into one host. */
    public Trial shuffle(RandomGenerator random) {
        Set<Integer> hosts = new HashSet<>();
        for (int decision = 0; decision < decisions().count(); decision++) {
            if (decisions().isOpen(decision)) {
                int[] range = decisions().range(decision);
                boolean isLeft = range.length == 0 || random.nextInt(5) == 0;
                set(decision, isLeft ? Decisions.NONE : range[random.nextInt(range.length)]);
            }
            if (isPlacedGuest(decision) && !hosts.add(blueprint().host(decision, values[decision]))) {
                set(decision, Decisions.NONE);
            }
        }
        return this;
    }

    private boolean isPlacedGuest(int decision) {
        return decisions().kind(decision) == Decisions.Kind.SLOT
                && values[decision] != Decisions.NONE
                && blueprint().isGuest(decision);
    }

    /** Takes the open decisions as a timetable has them, as far as they are among the choices. */
    public Trial from(Timetable timetable) {
        values = ReferenceReader.values(blueprint(), timetable);
        evaluation = null;
        return this;
    }

    private Trial set(int decision, int value) {
        values[decision] = value;
        evaluation = null;
        return this;
    }

    /** Every place where a rule charges something, rule by rule. */
    public List<Match> matches() {
        return evaluation().matches();
    }

    /**
     * Every place where one rule charges something.
     *
     * @throws IllegalArgumentException if neither the core nor a plugin has a rule of that id
     */
    public List<Match> matches(String rule) {
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
     * What one rule charges altogether, before its weight.
     *
     * @throws IllegalArgumentException if neither the core nor a plugin has a rule of that id
     */
    public long penalty(String rule) {
        return matches(rule).stream().mapToLong(Match::amount).sum();
    }

    /** What each rule charges, with its weight. */
    public List<RuleResult> results() {
        return evaluation().results();
    }

    /** The score that the search would give. */
    public Score score() {
        return evaluation().score();
    }

    /** Sessions of all interventions. */
    public List<Session> sessions() {
        return blueprint().sessions();
    }

    /** The problem, with a lock on each session that was given a time that is not among its choices. */
    public Problem problem() {
        return blueprint().problem();
    }

    /**
     * The decisions as a timetable; interchangeable guests are in order of their ids. Of two guests in one host it shows one.
     *
     * @param problemHash hash of the problem, as hexadecimal text
     */
    public Timetable timetable(String problemHash) {
        var maker = new TimetableMaker(blueprint());
        return maker.make(maker.inOrder(values), problemHash, 0, score(), results());
    }

    private Evaluation evaluation() {
        if (evaluation == null) {
            evaluation = Evaluation.of(plan.rules(), values);
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

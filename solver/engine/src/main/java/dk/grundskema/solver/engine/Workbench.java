package dk.grundskema.solver.engine;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.problem.MemberLock;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.problem.SessionLock;
import dk.grundskema.domain.timetable.Score;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.engine.WhoCould.Difference;
import dk.grundskema.solver.explain.Match;
import dk.grundskema.solver.registry.PluginRegistry;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A finished plan that is changed by hand: what would this break and cost, who else could sit there, where else could that be held? Compiled once;
 * each question is then answered on the score that follows each change, in milliseconds. Only what no intervention would choose takes a
 * compilation of its own, such as a time that isn't among a session's choices. Never changes; safe to use from several threads.
 */
public final class Workbench {
    private final PluginRegistry plugins;
    private final Problem problem;
    private final Timetable timetable;
    private final Bench bench;
    private final int[] values;
    private final Bench.Standings standings;
    private volatile @Nullable List<Match> places;

    private Workbench(
            PluginRegistry plugins,
            Problem problem,
            Timetable timetable,
            Bench bench,
            int[] values,
            Bench.Standings standings) {
        this.plugins = plugins;
        this.problem = problem;
        this.timetable = timetable;
        this.bench = bench;
        this.values = values;
        this.standings = standings;
    }

    /**
     * Compiles a plan.
     *
     * @param plugins   plugins of the problem's interventions
     * @param problem   a problem that validates without an error
     * @param timetable the plan; what it has and the problem lacks is left out
     * @throws IllegalArgumentException if a plugin is missing or its demand contradicts itself
     * @throws PluginFailedException    if a plugin throws
     */
    public static Workbench of(PluginRegistry plugins, Problem problem, Timetable timetable) {
        List<Demand> demands = PreparedPlan.demands(plugins, problem);
        Bench bench = Bench.of(plugins, problem, demands, new Unchosen(problem, demands, timetable));
        int[] values = bench.values(problem, timetable);
        return new Workbench(plugins, problem, timetable, bench, values, bench.standings(values));
    }

    Workbench after(Bench other, int[] then, Problem changed, Timetable made, Bench.Standings costing) {
        return new Workbench(plugins, changed, made, other, then, costing);
    }

    /** The problem, with its locks. */
    public Problem problem() {
        return problem;
    }

    /** The plan as it stands. */
    public Timetable timetable() {
        return timetable;
    }

    /** How good the plan is as it stands. */
    public Score score() {
        return standings.score();
    }

    /**
     * Tries changes, one after the other.
     *
     * @param changes what is decided otherwise
     * @param locking whether what they set is locked, so that later searches keep it; what only a lock can hold is locked in any case, and a lock
     *     that says otherwise goes in any case
     */
    public Attempt attempt(List<HandChange> changes, boolean locking) {
        var first = new ChangeReading(bench, problem, values, locking, new Unchosen(problem, List.of(), timetable))
                .read(changes);
        if (!first.findings().isEmpty()) {
            return new Attempt.Meaningless(first.findings());
        }
        if (!first.needsLocks() && bench.isFor(first.memberLocks())) {
            return made(bench, first.values(), first::problem);
        }
        Problem changed = first.problem();
        List<Demand> demands = PreparedPlan.demands(plugins, changed);
        var unchosen = new Unchosen(changed, demands, timetable);
        new ChangeReading(bench, problem, values, locking, unchosen).read(changes);
        Bench other = Bench.of(plugins, changed, demands, unchosen);
        var second = new ChangeReading(other, problem, other.values(changed, timetable), locking, null).read(changes);
        return second.findings().isEmpty()
                ? made(other, second.values(), () -> changed)
                : new Attempt.Meaningless(second.findings());
    }

    /**
     * The plan with other locks and all decisions as they are. A lock that says otherwise than the plan stands says so still.
     *
     * @param locks       what is fixed about sessions from now on
     * @param memberLocks what is fixed about groups from now on
     */
    public Attempt.Made relocked(List<SessionLock> locks, List<MemberLock> memberLocks) {
        Problem changed = problem.locked(locks, memberLocks);
        if (bench.isFor(memberLocks)) {
            return made(bench, values, () -> changed);
        }
        List<Demand> demands = PreparedPlan.demands(plugins, changed);
        Bench other = Bench.of(plugins, changed, demands, new Unchosen(changed, demands, timetable));
        return made(other, other.values(changed, timetable), () -> changed);
    }

    private Attempt.Made made(Bench other, int[] then, Supplier<Problem> changed) {
        Bench.Standings after = other.standings(then);
        List<Match> placesThen = places(other, then, after);
        List<Difference> differences = Differences.of(bench.rules(), standings::penalty, other.rules(), after::penalty);
        var effect = new Effect(
                standings.score(),
                after.score(),
                differences,
                Differences.more(places(), placesThen),
                Differences.more(placesThen, places()));
        return new Attempt.Made(this, other, then, changed, after, effect);
    }

    /** Where hard and medium rules are broken as it stands. */
    List<Match> places() {
        List<Match> known = places;
        if (known == null) {
            known = places(bench, values, standings);
            places = known;
        }
        return known;
    }

    private static List<Match> places(Bench bench, int[] values, Bench.Standings standings) {
        return bench.evaluate(values, rule -> bench.level(rule) != Level.SOFT && standings.penalty(rule) > 0)
                .matches();
    }

    /**
     * Everybody in a seat, the rest of the plan as it stands.
     *
     * @param session  a session
     * @param position place among the seats of its meeting, from 0, the teachers of a lesson first
     * @return empty if there is no such seat, or it is a lesson's teacher's
     */
    public Optional<SeatChoices> candidates(SessionId session, int position) {
        return new Choices(this).candidates(session, position);
    }

    /**
     * Everywhere that a session's meeting can go: other times, or the modules of other subjects that it can exchange its own with.
     *
     * @return in order of time; empty if nothing about it is to be chosen
     */
    public List<Target> targets(SessionId session) {
        return new Choices(this).targets(session);
    }

    /** The rooms that a session can be held in, in the problem's order; empty if none is to be chosen. */
    public List<RoomChoice> rooms(SessionId session) {
        return new Choices(this).rooms(session);
    }

    /** What a lock of the problem costs; nothing if its session isn't there any more. */
    public LockCost cost(SessionLock lock) {
        return new LockCosts(new Choices(this)).of(lock);
    }

    /** Whether there is such a session, and it isn't placed into others. */
    public boolean has(SessionId session) {
        int number = bench.blueprint().index().session().find(session);
        return number >= 0 && !bench.blueprint().isGuest(number);
    }

    /** Whether a session that there is, is a lesson of the existing timetable, so that only its seats and a further room are decided. */
    public boolean isLesson(SessionId session) {
        return bench.blueprint().isLesson(bench.blueprint().index().session().of(session));
    }

    /** How many seats a session's meeting has before those that are decided. */
    public int seatsBefore(SessionId session) {
        int number = bench.blueprint().index().session().of(session);
        return problem.seatsBefore(bench.blueprint().sessions().get(number));
    }

    /** Whether subjects are placed into a session. */
    public boolean isModule(SessionId session) {
        return bench.blueprint().sessions().stream()
                .anyMatch(guest -> guest.hosts().contains(session));
    }

    /** What is meaningless in changes, with pointers into their list. */
    public List<Finding> findings(List<HandChange> changes) {
        return attempt(changes, false) instanceof Attempt.Meaningless meaningless ? meaningless.findings() : List.of();
    }

    Bench bench() {
        return bench;
    }

    int[] values() {
        return values;
    }

    Bench.Standings standings() {
        return standings;
    }
}

package dk.grundskema.solver.testkit;

import dk.grundskema.domain.demand.SeatId;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.fidelity.FidelityReport;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Score;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.check.TimetableChecker;
import dk.grundskema.solver.engine.RuleCostMeter;
import dk.grundskema.solver.engine.TrialPlan;
import dk.grundskema.solver.explain.RuleMatch;
import dk.grundskema.solver.registry.PluginRegistry;
import dk.grundskema.solver.spi.InterventionPlugin;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A test bench for a plugin's rules: one plugin, one problem, decisions taken by hand with the ids of the plugin's expansion, and the
 * resulting costs. Ids are plain text, as in files; an unknown id throws an {@code IllegalArgumentException} that names it. Not
 * thread-safe.
 *
 * <pre>{@code
 * var bench = RuleBench.of(new CampPlugin(), problem)
 *         .seat("camp/team-1/2026-09-07/module-1#0", "anna")
 *         .host("camp/team-1/2026-W37/danish/1", "camp/team-1/2026-09-07/module-1");
 * assertThat(bench.penalty("camp.few-faces")).isEqualTo(1);
 * }</pre>
 */
public final class RuleBench {
    private final InterventionPlugin<?> plugin;
    private final TrialPlan trial;

    private RuleBench(InterventionPlugin<?> plugin, Problem problem, @Nullable Timetable reference) {
        this.plugin = plugin;
        this.trial = TrialPlan.of(PluginRegistry.of(List.of(plugin)), problem, reference);
    }

    /**
     * Returns a bench on which only settled and locked decisions are taken.
     *
     * @param plugin    the plugin of all the problem's interventions
     * @param problem   a problem that validates without an error
     * @throws dk.grundskema.solver.registry.PluginRefusedException if the plugin violates the start-up part of its contract
     * @throws IllegalArgumentException if the problem needs another plugin, or the plugin's demand is contradictory
     */
    public static RuleBench of(InterventionPlugin<?> plugin, Problem problem) {
        return new RuleBench(plugin, problem, null);
    }

    /**
     * Returns a bench with an earlier timetable that the plan should stay close to.
     *
     * @param plugin    the plugin of all the problem's interventions
     * @param problem   a problem that validates without an error
     * @param reference the earlier timetable
     */
    public static RuleBench of(InterventionPlugin<?> plugin, Problem problem, Timetable reference) {
        return new RuleBench(plugin, problem, reference);
    }

    /** Assigns a person to a seat; {@code null} empties it. */
    public RuleBench seat(String seat, @Nullable String person) {
        trial.seat(new SeatId(seat), person == null ? null : new StaffId(person));
        return this;
    }

    /** Sets the time of a session, which need not be one of its possible times; {@code null} removes it. */
    public RuleBench time(String session, @Nullable MeetingTime time) {
        trial.time(new SessionId(session), time);
        return this;
    }

    /** Places a guest into one of its hosts; {@code null} removes it. */
    public RuleBench host(String guest, @Nullable String host) {
        trial.host(new SessionId(guest), host == null ? null : new SessionId(host));
        return this;
    }

    /** Sets the room of a session, which need not be one of its possible rooms; {@code null} removes it. */
    public RuleBench room(String session, @Nullable String room) {
        trial.room(new SessionId(session), room == null ? null : new RoomId(room));
        return this;
    }

    /** Adds a student to a group that is formed; {@code null} removes the student from all such groups. */
    public RuleBench join(String student, @Nullable String group) {
        trial.join(new StudentId(student), group == null ? null : new GroupId(group));
        return this;
    }

    /** Sets each open decision at random and leaves about one in five open; the same seed gives the same plan. */
    public RuleBench shuffle(long seed) {
        trial.shuffle(new Random(seed));
        return this;
    }

    /** Takes the open decisions from a timetable, as far as they are possible choices. */
    public RuleBench fromTimetable(Timetable timetable) {
        trial.from(timetable);
        return this;
    }

    /** Returns all matches of the rules of the core and the plugin. */
    public List<RuleMatch> matches() {
        return trial.matches();
    }

    /** Returns all matches of the plugin's own rules. */
    public List<RuleMatch> pluginMatches() {
        String prefix = plugin.type().id() + ".";
        return matches().stream()
                .filter(match -> match.type().id().startsWith(prefix))
                .toList();
    }

    /**
     * Returns all matches of one rule.
     *
     * @throws IllegalArgumentException if neither the core nor the plugin has a rule with that id
     */
    public List<RuleMatch> matches(String rule) {
        return trial.matches(rule);
    }

    /**
     * Returns the total amount of a rule, before its weight.
     *
     * @throws IllegalArgumentException if neither the core nor the plugin has a rule with that id
     */
    public long penalty(String rule) {
        return trial.penalty(rule);
    }

    /**
     * Returns the place of each match of a rule: its arguments without figures.
     *
     * @throws IllegalArgumentException if neither the core nor the plugin has a rule with that id
     */
    public List<List<Object>> places(String rule) {
        return matches(rule).stream().map(RuleMatch::place).toList();
    }

    /** Returns the score that a search would calculate. */
    public Score score() {
        return trial.score();
    }

    /**
     * Searches for a better plan of the problem and measures how long the cost functions of the core's and the plugin's rules take. The decisions of
     * the bench stay as they are. Times depend on the machine; which rule takes most depends less on it.
     *
     * @param moves number of moves that are measured, 1 or more; as many are made before, to warm up
     */
    public RuleCostMeter.Measurement measureCosts(long moves) {
        return RuleCostMeter.measure(PluginRegistry.of(List.of(plugin)), trial.problem(), moves, 1);
    }

    /** Returns the problem. */
    public Problem problem() {
        return trial.problem();
    }

    /** Returns the decisions as a timetable, of a problem with the hash {@code 0}. */
    public Timetable timetable() {
        return trial.timetable("0");
    }

    /** Returns the violations that the independent checker finds in {@link #timetable()}: the core's, then those of the plugin's own check. */
    public List<RuleViolation> check() {
        return new TimetableChecker(PluginRegistry.of(List.of(plugin))::find).check(trial.problem(), timetable());
    }

    /** Returns the violations of the plugin's own check in a timetable, for each intervention of the problem. */
    public List<RuleViolation> pluginViolations(Timetable timetable) {
        return trial.problem().interventions().stream()
                .flatMap(one -> faults(one, timetable).stream())
                .toList();
    }

    /** Returns the plugin's fidelity report on a timetable, for each intervention of the problem. */
    public List<FidelityReport> fidelity(Timetable timetable) {
        var reports = new ArrayList<FidelityReport>();
        trial.problem().interventions().forEach(one -> reports.add(fidelity(one, timetable)));
        return List.copyOf(reports);
    }

    @SuppressWarnings("unchecked") // see violations below
    private <P extends Record> FidelityReport fidelity(Intervention<P> one, Timetable timetable) {
        return ((InterventionPlugin<P>) plugin).assess(one, trial.problem(), timetable);
    }

    /** The cast is safe: the registry ensures that the intervention is of the plugin's type. */
    @SuppressWarnings("unchecked")
    private <P extends Record> List<RuleViolation> faults(Intervention<P> one, Timetable timetable) {
        return ((InterventionPlugin<P>) plugin).check(one, trial.problem(), timetable);
    }
}

package dk.grundskema.solver.testkit;

import dk.grundskema.domain.demand.SeatId;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.fidelity.FidelityReport;
import dk.grundskema.domain.finding.Fault;
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
import dk.grundskema.solver.engine.Trial;
import dk.grundskema.solver.explain.Match;
import dk.grundskema.solver.registry.PluginRegistry;
import dk.grundskema.solver.spi.InterventionPlugin;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Where a plugin's author tries out rules: one plugin, one problem, decisions taken by hand under the ids that the plugin's expansion
 * gives, and what the rules charge for them. Ids are plain text, as files have them; an id that nothing has is refused with
 * an {@code IllegalArgumentException} that names it. Lives with one thread.
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
    private final Trial trial;

    private RuleBench(InterventionPlugin<?> plugin, Problem problem, @Nullable Timetable reference) {
        this.plugin = plugin;
        this.trial = Trial.of(PluginRegistry.of(List.of(plugin)), problem, reference);
    }

    /**
     * A bench on which nothing is decided but what is settled or locked.
     *
     * @param plugin  the plugin of all the problem's interventions
     * @param problem a problem that validates without an error
     * @throws dk.grundskema.solver.registry.PluginRefusedException if the plugin breaks the start-up part of its contract
     * @throws IllegalArgumentException if the problem needs another plugin, or the plugin's demand contradicts itself
     */
    public static RuleBench of(InterventionPlugin<?> plugin, Problem problem) {
        return new RuleBench(plugin, problem, null);
    }

    /**
     * The same with an earlier timetable that the plan is to stay close to.
     *
     * @param plugin    the plugin of all the problem's interventions
     * @param problem   a problem that validates without an error
     * @param reference the earlier timetable
     */
    public static RuleBench of(InterventionPlugin<?> plugin, Problem problem, Timetable reference) {
        return new RuleBench(plugin, problem, reference);
    }

    /** Puts a person into a seat; {@code null} empties it. */
    public RuleBench seat(String seat, @Nullable String person) {
        trial.seat(new SeatId(seat), person == null ? null : new StaffId(person));
        return this;
    }

    /** Holds a session at a time, also at one that it may not choose; {@code null} takes its time away. */
    public RuleBench time(String session, @Nullable MeetingTime time) {
        trial.time(new SessionId(session), time);
        return this;
    }

    /** Places a guest into one of its hosts; {@code null} takes it out. */
    public RuleBench host(String guest, @Nullable String host) {
        trial.host(new SessionId(guest), host == null ? null : new SessionId(host));
        return this;
    }

    /** Holds a session in a room, also in one that it may not choose; {@code null} takes its room away. */
    public RuleBench room(String session, @Nullable String room) {
        trial.room(new SessionId(session), room == null ? null : new RoomId(room));
        return this;
    }

    /** Lets a student join a group that is formed; {@code null} takes the student out of all such groups. */
    public RuleBench join(String student, @Nullable String group) {
        trial.join(new StudentId(student), group == null ? null : new GroupId(group));
        return this;
    }

    /** Takes each open decision at random, one in five not at all; the same seed gives the same plan. */
    public RuleBench shuffle(long seed) {
        trial.shuffle(new Random(seed));
        return this;
    }

    /** Takes the open decisions as a timetable has them, as far as they are among the choices. */
    public RuleBench from(Timetable timetable) {
        trial.from(timetable);
        return this;
    }

    /** Every place where a rule of the core or the plugin charges something. */
    public List<Match> matches() {
        return trial.matches();
    }

    /** Every place where a rule of the plugin's own charges something. */
    public List<Match> pluginMatches() {
        String prefix = plugin.type().id() + ".";
        return matches().stream()
                .filter(match -> match.type().id().startsWith(prefix))
                .toList();
    }

    /**
     * Every place where one rule charges something.
     *
     * @throws IllegalArgumentException if neither the core nor the plugin has a rule of that id
     */
    public List<Match> matches(String rule) {
        return trial.matches(rule);
    }

    /**
     * What a rule charges altogether, before its weight.
     *
     * @throws IllegalArgumentException if neither the core nor the plugin has a rule of that id
     */
    public long penalty(String rule) {
        return trial.penalty(rule);
    }

    /**
     * Where a rule charges: the arguments of each match.
     *
     * @throws IllegalArgumentException if neither the core nor the plugin has a rule of that id
     */
    public List<List<Object>> places(String rule) {
        return matches(rule).stream().map(Match::arguments).toList();
    }

    /** The score that a search would give. */
    public Score score() {
        return trial.score();
    }

    /** The decisions as a timetable, of a problem with the hash {@code 0}. */
    public Timetable timetable() {
        return trial.timetable("0");
    }

    /** What the independent checker finds in {@link #timetable()}: the core's faults, then what the plugin's own check says. */
    public List<Fault> check() {
        return new TimetableChecker(PluginRegistry.of(List.of(plugin))::find).check(trial.problem(), timetable());
    }

    /** What the plugin's own check says of a timetable, for each intervention of the problem. */
    public List<Fault> pluginFaults(Timetable timetable) {
        return trial.problem().interventions().stream()
                .flatMap(one -> faults(one, timetable).stream())
                .toList();
    }

    /** What the plugin says that a timetable gives of what is asked, for each intervention of the problem. */
    public List<FidelityReport> fidelity(Timetable timetable) {
        var reports = new ArrayList<FidelityReport>();
        trial.problem().interventions().forEach(one -> reports.add(fidelity(one, timetable)));
        return List.copyOf(reports);
    }

    @SuppressWarnings("unchecked") // as below
    private <P extends Record> FidelityReport fidelity(Intervention<P> one, Timetable timetable) {
        return ((InterventionPlugin<P>) plugin).assess(one, trial.problem(), timetable);
    }

    /** The registry has made sure that the intervention is of the plugin's type. */
    @SuppressWarnings("unchecked")
    private <P extends Record> List<Fault> faults(Intervention<P> one, Timetable timetable) {
        return ((InterventionPlugin<P>) plugin).check(one, trial.problem(), timetable);
    }
}

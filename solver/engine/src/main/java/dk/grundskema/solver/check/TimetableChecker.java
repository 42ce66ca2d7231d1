package dk.grundskema.solver.check;

import dk.grundskema.domain.finding.Fault;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.spi.InterventionPlugin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;

/**
 * Says where a finished timetable breaks a hard or medium rule. Every rule is derived again from the problem, what the
 * plugins demand and the timetable, so that a mistake in the declared rules, or a timetable that was changed by hand, is seen.
 */
public final class TimetableChecker {
    private static final List<CoreCheck> CHECKS = List.of(
            new ClashCheck(),
            new TravelCheck(),
            new AvailabilityCheck(),
            new DailyRestCheck(),
            new WeeklyRestCheck(),
            new HoursCheck(),
            new RoomCheck(),
            new GroupCheck(),
            new PresenceCheck(),
            new SupportCheck(),
            new SupplementaryCheck(),
            new LockCheck());

    private final Plugins plugins;

    /** @param plugins the plugin of an intervention type, by the type's id; empty if there is none */
    public TimetableChecker(Function<String, Optional<InterventionPlugin<?>>> plugins) {
        this.plugins = new Plugins(plugins);
    }

    /**
     * Every place where a hard or medium rule of the core or of a plugin is broken, the core's first.
     *
     * @param problem   a problem in which neither its reader nor a plugin found an error
     * @param timetable a timetable in which {@link #validate} found no error
     * @return faults whose arguments are the key of the rule, ids and dates; empty if all is well
     * @throws IllegalArgumentException if there is no plugin for the type of an intervention
     */
    public List<Fault> check(Problem problem, Timetable timetable) {
        var plan = CheckedPlan.of(problem, timetable, plugins.demand(problem), plugins.support(problem));
        var faults = new Faults();
        CHECKS.forEach(check -> check.check(plan, faults));
        var all = new ArrayList<>(faults.all());
        problem.interventions().forEach(intervention -> all.addAll(pluginFaults(intervention, problem, timetable)));
        return List.copyOf(all);
    }

    /**
     * How much support beside ordinary lessons each student gets, as {@link dk.grundskema.domain.problem.SupportLimits} counts it.
     *
     * @param problem   a problem in which neither its reader nor a plugin found an error
     * @param timetable a timetable in which {@link #validate} found no error
     * @return minutes over all weeks; students without support are left out
     * @throws IllegalArgumentException if there is no plugin for the type of an intervention
     */
    public SortedMap<StudentId, Long> supportMinutes(Problem problem, Timetable timetable) {
        return SupportCheck.minutes(
                CheckedPlan.of(problem, timetable, plugins.demand(problem), plugins.support(problem)));
    }

    /**
     * When everybody works and rests, in the problem's order.
     *
     * @param problem   a problem in which neither its reader nor a plugin found an error
     * @param timetable a timetable in which {@link #validate} found no error
     * @throws IllegalArgumentException if there is no plugin for the type of an intervention
     */
    public List<Rests> rests(Problem problem, Timetable timetable) {
        var plan = CheckedPlan.of(problem, timetable, plugins.demand(problem), plugins.support(problem));
        return problem.staff().stream().map(one -> Rests.of(plan, one)).toList();
    }

    /**
     * What the timetable names that the problem lacks; a timetable with such errors can't be checked.
     *
     * @param problem   a problem in which neither its reader nor a plugin found an error
     * @param timetable any timetable
     * @return errors with pointers into the timetable; empty if all is known
     * @throws IllegalArgumentException if there is no plugin for the type of an intervention
     */
    public List<Finding> validate(Problem problem, Timetable timetable) {
        return new UnknownNames(problem, plugins.demand(problem), timetable).findings();
    }

    /**
     * The same as {@link #validate(Problem, Timetable)}, and a warning if the timetable says that it is of another problem.
     *
     * @param problem     a problem in which neither its reader nor a plugin found an error
     * @param problemHash hash of that problem, as hexadecimal text
     * @param timetable   any timetable
     * @throws IllegalArgumentException if there is no plugin for the type of an intervention
     */
    public List<Finding> validate(Problem problem, String problemHash, Timetable timetable) {
        var findings = new ArrayList<Finding>();
        if (!problemHash.equals(timetable.problem())) {
            findings.add(Finding.warning("timetable.other-problem", "/problem"));
        }
        findings.addAll(validate(problem, timetable));
        return List.copyOf(findings);
    }

    private <P extends Record> List<Fault> pluginFaults(
            Intervention<P> intervention, Problem problem, Timetable timetable) {
        return plugins.of(intervention).check(intervention, problem, timetable);
    }
}

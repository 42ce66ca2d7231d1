package dk.grundskema.solver.engine;

import ai.timefold.solver.core.config.solver.EnvironmentMode;
import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.FairLoad;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.mapping.BlueprintMaker;
import dk.grundskema.solver.mapping.BriefMaker;
import dk.grundskema.solver.mapping.ReferenceReader;
import dk.grundskema.solver.moves.MoveKind;
import dk.grundskema.solver.precheck.CapacityPrecheck;
import dk.grundskema.solver.precheck.SupportPrecheck;
import dk.grundskema.solver.registry.PluginRegistry;
import dk.grundskema.solver.rules.CoreRules;
import dk.grundskema.solver.rules.FairLoads;
import dk.grundskema.solver.spi.RuleType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Validates, pre-checks and solves problems with the plugins that are there. Safe to use from several threads. */
public final class Planner {
    private final PluginRegistry plugins;
    private final Set<MoveKind> without;
    private final EnvironmentMode mode;
    private final KnownDemands demands;

    /** A planner with the plugins of a registry. */
    public Planner(PluginRegistry plugins) {
        this(plugins, Set.of(), EnvironmentMode.NO_ASSERT);
    }

    private Planner(PluginRegistry plugins, Set<MoveKind> without, EnvironmentMode mode) {
        this.plugins = plugins;
        this.without = Set.copyOf(without);
        this.mode = mode;
        this.demands = new KnownDemands(plugins);
    }

    /** Types of the rules that every plan has, whatever its interventions. */
    public static List<RuleType> coreRules() {
        return CoreRules.types();
    }

    /** Names of the families of moves that searches try. */
    public static List<String> moveFamilies() {
        return Stream.of(MoveKind.values()).map(Enum::name).toList();
    }

    /**
     * The same planner with a family of moves switched off, to show what it is worth.
     *
     * @throws IllegalArgumentException if there is no family of that name
     */
    public Planner without(String moveFamily) {
        Set<MoveKind> less = EnumSet.of(MoveKind.valueOf(moveFamily));
        less.addAll(without);
        return new Planner(plugins, less, mode);
    }

    /**
     * The same planner, but its searches work out the cost of each plan that they try from scratch as well, and fail where the
     * two differ. Slow, for tests of rules and plugins.
     */
    public Planner asserting() {
        return in(EnvironmentMode.FULL_ASSERT);
    }

    Planner in(EnvironmentMode otherMode) {
        return new Planner(plugins, without, otherMode);
    }

    /**
     * Everything that the plugins find wrong with a problem that has been read, weights of rules that there aren't, and locks
     * on nothing.
     *
     * @return findings with pointers into the problem; only a problem without an error may be solved
     */
    public List<Finding> validate(Problem problem) {
        var findings = new ArrayList<>(WeightCheck.findings(plugins, problem));
        for (int i = 0; i < problem.interventions().size(); i++) {
            String at = "/interventions/" + i;
            validate(problem.interventions().get(i), problem).forEach(finding -> findings.add(finding.under(at)));
        }
        if (findings.stream().noneMatch(Finding::isError)) {
            findings.addAll(BlueprintMaker.lockFindings(problem, demands(problem)));
        }
        return List.copyOf(findings);
    }

    private <P extends Record> List<Finding> validate(Intervention<P> one, Problem problem) {
        return PreparedPlan.plugin(plugins, one).validate(one, problem);
    }

    /**
     * What the interventions of a problem demand, in their order.
     *
     * @param problem a problem that validates without an error
     * @throws PluginFailedException if a plugin throws
     */
    public List<Demand> demands(Problem problem) {
        return demands.of(problem);
    }

    /**
     * What is impossible or short by counting, before any solving; never stops a solve.
     *
     * @param problem a problem that validates without an error
     */
    public List<Finding> precheck(Problem problem) {
        List<Demand> all = demands(problem);
        var findings = new ArrayList<>(new CapacityPrecheck().precheck(problem, all));
        findings.addAll(new SupportPrecheck(problem, all, PreparedPlan.offers(plugins, problem)).findings());
        for (int i = 0; i < all.size(); i++) {
            String at = "/interventions/" + i;
            precheck(problem.interventions().get(i), problem, all.get(i))
                    .forEach(finding -> findings.add(finding.under(at)));
        }
        return List.copyOf(findings);
    }

    private <P extends Record> List<Finding> precheck(Intervention<P> one, Problem problem, Demand demand) {
        return PreparedPlan.plugin(plugins, one).precheck(one, problem, demand);
    }

    /**
     * What everybody has by a timetable of the work that is shared fairly, and what would be fair.
     *
     * @param problem a problem that validates without an error
     */
    public Map<StaffId, Map<FairLoad.Kind, FairLoad>> fairLoads(Problem problem, Timetable timetable) {
        return FairLoads.of(BriefMaker.make(BlueprintMaker.make(problem, demands(problem)), null), timetable);
    }

    /**
     * What an earlier timetable has and the problem no longer does, so that a solve that starts from it leaves it out.
     *
     * @return information, with pointers into the timetable
     */
    public List<Finding> differencesFromReference(Problem problem, Timetable reference) {
        return ReferenceReader.gone(BlueprintMaker.make(problem, demands(problem)), reference);
    }

    /**
     * Starts a solve on threads of its own.
     *
     * @throws IllegalArgumentException if a plugin's demand or rules contradict themselves
     * @throws PluginFailedException    if a plugin throws; a rule that throws ends the solve, and {@link Solve#await} names it
     */
    public Solve start(SolveRequest request, SolveListener listener) {
        var run = new SolveRun(
                PreparedPlan.of(
                        plugins,
                        BlueprintMaker.make(request.problem(), demands(request.problem())),
                        request.reference()),
                request,
                without,
                listener,
                mode);
        run.start();
        return run;
    }

    /**
     * A plan in use when people are away: who could take what, and how it is repaired.
     *
     * @param request whose {@link Replan#findings} are none
     * @throws IllegalArgumentException if a plugin's demand or rules contradict themselves
     * @throws PluginFailedException    if a plugin throws
     */
    public Replan replan(ReplanRequest request) {
        return new Replan(plugins, request);
    }
}

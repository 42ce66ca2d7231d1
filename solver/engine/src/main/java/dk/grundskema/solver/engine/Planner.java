package dk.grundskema.solver.engine;

import ai.timefold.solver.core.config.solver.EnvironmentMode;
import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.FairLoad;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.mapping.BlueprintBuilder;
import dk.grundskema.solver.mapping.CoreRuleContextFactory;
import dk.grundskema.solver.mapping.MissingLessonAdder;
import dk.grundskema.solver.mapping.ReferenceReader;
import dk.grundskema.solver.moves.MoveKind;
import dk.grundskema.solver.precheck.CapacityPrecheck;
import dk.grundskema.solver.precheck.SupportPrecheck;
import dk.grundskema.solver.registry.PluginFailedException;
import dk.grundskema.solver.registry.PluginRegistry;
import dk.grundskema.solver.rules.CoreRules;
import dk.grundskema.solver.rules.FairLoadCalculator;
import dk.grundskema.solver.spi.RuleType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Entry point of the engine: validates, pre-checks and solves problems with the registered plugins. Each operation expands the interventions to demands, builds a blueprint and compiles the rules. Immutable
 * except for a cache of the last demands; thread-safe.
 */
public final class Planner {
    private final PluginRegistry plugins;
    private final Set<MoveKind> without;
    private final EnvironmentMode mode;
    private final @Nullable OpenSeatRepair repair;
    private final DemandCache demands;

    /** Creates a planner with the plugins of a registry. */
    public Planner(PluginRegistry plugins) {
        this(plugins, Set.of(), EnvironmentMode.NO_ASSERT, null);
    }

    private Planner(
            PluginRegistry plugins, Set<MoveKind> without, EnvironmentMode mode, @Nullable OpenSeatRepair repair) {
        this.plugins = plugins;
        this.without = Set.copyOf(without);
        this.mode = mode;
        this.repair = repair;
        this.demands = new DemandCache(plugins);
    }

    /** Returns the types of the core rules, which apply to every plan. */
    public static List<RuleType> coreRules() {
        return CoreRules.types();
    }

    /** Returns the names of the move families that searches use. */
    public static List<String> moveFamilies() {
        return Stream.of(MoveKind.values()).map(Enum::name).toList();
    }

    /**
     * Returns a planner with one more move family disabled, to measure its contribution.
     *
     * @throws IllegalArgumentException if there is no family of that name
     */
    public Planner withoutMoveFamily(String moveFamily) {
        Set<MoveKind> less = EnumSet.of(MoveKind.valueOf(moveFamily));
        less.addAll(without);
        return new Planner(plugins, less, mode, repair);
    }

    /**
     * Returns a planner whose searches also recompute every score from scratch and fail on a difference. Slow; for
     * tests of rules and plugins.
     */
    public Planner withFullAssertions() {
        return withEnvironmentMode(EnvironmentMode.FULL_ASSERT);
    }

    Planner withEnvironmentMode(EnvironmentMode otherMode) {
        return new Planner(plugins, without, otherMode, repair);
    }

    /**
     * Returns a planner whose solves end with a repair, if the search has left required seats open. Plans without open seats
     * stay the same.
     */
    public Planner withOpenSeatRepair(OpenSeatRepair openSeatRepair) {
        return new Planner(plugins, without, mode, openSeatRepair);
    }

    /**
     * Returns all findings of the plugins about a parsed problem, weights of unknown rules, accepted shortfalls of rules that cannot be accepted, and locks that refer to
     * nothing.
     *
     * @return findings with pointers into the problem; only a problem without errors may be solved
     */
    public List<Finding> validate(Problem problem) {
        var findings = new ArrayList<>(RuleReferenceValidator.validate(plugins, problem));
        for (int i = 0; i < problem.interventions().size(); i++) {
            String at = "/interventions/" + i;
            validate(problem.interventions().get(i), problem)
                    .forEach(finding -> findings.add(finding.withPointerPrefix(at)));
        }
        if (findings.stream().noneMatch(Finding::isError)) {
            findings.addAll(BlueprintBuilder.lockFindings(problem, demands(problem)));
        }
        return List.copyOf(findings);
    }

    private <P extends Record> List<Finding> validate(Intervention<P> one, Problem problem) {
        return PreparedPlan.plugin(plugins, one).validate(one, problem);
    }

    /**
     * Returns the demands of a problem's interventions, in their order.
     *
     * @param problem a problem that validates without an error
     * @throws PluginFailedException if a plugin throws
     */
    public List<Demand> demands(Problem problem) {
        return demands.demandsOf(problem);
    }

    /**
     * Finds impossible or scarce demands by counting, before any solve; its findings never prevent a solve.
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
                    .forEach(finding -> findings.add(finding.withPointerPrefix(at)));
        }
        return List.copyOf(findings);
    }

    private <P extends Record> List<Finding> precheck(Intervention<P> one, Problem problem, Demand demand) {
        return PreparedPlan.plugin(plugins, one).precheck(one, problem, demand);
    }

    /**
     * Returns for each staff member the load of fairly shared work in a timetable, and the fair load.
     *
     * @param problem a problem that validates without an error
     */
    public Map<StaffId, Map<FairLoad.Kind, FairLoad>> fairLoads(Problem problem, Timetable timetable) {
        return FairLoadCalculator.calculate(
                CoreRuleContextFactory.create(BlueprintBuilder.build(problem, demands(problem)), null), timetable);
    }

    /**
     * Returns what an earlier timetable contains and the problem no longer does; a solve that starts from it leaves
     * this out.
     *
     * @return information, with pointers into the timetable
     */
    public List<Finding> differencesFromReference(Problem problem, Timetable reference) {
        return ReferenceReader.findMissing(BlueprintBuilder.build(problem, demands(problem)), reference);
    }

    /**
     * Returns a timetable with the lessons of the school's timetable that it lacks and that its problem, edited since, asks for by now: the school holds them, without the
     * adults that nobody has planned yet.
     *
     * @param problem a problem that validates without an error
     * @param planned the problem that the timetable was planned for, which validates without an error; {@code null} if it is not known: then all lessons that it lacks are added
     * @return the same object if there are none
     */
    public Timetable addMissingLessons(Problem problem, @Nullable Problem planned, Timetable timetable) {
        return MissingLessonAdder.addMissing(
                problem, demands(problem), planned == null ? List.of() : demands(planned), timetable);
    }

    /**
     * Starts a solve on its own threads.
     *
     * @throws IllegalArgumentException if a plugin's demand or rules are inconsistent
     * @throws PluginFailedException if a plugin throws; a rule that throws ends the solve, and {@link Solve#await}
     * names it
     */
    public Solve start(SolveRequest request, SolveListener listener) {
        var run = new ParallelSolve(
                PreparedPlan.of(
                        plugins,
                        BlueprintBuilder.build(request.problem(), demands(request.problem())),
                        request.reference()),
                request,
                without,
                listener,
                mode,
                repair);
        run.start();
        return run;
    }

    /**
     * Starts a solve of a plan that is split by date, on its own threads.
     *
     * @param prepared the plan, in which everything that has begun is fixed
     * @param request  limits, seed and start of the solve; its timetables have the ids of the plan's parts. No open seats are repaired, since a repair does not know what
     *                 has begun
     */
    public Solve start(PreparedPlan prepared, SolveRequest request, SolveListener listener) {
        var run = new ParallelSolve(prepared, request, without, listener, mode, null);
        run.start();
        return run;
    }
}

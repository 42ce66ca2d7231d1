package dk.grundskema.examples.mutation;

import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.documents.problem.ProblemReader;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.DutyLimit;
import dk.grundskema.domain.people.FreeDates;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.examples.mutation.LimitMutator.Limits;
import dk.grundskema.plugins.camp.AllowedBlocks;
import dk.grundskema.plugins.camp.CampParameters;
import dk.grundskema.plugins.camp.DoubleModuleBan;
import dk.grundskema.plugins.camp.RoomLimit;
import dk.grundskema.plugins.camp.Subject;
import dk.grundskema.solver.check.TimetableChecker;
import dk.grundskema.solver.engine.Planner;
import dk.grundskema.solver.engine.SolveLimits;
import dk.grundskema.solver.engine.SolveRequest;
import dk.grundskema.solver.registry.PluginRegistry;
import dk.grundskema.solver.testkit.RecordCopy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * The plan of an example with all of its mutations.
 *
 * @param problem   problem of the example
 * @param plan      a plan of it
 * @param mutations changes of the plan
 * @param permitted changes of the plan whose result is asked for just as well
 * @param checker   checker that knows the example's plugins
 */
record MutatedPlan(
        Problem problem,
        Timetable plan,
        List<Mutation> mutations,
        List<PermittedChange> permitted,
        TimetableChecker checker) {
    private static final PluginRegistry PLUGINS = PluginRegistry.load(MutatedPlan.class.getClassLoader());
    private static final int STEPS = 5_000;

    /** Examples of whose changes only a sample is checked. */
    private static final Set<String> LARGE = Set.of("school-30-classes");

    private static final int SAMPLE = 150;
    private static final long SAMPLE_SEED = 30;
    private static final Map<String, MutatedPlan> KNOWN = new HashMap<>();

    /** Plans an example, unless it is planned already. */
    static MutatedPlan of(String example) throws InterruptedException {
        MutatedPlan known = KNOWN.get(example);
        if (known == null) {
            known = planned(example);
            KNOWN.put(example, known);
        }
        return known;
    }

    private static MutatedPlan planned(String example) throws InterruptedException {
        Problem problem = read(example);
        Timetable plan = plan(problem);
        var mutator = new TimetableMutator(problem, plan, new Planner(PLUGINS).demands(problem));
        List<Mutation> mutations = mutator.mutations();
        return new MutatedPlan(
                problem, plan, sample(example, mutations), sample(example, mutator.permitted()), newChecker());
    }

    /** Returns all changes; of an example whose check takes long, some that are chosen by a fixed seed. */
    private static <T> List<T> sample(String example, List<T> changes) {
        if (!LARGE.contains(example)) {
            return changes;
        }
        var some = new ArrayList<>(changes);
        Collections.shuffle(some, new Random(SAMPLE_SEED));
        return List.copyOf(some.subList(0, Math.min(some.size(), SAMPLE)));
    }

    /** Plans the camp of three weeks with limits of its subjects and staff at a level, and breaks them. */
    static MutatedPlan withLimits(Level level) throws InterruptedException {
        var limits = new Limits("creative", "module-3", "movement", 600, 720, 3);
        Problem problem = withLimits(read("camp-3-weeks"), limits, level);
        Timetable plan = plan(problem);
        return new MutatedPlan(
                problem, plan, new LimitMutator(problem, plan, limits).mutations(), List.of(), newChecker());
    }

    private static Problem withLimits(Problem problem, Limits limits, Level level) {
        Intervention<?> camp = problem.interventions().getFirst();
        var parameters = (CampParameters) camp.parameters();
        List<Subject> subjects = parameters.subjects().stream()
                .map(subject -> subject.id().equals(limits.inOneRoom())
                        ? RecordCopy.with(subject, "roomKinds", List.of("hall"))
                        : subject)
                .map(subject -> subject.id().equals(limits.subject())
                        ? RecordCopy.with(subject, "allowedBlocks", new AllowedBlocks(List.of(limits.block()), level))
                        : subject)
                .toList();
        CampParameters limited = RecordCopy.with(
                parameters,
                Map.of(
                        "subjects",
                        subjects,
                        "noDoubleModules",
                        new DoubleModuleBan(List.of(), level),
                        "roomLimits",
                        List.of(new RoomLimit(List.of("hall"), null, level))));
        WorkRules work = problem.work()
                .withDateLimits(
                        new DutyLimit(limits.longestDay(), level),
                        new DutyLimit(limits.rest(), level),
                        new FreeDates(limits.freeDates(), level));
        return RecordCopy.with(
                problem, Map.of("work", work, "interventions", List.of(RecordCopy.with(camp, "parameters", limited))));
    }

    private static Problem read(String example) {
        return ((ReadResult.Success<Problem>) new ProblemReader(PLUGINS).read(Path.of(example, "problem.json")))
                .value();
    }

    private static Timetable plan(Problem problem) throws InterruptedException {
        return new Planner(PLUGINS)
                .start(new SolveRequest(problem, "0", SolveLimits.ofSteps(STEPS), 1, 1, null), progress -> {})
                .await();
    }

    private static TimetableChecker newChecker() {
        return new TimetableChecker(PLUGINS::find);
    }
}

package dk.grundskema.examples.comparison;

import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.RuleResult;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.examples.generated.MunicipalityGenerator;
import dk.grundskema.examples.generated.MunicipalitySize;
import dk.grundskema.examples.generated.SingleSchoolProblem;
import dk.grundskema.solver.engine.Planner;
import dk.grundskema.solver.engine.SolveLimits;
import dk.grundskema.solver.engine.SolveRequest;
import dk.grundskema.solver.registry.PluginRegistry;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Plans a generated municipality, and single schools of it alone. */
@Command(
        name = "municipality",
        mixinStandardHelpOptions = true,
        description = "Plans a made-up municipality, and single schools of it alone.")
final class MunicipalityCommand implements Callable<Integer> {
    private static final int SEARCHES = 2;

    @Option(names = "--schools", defaultValue = "32", description = "How many schools.")
    private int schools;

    @Option(names = "--classes", defaultValue = "21", description = "How many classes each school has.")
    private int classes;

    @Option(names = "--seconds", defaultValue = "60", description = "Longest time of one run, preparing included.")
    private int seconds;

    @Option(names = "--steps", description = "Steps of a run, instead of seconds.")
    private @Nullable Long steps;

    @Option(names = "--alone", defaultValue = "2", description = "How many schools are planned alone, too.")
    private int alone;

    @Option(names = "--seed", defaultValue = "1", description = "Seed of the municipality and of searches.")
    private long seed;

    @Spec
    private @Nullable CommandSpec spec;

    private final PluginRegistry plugins = PluginRegistry.load(MunicipalityCommand.class.getClassLoader());

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        Problem problem = MunicipalityGenerator.problem(new MunicipalitySize(schools, classes), seed, plugins);
        out.printf(
                Locale.ROOT,
                "%d schools, %,d lessons, %d interventions%n%n",
                schools,
                problem.lessons().size(),
                problem.interventions().size());
        out.println("| | hard | medium | need without a group | soft | better by |");
        out.println("|---|---|---|---|---|---|");
        Timetable whole = plan(problem);
        printLine(out, "whole", whole, "");
        for (int school = 0; school < Math.min(alone, schools); school++) {
            SiteId site = problem.sites().get(school).id();
            Problem one = SingleSchoolProblem.extract(problem, whole, site);
            Timetable before = partOfWhole(one, whole);
            Timetable after = plan(one);
            printLine(out, site + " as in the whole", before, "");
            printLine(out, site + " alone", after, improvement(before, after));
        }
        out.printf(Locale.ROOT, "%nPeak of the heap: %,d MB.%n", peakHeapMegabytes());
        out.flush();
        return 0;
    }

    private Timetable plan(Problem problem) throws InterruptedException {
        SolveLimits limits = steps == null ? SolveLimits.of(Duration.ofSeconds(seconds)) : SolveLimits.ofSteps(steps);
        return solve(problem, limits, null);
    }

    /** Returns a school's part of the whole plan, scored on its own. */
    private Timetable partOfWhole(Problem school, Timetable whole) throws InterruptedException {
        return solve(school, SolveLimits.ofSteps(1), whole);
    }

    private Timetable solve(Problem problem, SolveLimits limits, @Nullable Timetable from) throws InterruptedException {
        var request = new SolveRequest(problem, "", limits, seed, SEARCHES, from);
        return new Planner(plugins).start(request, progress -> {}).await();
    }

    private static void printLine(PrintWriter out, String name, Timetable plan, String better) {
        out.printf(
                Locale.ROOT,
                "| %s | %,d | %,d | %,d | %,d | %s |%n",
                name,
                -plan.score().hard(),
                -plan.score().medium(),
                unservedNeed(plan),
                -plan.score().soft(),
                better);
        out.flush();
    }

    private static long unservedNeed(Timetable plan) {
        return plan.rules().stream()
                .filter(rule -> rule.id().equals("core.student-without-group"))
                .mapToLong(RuleResult::penalty)
                .sum();
    }

    /** Returns the improvement in the highest level in which the two plans differ, medium or soft. */
    static String improvement(Timetable before, Timetable after) {
        boolean isMedium = before.score().medium() != after.score().medium();
        double was =
                -(double) (isMedium ? before.score().medium() : before.score().soft());
        double is = -(double) (isMedium ? after.score().medium() : after.score().soft());
        return was == 0
                ? "0.0 %"
                : String.format(Locale.ROOT, "%.1f %% (%s)", 100 * (was - is) / was, isMedium ? "medium" : "soft");
    }

    private static long peakHeapMegabytes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                >> 20;
    }
}

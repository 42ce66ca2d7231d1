package dk.grundskema.examples;

import com.sun.management.OperatingSystemMXBean;
import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.documents.problem.ProblemReader;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Score;
import dk.grundskema.solver.engine.Planner;
import dk.grundskema.solver.engine.Solve;
import dk.grundskema.solver.engine.SolveLimits;
import dk.grundskema.solver.engine.SolveProgress;
import dk.grundskema.solver.engine.SolveRequest;
import dk.grundskema.solver.registry.PluginRegistry;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Solves one problem of any family with several seeds, and prints a Markdown table: scores over time and the speed of the search. */
@Command(name = "solve", mixinStandardHelpOptions = true, description = "Solves a problem with several seeds.")
public final class SolveBenchmark implements Callable<Integer> {
    private static final int SEARCHES = 2;
    private static final List<Integer> CURVE_SECONDS = List.of(1, 2, 5, 10, 30);

    @Parameters(description = "The problem's file.")
    private Path file = Path.of("problem.json");

    @Option(
            names = "--seconds",
            defaultValue = "30",
            description = "How long each seed is solved, unless --steps is given.")
    private int seconds;

    @Option(names = "--steps", description = "Steps of each search, rather than seconds.")
    private @Nullable Long steps;

    @Option(names = "--seeds", split = ",", defaultValue = "1,2,3", description = "The seeds.")
    private List<Long> seeds = List.of();

    @Spec
    private @Nullable CommandSpec spec;

    /** Called by picocli. */
    public SolveBenchmark() {}

    /**
     * Solves the problem.
     *
     * @param arguments as in the command's help
     */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new SolveBenchmark()).execute(arguments));
    }

    @Override
    public Integer call() throws InterruptedException {
        PluginRegistry plugins = PluginRegistry.load(SolveBenchmark.class.getClassLoader());
        Problem problem = switch (new ProblemReader(plugins).read(file)) {
            case ReadResult.Success<Problem> good -> good.value();
            case ReadResult.Failure<Problem> bad ->
                throw new ParameterException(
                        spec == null ? new CommandLine(this) : spec.commandLine(),
                        "The problem (%s) can't be read: %s".formatted(file, bad.findings()));
        };
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.printf(
                Locale.ROOT,
                "%s, JDK %s, %d cores, load %.1f%n%n",
                file,
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        out.print(
                "| seed | hard / medium / soft | no hard or medium fault after | moves a CPU-second | searches waited |");
        CURVE_SECONDS.forEach(second -> out.printf(" %d s |", second));
        out.println();
        out.println("|---|---|---|---|---|" + "---|".repeat(CURVE_SECONDS.size()));
        for (long seed : seeds) {
            out.println(solve(problem, plugins, seed));
        }
        return 0;
    }

    /** Solves with one seed and returns its line of the table. CPU time is that of the whole process, loading and garbage collection included. */
    private String solve(Problem problem, PluginRegistry plugins, long seed) throws InterruptedException {
        SolveLimits limits = steps == null ? SolveLimits.of(Duration.ofSeconds(seconds)) : SolveLimits.ofSteps(steps);
        Queue<SolveProgress> reports = new ConcurrentLinkedQueue<>();
        long cpuBefore = cpuNanoseconds();
        Solve solve =
                new Planner(plugins).start(new SolveRequest(problem, "", limits, seed, SEARCHES, null), reports::add);
        solve.await();
        double cpuSeconds = (cpuNanoseconds() - cpuBefore) / 1e9;
        SolveProgress end = solve.progress();
        reports.add(end);
        var line = new StringBuilder(String.format(
                Locale.ROOT,
                "| %d | %s | %s | %,d | %.1f %% |",
                seed,
                text(end.score()),
                firstWithoutFault(reports),
                Math.round(end.moves() / cpuSeconds),
                100.0
                        * end.waited().toMillis()
                        / SEARCHES
                        / Math.max(1, end.elapsed().toMillis())));
        CURVE_SECONDS.forEach(
                second -> line.append(" %s |".formatted(scoreAfter(Duration.ofSeconds(second), reports, end))));
        return line.toString();
    }

    private static long cpuNanoseconds() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static String firstWithoutFault(Queue<SolveProgress> reports) {
        return reports.stream()
                .filter(report -> report.score().isWithoutFault())
                .findFirst()
                .map(report ->
                        String.format(Locale.ROOT, "%.1f s", report.elapsed().toMillis() / 1000.0))
                .orElse("never");
    }

    /** Returns the score at a time; a dash after the end of the solve. */
    private static String scoreAfter(Duration time, Queue<SolveProgress> reports, SolveProgress end) {
        if (end.elapsed().plusMillis(500).compareTo(time) < 0) {
            return "–";
        }
        return reports.stream()
                .filter(report -> report.elapsed().compareTo(time) <= 0)
                .reduce((earlier, later) -> later)
                .map(report -> text(report.score()))
                .orElse("none yet");
    }

    private static String text(Score score) {
        return "%d / %d / %d".formatted(score.hard(), score.medium(), score.soft());
    }
}

package dk.grundskema.examples;

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
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Measures the engine on an example and prints Markdown tables, as shown in {@code docs/performance.md}. Results depend on the
 * machine and its load; no test depends on them.
 */
public final class Benchmark {
    private static final int SEEDS = 5;
    private static final int SEARCHES = 2;
    private static final Duration SOON = Duration.ofSeconds(3);
    private static final Duration LATER = Duration.ofSeconds(10);

    private final Problem problem;
    private final PluginRegistry plugins;
    private final PrintStream out;

    private Benchmark(Problem problem, PluginRegistry plugins, PrintStream out) {
        this.problem = problem;
        this.plugins = plugins;
        this.out = out;
    }

    /**
     * Runs the measurement.
     *
     * @param arguments the problem's file; the camp of three weeks unless given
     * @throws InterruptedException if the thread is interrupted
     */
    public static void main(String[] arguments) throws InterruptedException {
        PluginRegistry plugins = PluginRegistry.load(Benchmark.class.getClassLoader());
        Path file = Path.of(arguments.length > 0 ? arguments[0] : "examples/camp-3-weeks/problem.json");
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (!(new ProblemReader(plugins).read(file) instanceof ReadResult.Success<Problem> good)) {
            throw new IllegalArgumentException(
                    "The problem (%s) can't be read.\nMaybe solve it with the launcher first, which says why?"
                            .formatted(file));
        }
        var benchmark = new Benchmark(good.value(), plugins, out);
        out.printf(
                Locale.ROOT,
                "%s, JDK %s, %d cores, load %.1f, heap at most %d MB%n%n",
                file,
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.getRuntime().maxMemory() >> 20);
        benchmark.printScoresByTime();
    }

    private void printScoresByTime() throws InterruptedException {
        out.println(
                "| seed | no hard or medium fault after | score after 3 s | score after 10 s | moves a second and core |");
        out.println("|---|---|---|---|---|");
        for (long seed = 1; seed <= SEEDS; seed++) {
            Queue<SolveProgress> reports = new ConcurrentLinkedQueue<>();
            var request = new SolveRequest(problem, "", SolveLimits.of(LATER), seed, SEARCHES, null);
            Solve solve = new Planner(plugins).start(request, reports::add);
            solve.await();
            SolveProgress end = solve.progress();
            out.printf(
                    Locale.ROOT,
                    "| %d | %s | %s | %s | %,d |%n",
                    seed,
                    firstWithoutFault(reports),
                    scoreAfterThreeSeconds(reports),
                    scoreText(end.score()),
                    end.moves() * 1000 / end.elapsed().toMillis() / SEARCHES);
        }
        out.printf("%nPeak of the heap: %d MB.%n%n", peakHeapMegabytes());
    }

    private static String firstWithoutFault(Queue<SolveProgress> reports) {
        return reports.stream()
                .filter(progress -> progress.score().isWithoutFault())
                .findFirst()
                .map(progress -> "%.1f s".formatted(progress.elapsed().toMillis() / 1000.0))
                .orElse("never");
    }

    private static String scoreAfterThreeSeconds(Queue<SolveProgress> reports) {
        return reports.stream()
                .filter(progress -> progress.elapsed().compareTo(SOON) <= 0)
                .reduce((earlier, later) -> later)
                .map(progress -> scoreText(progress.score()))
                .orElse("none yet");
    }

    private static String scoreText(Score score) {
        return "%d / %d / %d".formatted(score.hard(), score.medium(), score.soft());
    }

    private static long peakHeapMegabytes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .map(MemoryPoolMXBean::getPeakUsage)
                        .mapToLong(usage -> usage.getUsed())
                        .sum()
                >> 20;
    }
}

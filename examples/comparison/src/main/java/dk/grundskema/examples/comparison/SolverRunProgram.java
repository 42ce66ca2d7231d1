package dk.grundskema.examples.comparison;

import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.RuleResult;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.engine.Planner;
import dk.grundskema.solver.engine.Solve;
import dk.grundskema.solver.engine.SolveLimits;
import dk.grundskema.solver.engine.SolveProgress;
import dk.grundskema.solver.engine.SolveRequest;
import dk.grundskema.solver.registry.PluginRegistry;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Runs one solver once, in a process of its own so that its memory can be measured. */
public final class SolverRunProgram {
    /** Number of cores that both solvers use. */
    private static final int CORES = 2;

    private final PluginRegistry plugins = PluginRegistry.load(SolverRunProgram.class.getClassLoader());
    private final Problem problem;
    private final ProblemFamily family;
    private final int seed;
    private final List<Integer> seconds;
    private final long start;

    private SolverRunProgram(String size, int seed, List<Integer> seconds) {
        this.family = ProblemFamily.of(size, plugins);
        this.problem = family.problem(seed);
        this.seed = seed;
        this.seconds = seconds;
        this.start = System.nanoTime();
    }

    /**
     * Runs and prints the result.
     *
     * @param arguments {@code ours}, {@code cp-sat} or {@code until-legal}; size of the camp, or its number of teams, or
     *         {@code school-} and a number of classes, or {@code groups-} and a size; seed; seconds at which to record, separated
     *         by commas
     * @throws InterruptedException if the thread is interrupted
     */
    public static void main(String[] arguments) throws InterruptedException {
        List<Integer> seconds =
                Arrays.stream(arguments[3].split(",")).map(Integer::valueOf).toList();
        var one = new SolverRunProgram(arguments[1], Integer.parseInt(arguments[2]), seconds);
        SolverRun run =
                arguments[0].equals("cp-sat") ? one.runCpSat() : one.runOwnSolver(arguments[0].equals("until-legal"));
        new PrintStream(System.out, true, StandardCharsets.UTF_8).print(run.toText());
    }

    private SolverRun runOwnSolver(boolean onlyUntilLegal) throws InterruptedException {
        Queue<SolverRun.ScorePoint> reports = new ConcurrentLinkedQueue<>();
        var legal = new CountDownLatch(1);
        var limits = SolveLimits.of(Duration.ofSeconds(seconds.getLast()).minusNanos(System.nanoTime() - start));
        Solve solve = new Planner(plugins).start(new SolveRequest(problem, "", limits, seed, CORES, null), progress -> {
            reports.add(new SolverRun.ScorePoint(
                    elapsedMillis(), progress.score(), family.figures(penalties(progress.rules()))));
            if (onlyUntilLegal && progress.score().isWithoutFault()) {
                legal.countDown();
            }
        });
        if (onlyUntilLegal && legal.await(seconds.getLast(), TimeUnit.SECONDS)) {
            solve.stop();
        }
        Timetable timetable = solve.await();
        SolveProgress end = solve.progress();
        var points = new ArrayList<>(reports);
        points.add(scorePoint(Math.min(elapsedMillis(), seconds.getLast() * 1000L), timetable));
        long moves = end.moves() * 1000 / Math.max(1, end.elapsed().toMillis());
        return new SolverRun(
                points,
                moves,
                countSeats(timetable),
                peakMemoryMegabytes(),
                false,
                0,
                family.forcedMediumPoints(problem));
    }

    private SolverRun runCpSat() {
        var outcome = family.search(problem, CORES, seconds, seed, this::elapsedMillis);
        var points = outcome.found().stream()
                .map(found -> scorePoint(found.millis(), found.timetable()))
                .toList();
        int seats = outcome.best().map(SolverRunProgram::countSeats).orElse(0);
        return new SolverRun(
                points,
                0,
                seats,
                peakMemoryMegabytes(),
                outcome.proved(),
                outcome.bound(),
                family.forcedMediumPoints(problem));
    }

    private SolverRun.ScorePoint scorePoint(long millis, Timetable timetable) {
        return new SolverRun.ScorePoint(
                millis, family.score(problem, timetable), family.figures(family.penalties(problem, timetable)));
    }

    private static Map<String, Long> penalties(List<RuleResult> rules) {
        Map<String, Long> penalties = new HashMap<>();
        rules.forEach(rule -> penalties.put(rule.id(), rule.penalty()));
        return penalties;
    }

    private static int countSeats(Timetable timetable) {
        return timetable.meetings().stream()
                .mapToInt(meeting -> meeting.seats().size())
                .sum();
    }

    private long elapsedMillis() {
        return (System.nanoTime() - start) / 1_000_000;
    }

    /** Returns the peak of resident memory reported by Linux, in megabytes. */
    private static long peakMemoryMegabytes() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}

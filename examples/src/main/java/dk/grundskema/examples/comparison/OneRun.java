package dk.grundskema.examples.comparison;

import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.RuleResult;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.engine.Planner;
import dk.grundskema.solver.engine.Progress;
import dk.grundskema.solver.engine.Solve;
import dk.grundskema.solver.engine.SolveLimits;
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

/** One run of one solver, in a process of its own so that memory is its own. */
public final class OneRun {
    /** On how many cores both solvers run. */
    private static final int CORES = 2;

    private final PluginRegistry plugins = PluginRegistry.load(OneRun.class.getClassLoader());
    private final Problem problem;
    private final Family family;
    private final int seed;
    private final List<Integer> seconds;
    private final long start;

    private OneRun(String size, int seed, List<Integer> seconds) {
        this.family = Family.of(size, plugins);
        this.problem = family.problem(seed);
        this.seed = seed;
        this.seconds = seconds;
        this.start = System.nanoTime();
    }

    /**
     * Runs and prints.
     *
     * @param arguments {@code ours}, {@code cp-sat} or {@code until-legal}; size of the camp, or its number of teams, or {@code school-} and a number of
     *     classes, or {@code groups-} and a size; seed; seconds at which to look, separated by commas
     * @throws InterruptedException if somebody stops it
     */
    public static void main(String[] arguments) throws InterruptedException {
        List<Integer> seconds =
                Arrays.stream(arguments[3].split(",")).map(Integer::valueOf).toList();
        var one = new OneRun(arguments[1], Integer.parseInt(arguments[2]), seconds);
        Run run = arguments[0].equals("cp-sat") ? one.cpSat() : one.ours(arguments[0].equals("until-legal"));
        new PrintStream(System.out, true, StandardCharsets.UTF_8).print(run.text());
    }

    private Run ours(boolean onlyUntilLegal) throws InterruptedException {
        Queue<Run.Point> heard = new ConcurrentLinkedQueue<>();
        var legal = new CountDownLatch(1);
        var limits = SolveLimits.of(Duration.ofSeconds(seconds.getLast()).minusNanos(System.nanoTime() - start));
        Solve solve = new Planner(plugins).start(new SolveRequest(problem, "", limits, seed, CORES, null), progress -> {
            heard.add(new Run.Point(elapsed(), progress.score(), family.figures(penalties(progress.rules()))));
            if (onlyUntilLegal && progress.score().isWithoutFault()) {
                legal.countDown();
            }
        });
        if (onlyUntilLegal && legal.await(seconds.getLast(), TimeUnit.SECONDS)) {
            solve.stop();
        }
        Timetable timetable = solve.await();
        Progress end = solve.progress();
        var points = new ArrayList<>(heard);
        points.add(point(Math.min(elapsed(), seconds.getLast() * 1000L), timetable));
        long moves = end.moves() * 1000 / Math.max(1, end.elapsed().toMillis());
        return new Run(points, moves, seats(timetable), memory(), false, 0, family.forced(problem));
    }

    private Run cpSat() {
        var outcome = family.search(problem, CORES, seconds, seed, this::elapsed);
        var points = outcome.found().stream()
                .map(found -> point(found.millis(), found.timetable()))
                .toList();
        int seats = outcome.best().map(OneRun::seats).orElse(0);
        return new Run(points, 0, seats, memory(), outcome.proved(), outcome.bound(), family.forced(problem));
    }

    private Run.Point point(long millis, Timetable timetable) {
        return new Run.Point(
                millis, family.score(problem, timetable), family.figures(family.penalties(problem, timetable)));
    }

    private static Map<String, Long> penalties(List<RuleResult> rules) {
        Map<String, Long> penalties = new HashMap<>();
        rules.forEach(rule -> penalties.put(rule.id(), rule.penalty()));
        return penalties;
    }

    private static int seats(Timetable timetable) {
        return timetable.meetings().stream()
                .mapToInt(meeting -> meeting.seats().size())
                .sum();
    }

    private long elapsed() {
        return (System.nanoTime() - start) / 1_000_000;
    }

    /** Peak of resident memory as Linux tells it, in megabytes. */
    private static long memory() {
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

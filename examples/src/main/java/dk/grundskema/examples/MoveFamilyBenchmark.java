package dk.grundskema.examples;

import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.documents.problem.ProblemReader;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Score;
import dk.grundskema.solver.engine.Planner;
import dk.grundskema.solver.engine.Solve;
import dk.grundskema.solver.engine.SolveLimits;
import dk.grundskema.solver.engine.SolveRequest;
import dk.grundskema.solver.registry.PluginRegistry;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Shows what each family of moves is worth: solves problems of any family with each family of moves switched off in turn, and
 * prints the median score of several seeds; families that the problem does not need are named together. Searches end on steps, so the load of the machine changes nothing.
 */
@Command(name = "families", mixinStandardHelpOptions = true, description = "Switches off each family of moves in turn.")
public final class MoveFamilyBenchmark implements Callable<Integer> {
    private static final Comparator<Score> BEST_FIRST = Comparator.comparingLong(Score::hard)
            .thenComparingLong(Score::medium)
            .thenComparingLong(Score::soft)
            .reversed();

    @Parameters(description = "Problem files.", arity = "1..*")
    private List<Path> files = List.of();

    @Option(names = "--steps", defaultValue = "20000", description = "Steps of each search.")
    private long steps;

    @Option(names = "--seeds", split = ",", defaultValue = "1,2,3", description = "The seeds.")
    private List<Long> seeds = List.of();

    @Spec
    private @Nullable CommandSpec spec;

    private final PluginRegistry plugins = PluginRegistry.load(MoveFamilyBenchmark.class.getClassLoader());

    /** Called by picocli. */
    public MoveFamilyBenchmark() {}

    /**
     * Prints the tables.
     *
     * @param arguments as in the command's help
     */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new MoveFamilyBenchmark()).execute(arguments));
    }

    @Override
    public Integer call() throws InterruptedException, ExecutionException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (ExecutorService threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            for (Path file : files) {
                Problem problem = read(file);
                out.printf(
                        Locale.ROOT,
                        "%s: %d seeds, %,d steps of one search%n%n| without | hard / medium / soft, median | best | worst |%n|---|---|---|---|%n",
                        file.getFileName(),
                        seeds.size(),
                        steps);
                List<Score> all = scores(problem, new Planner(plugins), threads);
                out.println(line("nothing", all));
                var unused = new ArrayList<String>();
                for (String family : Planner.moveFamilies()) {
                    List<Score> without = scores(problem, new Planner(plugins).withoutMoveFamily(family), threads);
                    if (without.equals(all)) {
                        unused.add(family);
                    } else {
                        out.println(line(family, without));
                    }
                }
                out.printf("%nThe same plans without %s.%n", String.join(", ", unused));
                out.println();
            }
        }
        return 0;
    }

    private Problem read(Path file) {
        return switch (new ProblemReader(plugins).read(file)) {
            case ReadResult.Success<Problem> good -> good.value();
            case ReadResult.Failure<Problem> bad ->
                throw new ParameterException(
                        spec == null ? new CommandLine(this) : spec.commandLine(),
                        "The problem (%s) can't be read: %s".formatted(file, bad.findings()));
        };
    }

    /** Returns the score of each seed, best first. */
    private List<Score> scores(Problem problem, Planner planner, ExecutorService threads)
            throws InterruptedException, ExecutionException {
        List<Future<Score>> ends = new ArrayList<>();
        for (long seed : seeds) {
            var request = new SolveRequest(problem, "", SolveLimits.ofSteps(steps), seed, 1, null);
            ends.add(threads.submit(() -> {
                Solve solve = planner.start(request, progress -> {});
                solve.await();
                return solve.progress().score();
            }));
        }
        var scores = new ArrayList<Score>();
        for (Future<Score> end : ends) {
            scores.add(end.get());
        }
        return scores.stream().sorted(BEST_FIRST).toList();
    }

    private static String line(String name, List<Score> scores) {
        return "| %s | %s | %s | %s |"
                .formatted(name, text(scores.get(scores.size() / 2)), text(scores.getFirst()), text(scores.getLast()));
    }

    private static String text(Score score) {
        return "%d / %d / %d".formatted(score.hard(), score.medium(), score.soft());
    }
}

package dk.grundskema.examples;

import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.documents.problem.ProblemReader;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.engine.RuleCostMeter;
import dk.grundskema.solver.engine.RuleCostMeter.Measurement;
import dk.grundskema.solver.registry.PluginRegistry;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Prints the ten rules whose cost functions take most time of a search, for each problem. Figures depend on the machine; shares depend less on it. */
public final class RuleBenchmark {
    private static final int MOST_RULES = 10;
    private static final long MOVES = 200_000;
    private static final List<String> EXAMPLES = List.of(
            "examples/camp-3-weeks/problem.json",
            "examples/camp-4-weeks-overnight/problem.json",
            "examples/school-12-classes/problem.json",
            "examples/school-30-classes/problem.json",
            "examples/small-groups/problem.json",
            "examples/guide-all-five/problem.json");

    private RuleBenchmark() {}

    /**
     * Measures and prints.
     *
     * @param arguments files of problems; without any, the examples
     */
    public static void main(String[] arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PluginRegistry plugins = PluginRegistry.load(RuleBenchmark.class.getClassLoader());
        for (String file : arguments.length == 0 ? EXAMPLES : Arrays.asList(arguments)) {
            if (!(new ProblemReader(plugins).read(Path.of(file)) instanceof ReadResult.Success<Problem> good)) {
                throw new IllegalArgumentException(
                        "The problem (%s) can't be read.\nMaybe solve it with the launcher first, which says why?"
                                .formatted(file));
            }
            print(file, RuleCostMeter.measure(plugins, good.value(), MOVES, 1), out);
        }
    }

    private static void print(String file, Measurement measured, PrintStream out) {
        out.printf(
                Locale.ROOT,
                "%s: %,d moves in %.1f s%n%n| rule | calls a move | ns a call | ns a move | of the search |%n|---|---|---|---|---|%n",
                file,
                measured.moves(),
                measured.nanos() / 1e9);
        measured.costs().stream()
                .limit(MOST_RULES)
                .forEach(cost -> out.printf(
                        Locale.ROOT,
                        "| %s | %.2f | %,d | %,d | %.1f %% |%n",
                        cost.type().id(),
                        (double) cost.calls() / measured.moves(),
                        cost.nanos() / cost.calls(),
                        cost.nanos() / measured.moves(),
                        100.0 * cost.nanos() / measured.nanos()));
        out.println();
    }
}

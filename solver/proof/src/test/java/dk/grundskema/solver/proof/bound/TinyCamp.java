package dk.grundskema.solver.proof.bound;

import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.documents.problem.ProblemReader;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.engine.Planner;
import dk.grundskema.solver.engine.Solve;
import dk.grundskema.solver.engine.SolveLimits;
import dk.grundskema.solver.engine.SolveRequest;
import dk.grundskema.solver.proof.CpSatLibrary;
import dk.grundskema.solver.registry.PluginRegistry;
import dk.grundskema.solver.spi.RuleType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A camp of one morning with two modules, one team and three staff, and what solves it. */
final class TinyCamp {
    static final OrToolsBoundSolver BOUNDS = new OrToolsBoundSolver(CpSatLibrary.installed());
    private static final PluginRegistry PLUGINS = PluginRegistry.load(TinyCamp.class.getClassLoader());
    static final Planner PLANNER = new Planner(PLUGINS).withBoundSolver(BOUNDS);
    static final Planner PLANNER_WITHOUT_BOUNDS = new Planner(PLUGINS);

    private static final List<String> RULES = Stream.concat(
                    Planner.coreRules().stream(), PLUGINS.all().stream().flatMap(plugin -> plugin.ruleTypes().stream()))
            .filter(type -> type.level() == Level.SOFT)
            .map(RuleType::id)
            .toList();

    private TinyCamp() {}

    static String json() {
        try (var file = Objects.requireNonNull(TinyCamp.class.getResourceAsStream("tiny-camp.json"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Problem problem() {
        return read(json());
    }

    static Problem read(String json) {
        return ((ReadResult.Success<Problem>) new ProblemReader(PLUGINS).read(json, PLANNER::validate)).value();
    }

    /** Returns the problem with all soft rules switched off. */
    static Problem withoutWishes() {
        return weighted(rule -> 0);
    }

    /** Returns the problem with a weight for each soft rule. */
    static Problem weighted(ToLongFunction<String> weight) {
        String weights = RULES.stream()
                .map(rule -> "\"%s\": %d".formatted(rule, weight.applyAsLong(rule)))
                .collect(Collectors.joining(", "));
        return read(json().replaceFirst("\\{", "{\"weights\": {" + weights + "},"));
    }

    /** Starts a solve with one search, and waits for its end. */
    static Solve solve(Planner planner, Problem problem, long steps, long seed) {
        Solve solve = planner.start(
                new SolveRequest(problem, "0", SolveLimits.ofSteps(steps), seed, 1, null), progress -> {});
        try {
            solve.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return solve;
    }
}

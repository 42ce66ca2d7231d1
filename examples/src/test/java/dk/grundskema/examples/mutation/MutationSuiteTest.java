package dk.grundskema.examples.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.documents.problem.ProblemReader;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.check.TimetableChecker;
import dk.grundskema.solver.engine.Planner;
import dk.grundskema.solver.engine.SolveLimits;
import dk.grundskema.solver.engine.SolveRequest;
import dk.grundskema.solver.registry.PluginRegistry;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Changes good plans in one place at a time; the checker must notice each change and name what was changed. */
@Tag("full")
class MutationSuiteTest {
    private static final PluginRegistry PLUGINS = PluginRegistry.load(MutationSuiteTest.class.getClassLoader());

    @ParameterizedTest
    @CsvSource({
        "camp-3-weeks, 5000",
        "camp-4-weeks-overnight, 5000",
        "camp-autumn-clocks, 5000",
        "school-12-classes, 5000",
        "small-groups, 5000",
        "guide-all-five, 5000"
    })
    void everyChangeIsNoticed(String example, long steps) throws InterruptedException {
        Problem problem = problem(example);
        var planner = new Planner(PLUGINS);
        Timetable plan = planner.start(
                        new SolveRequest(problem, "0", SolveLimits.ofSteps(steps), 1, 1, null), progress -> {})
                .await();
        var checker = new TimetableChecker(PLUGINS::find);
        Set<RuleViolation> before = new HashSet<>(checker.check(problem, plan));
        List<Mutation> mutations = new TimetableMutator(problem, plan, planner.demands(problem)).mutations();

        List<String> unnoticed = mutations.stream()
                .filter(one -> !isNoticed(one, problem, checker, before))
                .map(one -> one.kind() + " at " + one.place())
                .toList();

        assertThat(mutations).hasSizeGreaterThan(100);
        assertThat(unnoticed)
                .as(
                        "%d changes of %d kinds",
                        mutations.size(),
                        mutations.stream().map(Mutation::kind).distinct().count())
                .isEmpty();
    }

    private static boolean isNoticed(
            Mutation mutation, Problem problem, TimetableChecker checker, Set<RuleViolation> before) {
        List<Finding> references = checker.validate(problem, mutation.mutated());
        if (references.stream().anyMatch(one -> names(one.arguments(), mutation))) {
            return true;
        }
        return references.isEmpty()
                && checker.check(problem, mutation.mutated()).stream()
                        .filter(fault -> !before.contains(fault))
                        .anyMatch(fault -> names(fault.arguments(), mutation));
    }

    private static boolean names(List<Object> arguments, Mutation mutation) {
        return arguments.stream()
                .anyMatch(one ->
                        mutation.objects().contains(one) || mutation.objects().contains(String.valueOf(one)));
    }

    private static Problem problem(String folder) {
        return ((ReadResult.Success<Problem>) new ProblemReader(PLUGINS).read(Path.of(folder, "problem.json"))).value();
    }
}

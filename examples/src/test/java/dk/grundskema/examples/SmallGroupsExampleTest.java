package dk.grundskema.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.documents.problem.ProblemReader;
import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.examples.generated.SmallGroupsExample;
import dk.grundskema.solver.check.TimetableChecker;
import dk.grundskema.solver.engine.Planner;
import dk.grundskema.solver.engine.SolveLimits;
import dk.grundskema.solver.engine.SolveRequest;
import dk.grundskema.solver.registry.PluginRegistry;
import dk.grundskema.solver.report.FidelityAssessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The school with small groups among the examples. */
class SmallGroupsExampleTest {
    private static final PluginRegistry PLUGINS = PluginRegistry.load(SmallGroupsExampleTest.class.getClassLoader());
    private static final Planner PLANNER = new Planner(PLUGINS);
    private static final Path FILE = Path.of("small-groups", "problem.json");

    @Test
    void fileEqualsTheGeneratorsOutput() throws IOException {
        assertThat(Files.readString(FILE)).isEqualTo(SmallGroupsExample.file());
    }

    private static Problem problem() {
        return switch (new ProblemReader(PLUGINS).read(FILE)) {
            case ReadResult.Success<Problem> good -> good.value();
            case ReadResult.Failure<Problem> bad -> throw new AssertionError(bad.findings());
        };
    }

    @Test
    void groupsAreFormedAndNobodyMissesALesson() throws InterruptedException {
        Problem problem = problem();
        assertThat(PLANNER.validate(problem)).noneMatch(Finding::isError);
        var request = new SolveRequest(problem, "0", SolveLimits.ofSteps(3_000), 1, 1, null);

        Timetable plan = PLANNER.start(request, progress -> {}).await();

        assertThat(new TimetableChecker(PLUGINS::find).check(problem, plan))
                .noneMatch(fault -> fault.level() == Level.HARD);
        var report = new FidelityAssessor(PLUGINS::find).reports(problem, plan).getFirst();
        assertThat(report.breakdowns().getFirst().lines()).hasSizeGreaterThan(15);
        assertThat(report.asks())
                .filteredOn(ask ->
                        ask.code().endsWith("ordinary-lessons") || ask.code().endsWith(".sizes"))
                .extracting(Ask::status)
                .containsOnly(Ask.Status.MET);
    }
}

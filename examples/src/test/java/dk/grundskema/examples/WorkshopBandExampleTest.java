package dk.grundskema.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.documents.problem.ProblemReader;
import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.check.TimetableChecker;
import dk.grundskema.solver.engine.Planner;
import dk.grundskema.solver.engine.SolveLimits;
import dk.grundskema.solver.engine.SolveRequest;
import dk.grundskema.solver.registry.PluginRegistry;
import dk.grundskema.solver.report.FidelityAssessor;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The school with a workshop band among the examples. */
@Tag("examples")
class WorkshopBandExampleTest {
    private static final PluginRegistry PLUGINS = PluginRegistry.load(WorkshopBandExampleTest.class.getClassLoader());
    private static final Planner PLANNER = new Planner(PLUGINS);

    private static Problem problem() {
        ReadResult<Problem> read = new ProblemReader(PLUGINS).read(Path.of("workshop-band", "problem.json"));
        return switch (read) {
            case ReadResult.Success<Problem> good -> good.value();
            case ReadResult.Failure<Problem> bad -> throw new AssertionError(bad.findings());
        };
    }

    @Test
    void everybodyHasAPlaceInEachRoundAndAllThatTheTextAsksForIsMet() throws InterruptedException {
        Problem problem = problem();
        assertThat(PLANNER.validate(problem)).noneMatch(finding -> finding.isError());

        var request = new SolveRequest(problem, "0", SolveLimits.ofSteps(20_000), 1, 1, null);
        Timetable plan = PLANNER.start(request, progress -> {}).await();

        assertThat(new TimetableChecker(PLUGINS::find).check(problem, plan)).isEmpty();
        assertThat(plan.score().hard()).isZero();
        assertThat(plan.score().medium()).isZero();
        var asks = new FidelityAssessor(PLUGINS::find, new TimetableChecker(PLUGINS::find))
                .reports(problem, plan).stream()
                        .flatMap(report -> report.asks().stream())
                        .filter(ask -> ask.code().startsWith("workshop-band."))
                        .toList();
        assertThat(asks)
                .extracting(Ask::code)
                .contains("workshop-band.ask.place", "workshop-band.ask.across-classes", "workshop-band.ask.weeks");
        assertThat(asks).noneMatch(ask -> ask.status() == Ask.Status.SHORT);
    }
}

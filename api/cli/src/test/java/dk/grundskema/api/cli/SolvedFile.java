package dk.grundskema.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.engine.SolveLimits;
import dk.grundskema.solver.engine.SolveRequest;
import java.nio.file.Path;

/** Files of plans for tests that do not ask how they came about. */
final class SolvedFile {
    private SolvedFile() {}

    /**
     * Solves as the command for it does with the first seed and one search, but without what it does afterwards, which takes longer: it proves bounds and
     * looks for what would help.
     */
    static void write(Path problem, Path plan, long steps) {
        var planning = new PluginPlanningFacade();
        var read = (ReadResult.Success<Problem>) planning.readProblem(problem);
        var request = new SolveRequest(read.value(), read.hash(), SolveLimits.ofSteps(steps), 1, 1, null);
        try {
            assertThat(planning.write(
                            planning.startSolve(request, progress -> {}).await(), plan))
                    .isEmpty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

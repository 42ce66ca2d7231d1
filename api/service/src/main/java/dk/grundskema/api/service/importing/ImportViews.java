package dk.grundskema.api.service.importing;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.imports.assembly.ImportCounts;
import dk.grundskema.api.service.plan.PlanViews.PlanView;
import dk.grundskema.domain.problem.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** REST views of imported files. */
final class ImportViews {
    private ImportViews() {}

    /**
     * What came of files.
     *
     * @param understood what was understood, in numbers
     * @param findings   everything that was found
     * @param problem    the problem; {@code null} if it became a plan's
     * @param plan       the plan whose problem it became; {@code null} if none was asked for
     */
    record ImportView(
            ImportCounts understood,
            List<FileFindingView> findings,

            @Schema(implementation = Problem.class) @Nullable
            Json problem,

            @Nullable PlanView plan) {}
}

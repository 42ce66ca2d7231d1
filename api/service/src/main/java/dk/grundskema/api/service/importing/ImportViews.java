package dk.grundskema.api.service.importing;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.imports.assembly.ImportCounts;
import dk.grundskema.api.service.plan.PlanViews.PlanView;
import dk.grundskema.domain.finding.Severity;
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

    /**
     * Something that somebody should know about a file.
     *
     * @param code     stable name of what was found
     * @param severity whether the file can still be used
     * @param file     name of the file as it was sent
     * @param where    place in it as people find it again, such as {@code Staff!C14}; empty means the file as a whole
     * @param text     what it says, in the language that was asked for
     */
    record FileFindingView(String code, Severity severity, String file, String where, String text) {}
}

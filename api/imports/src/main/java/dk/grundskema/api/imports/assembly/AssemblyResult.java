package dk.grundskema.api.imports.assembly;

import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.source.ImportQuestion;
import dk.grundskema.domain.problem.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Result of assembling a problem.
 *
 * @param problem    the problem; {@code null} if there is an error
 * @param directory  resolves names of the files to ids
 * @param understood numbers of what was assembled
 * @param findings   findings of the assembly, without those of the readers
 * @param questions  what the files leave open
 */
public record AssemblyResult(
        @Nullable Problem problem,
        NameDirectory directory,
        ImportCounts understood,
        List<FileFinding> findings,
        List<ImportQuestion> questions) {
    /** Copies the lists. */
    public AssemblyResult {
        findings = List.copyOf(findings);
        questions = List.copyOf(questions);
    }
}

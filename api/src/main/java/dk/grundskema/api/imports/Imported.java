package dk.grundskema.api.imports;

import dk.grundskema.api.imports.assembly.Understood;
import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.domain.finding.Severity;
import dk.grundskema.domain.problem.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of files.
 *
 * @param json       the problem's file; {@code null} means that there is an error, and nothing is to be written
 * @param problem    the same as it was understood, without interventions, to name things by; {@code null} means that it couldn't be made
 * @param understood what was understood of the files, also if there are errors
 * @param findings   everything that was found; with a warning among them, somebody should accept it before the file is written
 */
public record Imported(
        @Nullable String json, @Nullable Problem problem, Understood understood, List<FileFinding> findings) {
    /** Copies the findings. */
    public Imported {
        findings = List.copyOf(findings);
    }

    /** Whether something was found that somebody should accept. */
    public boolean hasWarnings() {
        return findings.stream().anyMatch(each -> each.finding().severity() == Severity.WARNING);
    }

    /** Whether something was found that can't be accepted. */
    public boolean hasErrors() {
        return findings.stream().anyMatch(each -> each.finding().isError());
    }
}

package dk.grundskema.api.imports.assembly;

import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.domain.problem.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was made of files.
 *
 * @param problem    the problem; {@code null} means that there is an error
 * @param directory  who and what is meant by the words of files
 * @param understood what was understood, in numbers
 * @param findings   what is to be said of it, those of the files not included
 */
public record Assembled(
        @Nullable Problem problem, NameDirectory directory, Understood understood, List<FileFinding> findings) {
    /** Copies the findings. */
    public Assembled {
        findings = List.copyOf(findings);
    }
}

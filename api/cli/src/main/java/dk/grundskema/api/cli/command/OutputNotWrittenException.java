package dk.grundskema.api.cli.command;

import dk.grundskema.domain.finding.Finding;
import java.nio.file.Path;
import java.util.List;

/** A result could not be written, although its folder was writable at the start: the disk is full or gone. */
public final class OutputNotWrittenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param file     file of the result
     * @param findings reasons
     */
    OutputNotWrittenException(Path file, List<Finding> findings) {
        super("%s (%s)".formatted(file, findings.getFirst().code()));
    }

    /**
     * Throws if there is a finding.
     *
     * @throws OutputNotWrittenException if there is one
     */
    public static void throwIfAny(Path file, List<Finding> findings) {
        if (!findings.isEmpty()) {
            throw new OutputNotWrittenException(file, findings);
        }
    }
}

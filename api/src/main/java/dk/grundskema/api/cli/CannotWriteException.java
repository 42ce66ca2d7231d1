package dk.grundskema.api.cli;

import dk.grundskema.domain.finding.Finding;
import java.nio.file.Path;
import java.util.List;

/** A result could not be written, though its folder could be when the command began: the disk is full, or gone. */
final class CannotWriteException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param file     what was to be written
     * @param findings why it could not
     */
    CannotWriteException(Path file, List<Finding> findings) {
        super("%s (%s)".formatted(file, findings.getFirst().code()));
    }

    /**
     * Does nothing if there is no finding.
     *
     * @throws CannotWriteException if there is one
     */
    static void throwIfAny(Path file, List<Finding> findings) {
        if (!findings.isEmpty()) {
            throw new CannotWriteException(file, findings);
        }
    }
}

package dk.grundskema.api.cli;

import java.io.IOException;
import java.nio.file.Path;

/** A result could not be written, though its folder could be when the command began: the disk is full, or gone. */
final class CannotWriteException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param file  what was to be written
     * @param cause why it could not
     */
    CannotWriteException(Path file, IOException cause) {
        super("The file (%s) can't be written.".formatted(file), cause);
    }
}

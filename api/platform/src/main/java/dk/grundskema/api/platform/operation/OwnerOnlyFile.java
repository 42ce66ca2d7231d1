package dk.grundskema.api.platform.operation;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Creates files that only their owner can read and write, if the file system supports permissions. */
public final class OwnerOnlyFile {
    private static final Set<PosixFilePermission> OWNERS = PosixFilePermissions.fromString("rw-------");

    private OwnerOnlyFile() {}

    /**
     * Creates an empty file, with its permissions from the first moment.
     *
     * @throws FileAlreadyExistsException if the file exists
     * @throws IOException if it cannot be created
     */
    public static void create(Path file) throws IOException {
        if (supportsPermissions(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNERS));
        } else {
            Files.createFile(file);
        }
    }

    /**
     * Restricts an existing file to its owner.
     *
     * @throws IOException if the file does not exist or belongs to another user
     */
    public static void restrictToOwner(Path file) throws IOException {
        if (supportsPermissions(file)) {
            Files.setPosixFilePermissions(file, OWNERS);
        }
    }

    private static boolean supportsPermissions(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}

package dk.grundskema.api.server.operations;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that only their owner can read and write, where the file system knows such a thing. */
public final class OwnersFile {
    private static final Set<PosixFilePermission> OWNERS = PosixFilePermissions.fromString("rw-------");

    private OwnersFile() {}

    /**
     * Makes an empty one; at no moment anybody else can open it.
     *
     * @throws FileAlreadyExistsException if it is there
     * @throws IOException if it can't be made
     */
    public static void create(Path file) throws IOException {
        if (isKnownWhere(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNERS));
        } else {
            Files.createFile(file);
        }
    }

    /**
     * Closes one that is there to others.
     *
     * @throws IOException if it isn't there or somebody else's
     */
    public static void close(Path file) throws IOException {
        if (isKnownWhere(file)) {
            Files.setPosixFilePermissions(file, OWNERS);
        }
    }

    private static boolean isKnownWhere(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}

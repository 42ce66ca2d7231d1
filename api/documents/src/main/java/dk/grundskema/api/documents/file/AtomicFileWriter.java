package dk.grundskema.api.documents.file;

import dk.grundskema.domain.finding.Finding;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Writes files atomically: a reader sees the old content or the new content, never a part of it. */
public final class AtomicFileWriter {
    private AtomicFileWriter() {}

    /**
     * Writes a text in UTF-8 and replaces the file's content.
     *
     * @return why the file could not be written; empty if it was
     */
    public static List<Finding> write(String text, Path file) {
        return write(text.getBytes(StandardCharsets.UTF_8), file);
    }

    /**
     * Writes bytes and replaces the file's content.
     *
     * @return why the file could not be written; empty if it was
     */
    public static List<Finding> write(byte[] bytes, Path file) {
        if (Files.isDirectory(file)) {
            return List.of(Finding.error("file.is-folder", "", file));
        }
        try {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                Files.write(file, bytes); // a pipe or a terminal can't be replaced
            } else {
                replaceFile(Files.isSymbolicLink(file) ? file.toRealPath() : file.toAbsolutePath(), bytes);
            }
            return List.of();
        } catch (IOException | SecurityException e) {
            return List.of(Finding.error("file.not-writable", "", file));
        }
    }

    /** Writes to a temporary file in the same folder first, so that one move replaces the file. */
    private static void replaceFile(Path file, byte[] bytes) throws IOException {
        if (Files.exists(file) && !Files.isWritable(file)) {
            throw new IOException("The file is write-protected.");
        }
        Path part = file.resolveSibling(".%s.%d.part"
                .formatted(file.getFileName(), ProcessHandle.current().pid()));
        try {
            try (FileChannel channel = FileChannel.open(
                    part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                ByteBuffer rest = ByteBuffer.wrap(bytes);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            moveAtomically(part, file);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Replaces a file by another one on the same disk, atomically if the file system can. */
    static void moveAtomically(Path part, Path file) throws IOException {
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}

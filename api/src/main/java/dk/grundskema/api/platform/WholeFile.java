package dk.grundskema.api.platform;

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

/** Writes files whole or not at all: whoever reads one sees the old text or the new one, never a part. */
public final class WholeFile {
    private WholeFile() {}

    /**
     * Writes a text in UTF-8, in place of what the file held before.
     *
     * @return why it couldn't be written; empty if it was
     */
    public static List<Finding> write(String text, Path file) {
        return write(text.getBytes(StandardCharsets.UTF_8), file);
    }

    /**
     * Writes bytes in place of what the file held before.
     *
     * @return why they couldn't be written; empty if they were
     */
    public static List<Finding> write(byte[] bytes, Path file) {
        if (Files.isDirectory(file)) {
            return List.of(Finding.error("file.is-folder", "", file));
        }
        try {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                Files.write(file, bytes); // a pipe or a terminal can't be replaced
            } else {
                replace(Files.isSymbolicLink(file) ? file.toRealPath() : file.toAbsolutePath(), bytes);
            }
            return List.of();
        } catch (IOException | SecurityException e) {
            return List.of(Finding.error("file.not-writable", "", file));
        }
    }

    /** Writes beside the file first, in the same folder, so that taking its place is one step. */
    private static void replace(Path file, byte[] bytes) throws IOException {
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
            move(part, file);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Puts a file in the place of another of the same disk, in one step where the disk can. */
    static void move(Path part, Path file) throws IOException {
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}

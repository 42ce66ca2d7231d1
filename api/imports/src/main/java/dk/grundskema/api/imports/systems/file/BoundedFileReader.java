package dk.grundskema.api.imports.systems.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads files of limited size. */
public final class BoundedFileReader {
    /** Largest file, in megabytes; a school's timetable has a few. Our own number. */
    public static final int MOST_MEGABYTES = 64;

    private BoundedFileReader() {}

    /** Returns all bytes; {@code null} after reporting why the file can't be read. */
    public static byte @Nullable [] readAll(Path file, SystemSourceBuilder source) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_MEGABYTES * 1_000_000 + 1);
            if (bytes.length > MOST_MEGABYTES * 1_000_000) {
                source.error("", "file.too-large", Files.size(file) / 1_000_000, MOST_MEGABYTES);
                return null;
            }
            return bytes;
        } catch (IOException | SecurityException e) {
            source.error("", "file.not-readable", source.file());
            return null;
        }
    }
}

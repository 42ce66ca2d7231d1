package dk.grundskema.api.imports.systems;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The bytes of a file that isn't larger than any timetable. */
final class WholeBytes {
    /** Largest file, in megabytes: a school's timetable has a few. Ours. */
    static final int MOST_MEGABYTES = 64;

    private WholeBytes() {}

    /** All bytes; {@code null} after a finding was noted. */
    static byte @Nullable [] of(Path file, Notebook notes) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_MEGABYTES * 1_000_000 + 1);
            if (bytes.length > MOST_MEGABYTES * 1_000_000) {
                notes.error("", "file.too-large", Files.size(file) / 1_000_000, MOST_MEGABYTES);
                return null;
            }
            return bytes;
        } catch (IOException | SecurityException e) {
            notes.error("", "file.not-readable", notes.file());
            return null;
        }
    }
}

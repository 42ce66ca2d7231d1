package dk.grundskema.api.platform.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.springframework.stereotype.Component;

/** Detects failures that were caused by a full disk. */
@Component
final class DiskFullDetector {
    private static final String POSTGRESQL_DISK_FULL = "53100";
    private static final long MIN_USABLE_BYTES = 1 << 20;
    private static final List<String> FULL_DISK_MESSAGES =
            List.of("No space left on device", "Disk quota exceeded", "not enough space on the disk");

    private final Path dataFolder;

    DiskFullDetector(ServerSettings settings) {
        this.dataFolder = settings.dataFolder();
    }

    /**
     * Returns whether the failure was caused by a full disk. The embedded database does not always report it, so the free space of its folder is
     * checked too.
     */
    boolean isCauseOf(Throwable failure) {
        return CauseChain.of(failure).stream().anyMatch(this::isDiskFull);
    }

    private boolean isDiskFull(Throwable cause) {
        String said = String.valueOf(cause.getMessage());
        return FULL_DISK_MESSAGES.stream().anyMatch(said::contains)
                || (cause instanceof SQLException sql && (POSTGRESQL_DISK_FULL.equals(sql.getSQLState()) || isFull()));
    }

    private boolean isFull() {
        try {
            return Files.getFileStore(dataFolder).getUsableSpace() < MIN_USABLE_BYTES;
        } catch (IOException e) {
            return false;
        }
    }
}

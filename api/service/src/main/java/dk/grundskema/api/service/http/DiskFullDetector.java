package dk.grundskema.api.service.http;

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
    private static final long NEXT_TO_NOTHING = 1 << 20;
    private static final List<String> SAID =
            List.of("No space left on device", "Disk quota exceeded", "not enough space on the disk");

    private final Path data;

    DiskFullDetector(ServerSettings settings) {
        this.data = settings.dataFolder();
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
        return SAID.stream().anyMatch(said::contains)
                || (cause instanceof SQLException sql && (POSTGRESQL_DISK_FULL.equals(sql.getSQLState()) || isFull()));
    }

    private boolean isFull() {
        try {
            return Files.getFileStore(data).getUsableSpace() < NEXT_TO_NOTHING;
        } catch (IOException e) {
            return false;
        }
    }
}

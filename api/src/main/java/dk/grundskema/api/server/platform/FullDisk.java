package dk.grundskema.api.server.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Knows whether something failed because there is no room left. */
@Component
final class FullDisk {
    private static final String POSTGRESQL_DISK_FULL = "53100";
    private static final long NEXT_TO_NOTHING = 1 << 20;
    private static final List<String> SAID =
            List.of("No space left on device", "Disk quota exceeded", "not enough space on the disk");

    private final Path data;

    FullDisk(@Value("${grundskema.data}") String data) {
        this.data = Path.of(data);
    }

    /** Whether a failure is one of these; the embedded database doesn't always say so, but then the folder does. */
    boolean isReasonOf(Throwable failure) {
        return Causes.of(failure).stream().anyMatch(this::isIt);
    }

    private boolean isIt(Throwable cause) {
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

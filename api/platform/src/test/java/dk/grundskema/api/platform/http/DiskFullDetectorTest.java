package dk.grundskema.api.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.start.ServiceSettingKey;
import dk.grundskema.api.platform.start.ServiceSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.TransactionSystemException;

final class DiskFullDetectorTest {
    @TempDir
    private Path folder;

    @Test
    void fullDiskIsRecognisedByTheCauseOfAFailure() {
        var diskFullDetector =
                new DiskFullDetector(ServiceSettings.of(Map.of(ServiceSettingKey.DATA, folder.toString()))
                        .server());
        var h2 = new SQLException("The database has been closed", "90098", 90098);
        h2.initCause(new IllegalStateException("Writing failed", new IOException("No space left on device")));
        assertThat(diskFullDetector.isCauseOf(new DataAccessResourceFailureException("x", h2)))
                .isTrue();
        var postgresql = new SQLException("could not extend file", "53100");
        assertThat(diskFullDetector.isCauseOf(new DataAccessResourceFailureException("x", postgresql)))
                .isTrue();
        var overridden = new TransactionSystemException("No rollback", new SQLException("Connection is closed"));
        overridden.initApplicationException(new DataAccessResourceFailureException("x", h2));
        assertThat(diskFullDetector.isCauseOf(overridden)).isTrue();
        assertThat(diskFullDetector.isCauseOf(new SQLException("The database has been closed", "90098", 90098)))
                .isFalse();
        assertThat(diskFullDetector.isCauseOf(new IllegalStateException())).isFalse();
    }
}

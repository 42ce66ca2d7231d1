package dk.grundskema.api.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

final class CauseChainTest {
    @Test
    void theFailureOfARowInABatchAndItsCausesAreListed() {
        var disk = new IOException("No space left on device");
        var row = new SQLException("a row", disk);
        var batch = new BatchUpdateException(new int[0]);
        batch.setNextException(row);
        var failure = new IllegalStateException(batch);

        assertThat(CauseChain.of(failure)).containsExactly(failure, batch, row, disk);
    }
}

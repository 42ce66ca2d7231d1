package dk.grundskema.api.platform.start;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/**
 * Evicts broken connections of the embedded database from the pool. When the database cannot write, it closes itself and all its
 * connections become unusable. After all are evicted, the next connection opens the database again in its last written state.
 */
public final class ClosedConnectionEvictor implements SQLExceptionOverride {
    private static final int H2_CLOSED = 90098;
    private static final int H2_GENERAL = 50000;
    private static final int H2_IO = 90028;
    private static final int H2_IO_MORE = 90031;

    /** Tests connections before each use, not only after idle time; takes microseconds with the embedded database. */
    static void enableConnectionTests() {
        System.setProperty("com.zaxxer.hikari.aliveBypassWindowMs", "0");
    }

    @java.lang.Override
    public SQLExceptionOverride.Override adjudicate(SQLException failure) {
        return switch (failure.getErrorCode()) {
            case H2_CLOSED, H2_GENERAL, H2_IO, H2_IO_MORE -> SQLExceptionOverride.Override.MUST_EVICT;
            default -> SQLExceptionOverride.Override.CONTINUE_EVICT;
        };
    }
}

package dk.grundskema.api.server.start;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/**
 * When the embedded database can't write it closes itself, and every connection to it is of no use any more. The pool lets go of such a
 * connection; when all are gone, the next one opens the database anew, as it was when it was last written.
 */
public final class ClosedDatabase implements SQLExceptionOverride {
    private static final int H2_CLOSED = 90098;
    private static final int H2_GENERAL = 50000;
    private static final int H2_IO = 90028;
    private static final int H2_IO_MORE = 90031;

    /** Connections are tried before each use, not only after a rest; embedded, that takes microseconds. */
    static void isLookedForAlways() {
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

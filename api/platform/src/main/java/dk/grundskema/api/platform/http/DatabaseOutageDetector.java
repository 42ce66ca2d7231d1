package dk.grundskema.api.platform.http;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

/** Detects failures that were caused by an unreachable database. */
final class DatabaseOutageDetector {
    /** Prefix of the SQL states of connection failures. */
    private static final String CONNECTION = "08";

    /** SQL states of PostgreSQL: it is stopped, has crashed, is starting, has closed an idle connection, has no connection left, or is read-only. */
    private static final Set<String> UNAVAILABLE_STATES =
            Set.of("57P01", "57P02", "57P03", "57P05", "25P03", "53300", "25006");

    /** Message of a connection that the pool has closed after a failure; it has no SQL state. */
    private static final String CLOSED_MESSAGE = "Connection is closed";

    private DatabaseOutageDetector() {}

    /** Returns whether the failure was caused by an unreachable database. */
    static boolean isCauseOf(Throwable failure) {
        return CauseChain.of(failure).stream()
                .anyMatch(cause -> cause instanceof SQLTransientConnectionException
                        || (cause instanceof SQLException sql
                                && (isOutageState(String.valueOf(sql.getSQLState())) || isDiscardedConnection(sql))));
    }

    private static boolean isDiscardedConnection(SQLException failure) {
        return failure.getSQLState() == null && CLOSED_MESSAGE.equals(failure.getMessage());
    }

    private static boolean isOutageState(String state) {
        return state.startsWith(CONNECTION) || UNAVAILABLE_STATES.contains(state);
    }
}

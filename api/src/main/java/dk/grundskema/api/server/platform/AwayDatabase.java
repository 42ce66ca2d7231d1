package dk.grundskema.api.server.platform;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

/** Knows whether something failed because the database can't be reached. */
final class AwayDatabase {
    /** How the states of connections that failed begin. */
    private static final String CONNECTION = "08";

    /** PostgreSQL is stopped, has crashed, or isn't up yet. */
    private static final Set<String> NOT_UP = Set.of("57P01", "57P02", "57P03");

    private AwayDatabase() {}

    /** Whether a failure is one of these. */
    static boolean isReasonOf(Throwable failure) {
        return Causes.of(failure).stream()
                .anyMatch(cause -> cause instanceof SQLTransientConnectionException
                        || (cause instanceof SQLException sql && isAway(String.valueOf(sql.getSQLState()))));
    }

    private static boolean isAway(String state) {
        return state.startsWith(CONNECTION) || NOT_UP.contains(state);
    }
}

package dk.grundskema.api.server.platform;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

/** Knows whether something failed because the database can't be reached. */
final class AwayDatabase {
    /** How the states of connections that failed begin. */
    private static final String CONNECTION = "08";

    /** PostgreSQL is stopped, has crashed, isn't up yet, has ended an idle connection, has no connection left, or takes no changes. */
    private static final Set<String> NOT_UP = Set.of("57P01", "57P02", "57P03", "57P05", "25P03", "53300", "25006");

    /** What the pool's connection says once it has been given up after a failure; it has no state. */
    private static final String GIVEN_UP = "Connection is closed";

    private AwayDatabase() {}

    /** Whether a failure is one of these. */
    static boolean isReasonOf(Throwable failure) {
        return Causes.of(failure).stream()
                .anyMatch(cause -> cause instanceof SQLTransientConnectionException
                        || (cause instanceof SQLException sql
                                && (isAway(String.valueOf(sql.getSQLState())) || isGivenUp(sql))));
    }

    private static boolean isGivenUp(SQLException failure) {
        return failure.getSQLState() == null && GIVEN_UP.equals(failure.getMessage());
    }

    private static boolean isAway(String state) {
        return state.startsWith(CONNECTION) || NOT_UP.contains(state);
    }
}

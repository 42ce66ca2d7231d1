package dk.grundskema.api.server.platform;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;

/**
 * Knows whether the database gave something up because somebody else was changing the same, or two waited for each other. Nothing of it was done, and
 * asked again it goes through.
 */
final class Collisions {
    /** Who comes after so long finds the others through, as a rule. */
    static final Duration PATIENCE = Duration.ofSeconds(1);

    /** Not one after the other; a deadlock, of both databases; a lock that PostgreSQL, or the embedded database, no longer waits for. */
    private static final Set<String> STATES = Set.of("40001", "40P01", "55P03", "HYT00");

    private Collisions() {}

    /** Whether a failure is one of these. */
    static boolean isReasonOf(Throwable failure) {
        return Causes.of(failure).stream()
                .anyMatch(cause ->
                        cause instanceof SQLException sql && STATES.contains(String.valueOf(sql.getSQLState())));
    }
}

package dk.grundskema.api.platform.http;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;

/** Detects failures that were caused by a concurrent transaction: a write conflict or a deadlock. Nothing was changed, and a retry succeeds. */
final class TransactionConflictDetector {
    /** How long clients wait before they retry; the other transactions are usually done by then. */
    static final Duration RETRY_INTERVAL = Duration.ofSeconds(1);

    /** SQL states: serialization failure; deadlock, of both databases; lock timeout of PostgreSQL and of the embedded database. */
    private static final Set<String> CONFLICT_STATES = Set.of("40001", "40P01", "55P03", "HYT00");

    private TransactionConflictDetector() {}

    /** Returns whether the failure was caused by a concurrent transaction. */
    static boolean isCauseOf(Throwable failure) {
        return CauseChain.of(failure).stream()
                .anyMatch(cause -> cause instanceof SQLException sql
                        && CONFLICT_STATES.contains(String.valueOf(sql.getSQLState())));
    }
}

package dk.grundskema.api.platform.http;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Translates an internal failure into the response for the client; the log gets more details. */
@Component
final class FailureTranslator {
    private static final Logger LOG = LoggerFactory.getLogger(FailureTranslator.class);

    /** How long clients wait before they retry while the database is unreachable: about the time that PostgreSQL takes to restart. */
    static final Duration RETRY_INTERVAL = Duration.ofSeconds(5);

    private final DiskFullDetector diskFullDetector;
    private final List<FailureDescriber> describers;

    FailureTranslator(DiskFullDetector diskFullDetector, List<FailureDescriber> describers) {
        this.diskFullDetector = diskFullDetector;
        this.describers = List.copyOf(describers);
    }

    /** Returns the SQL states without the database's messages: these may quote user input. */
    private static String sqlStates(Throwable failure) {
        return CauseChain.of(failure).stream()
                .filter(SQLException.class::isInstance)
                .map(cause -> "state " + ((SQLException) cause).getSQLState())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** Returns the response: 507 if the disk is full, 503 if a retry is likely to succeed, otherwise 500. */
    RefusalException toRefusal(Throwable failure) {
        if (diskFullDetector.isCauseOf(failure)) {
            LOG.error("The disk is full; the request fails with status 507.");
            return RefusalException.of(HttpStatus.INSUFFICIENT_STORAGE, "rest.disk-full");
        }
        if (DatabaseOutageDetector.isCauseOf(failure)) {
            LOG.error("The database cannot be reached ({}); the request fails with status 503.", sqlStates(failure));
            return RefusalException.retryLater("rest.database-away", RETRY_INTERVAL);
        }
        if (TransactionConflictDetector.isCauseOf(failure)) {
            LOG.warn(
                    "A request conflicted with concurrent changes ({}); the request fails with status 503.",
                    sqlStates(failure));
            return RefusalException.retryLater("rest.others-changing", TransactionConflictDetector.RETRY_INTERVAL);
        }
        LOG.error("A request failed with status 500.", RedactedException.of(failure));
        return CauseChain.of(failure).stream()
                .flatMap(cause -> describers.stream().flatMap(describer -> describer.describe(cause).stream()))
                .findFirst()
                .map(finding -> new RefusalException(HttpStatus.INTERNAL_SERVER_ERROR, List.of(finding)))
                .orElseGet(() -> RefusalException.of(HttpStatus.INTERNAL_SERVER_ERROR, "rest.status-500"));
    }
}

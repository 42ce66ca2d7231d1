package dk.grundskema.api.server.platform;

import java.sql.SQLException;
import java.time.Duration;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What whoever asked is told when answering failed for a reason of ours; the log is told more. */
@Component
final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    /** How long callers are asked to wait for a database that is away: about as long as PostgreSQL takes to start again. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private final FullDisk fullDisk;

    Failures(FullDisk fullDisk) {
        this.fullDisk = fullDisk;
    }

    /** The states that the database gave, without its words: these may quote what somebody typed. */
    private static String states(Throwable failure) {
        return Causes.of(failure).stream()
                .filter(SQLException.class::isInstance)
                .map(cause -> "state " + ((SQLException) cause).getSQLState())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** The answer: 507 if there is no room, 503 if it may well be done when it is asked again, else 500. */
    Refusal told(Throwable failure) {
        if (fullDisk.isReasonOf(failure)) {
            LOG.error("There is no room left on the disk.");
            return Refusal.of(HttpStatus.INSUFFICIENT_STORAGE, "rest.disk-full");
        }
        if (AwayDatabase.isReasonOf(failure)) {
            LOG.error("The database can't be reached ({}); the caller is asked to try again.", states(failure));
            return Refusal.again("rest.database-away", PATIENCE);
        }
        if (Collisions.isReasonOf(failure)) {
            LOG.warn("A request gave way to others that changed the same ({}).", states(failure));
            return Refusal.again("rest.others-changing", Collisions.PATIENCE);
        }
        LOG.error("A request failed.", Unspoken.of(failure));
        return Refusal.of(HttpStatus.INTERNAL_SERVER_ERROR, "rest.status-500");
    }
}

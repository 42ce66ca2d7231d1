package dk.grundskema.api.server.platform;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What whoever asked is told when answering failed for a reason of ours; the log is told more. */
@Component
final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private final FullDisk fullDisk;

    Failures(FullDisk fullDisk) {
        this.fullDisk = fullDisk;
    }

    /** The answer: 507 if there is no room, 503 if it may well be done when it is asked again, else 500. */
    Refusal told(Throwable failure) {
        if (fullDisk.isReasonOf(failure)) {
            LOG.error("There is no room left on the disk.");
            return Refusal.of(HttpStatus.INSUFFICIENT_STORAGE, "rest.disk-full");
        }
        if (AwayDatabase.isReasonOf(failure)) {
            LOG.error("The database can't be reached.", Unspoken.of(failure));
            return Refusal.of(HttpStatus.SERVICE_UNAVAILABLE, "rest.database-away");
        }
        if (Collisions.isReasonOf(failure)) {
            LOG.warn("A request gave way to others that changed the same.", Unspoken.of(failure));
            return Refusal.again("rest.others-changing", Collisions.PATIENCE);
        }
        LOG.error("A request failed.", Unspoken.of(failure));
        return Refusal.of(HttpStatus.INTERNAL_SERVER_ERROR, "rest.status-500");
    }
}

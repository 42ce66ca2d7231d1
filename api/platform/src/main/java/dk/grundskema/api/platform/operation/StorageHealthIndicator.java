package dk.grundskema.api.platform.operation;

import dk.grundskema.api.platform.http.RedactedException;
import io.github.bucket4j.TimeMeter;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Reports whether the database accepts writes. It is down while the disk is full or the database is read-only, because nobody can sign in
 * then. A check writes one row and commits. Its result is valid for five seconds, so that frequent checks cost little.
 */
@Component
final class StorageHealthIndicator implements HealthIndicator {
    /** How long a result is valid. */
    static final Duration RESULT_LIFETIME = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(StorageHealthIndicator.class);

    private static final String NAME = "storage-probe";

    private final JdbcClient database;
    private final InstantSource clock;
    private final TimeMeter timeMeter;
    private final ReentrantLock probeLock = new ReentrantLock();
    private volatile @Nullable Result lastResult;

    /**
     * Result of a check.
     *
     * @param isWritable whether the row was written
     * @param nanos      time of the check on the monotonic clock
     */
    private record Result(boolean isWritable, long nanos) {}

    StorageHealthIndicator(JdbcClient database, InstantSource clock, TimeMeter timeMeter) {
        this.database = database;
        this.clock = clock;
        this.timeMeter = timeMeter;
    }

    /** Returns the state. While one check waits for the database, other callers get the last result. */
    @Override
    public Health health() {
        Result known = lastResult;
        if (known != null && !probeLock.tryLock()) {
            return health(known);
        }
        if (known == null) {
            probeLock.lock();
        }
        try {
            return health(probe());
        } finally {
            probeLock.unlock();
        }
    }

    private static Health health(Result known) {
        return known.isWritable() ? Health.up().build() : Health.outOfService().build();
    }

    private Result probe() {
        long now = timeMeter.currentTimeNanos();
        Result known = lastResult;
        if (known == null || now - known.nanos() >= RESULT_LIFETIME.toNanos()) {
            boolean wasWritable = known == null || known.isWritable();
            known = new Result(write(wasWritable), timeMeter.currentTimeNanos());
            if (known.isWritable() && !wasWritable) {
                LOG.info("The database accepts writes again; the service is ready.");
            }
            lastResult = known;
        }
        return known;
    }

    private boolean write(boolean isNews) {
        try {
            if (update() == 0) {
                database.sql("INSERT INTO milestone (name, reached) VALUES (:name, :now)")
                        .param("name", NAME)
                        .param("now", Timestamp.from(clock.instant()))
                        .update();
            }
            return true;
        } catch (DuplicateKeyException e) { // another process wrote the row at the same moment
            return true;
        } catch (DataAccessException | TransactionException failure) {
            if (isNews) {
                LOG.error(
                        "The database does not accept writes; the service is not ready until it does.",
                        RedactedException.of(failure));
            }
            return false;
        }
    }

    private int update() {
        return database.sql("UPDATE milestone SET reached = :now WHERE name = :name")
                .param("name", NAME)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}

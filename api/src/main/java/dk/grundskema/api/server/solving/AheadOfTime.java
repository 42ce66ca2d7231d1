package dk.grundskema.api.server.solving;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sees to it that no task waits for a moment that a clock named which was ahead for a while: neither a solve that is to be run, nor one whose worker
 * died while it said that it lived until tomorrow, nor what is done every night, such as letting plans forget who took part. What it goes by
 * itself is no clock but the time that passes.
 */
@Component
final class AheadOfTime implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(AheadOfTime.class);

    /** Solves are never queued for later than in some seconds; clocks of several workers differ by less, too. */
    private static final Duration NEVER_SO_LATE = Duration.ofMinutes(1);

    /** What is done again and again is done at least once a day, and a day may have 25 hours. */
    private static final Duration NEVER_LATER = Duration.ofHours(25);

    private static final long EVERY_SECONDS = 30;

    private final JdbcClient database;
    private final InstantSource clock;
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().daemon().name("ahead-of-time").unstarted(task));

    @SuppressWarnings("FutureReturnValueIgnored") // a look lets no failure out
    AheadOfTime(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
        looking.scheduleWithFixedDelay(this::look, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    private void look() {
        try {
            mend();
        } catch (DataAccessException e) {
            LOG.warn("Whether a solve waits for tomorrow could not be seen just now.", e);
        }
    }

    /** Lets what waits for a moment that is too late be run now. */
    void mend() {
        Instant now = clock.instant();
        database.sql("""
                        UPDATE scheduled_tasks SET execution_time = :now
                        WHERE task_name = :name AND picked = FALSE AND execution_time > :late""")
                .param("now", Timestamp.from(now))
                .param("name", SolveQueue.TASK)
                .param("late", Timestamp.from(now.plus(NEVER_SO_LATE)))
                .update();
        database.sql("""
                        UPDATE scheduled_tasks SET execution_time = :now
                        WHERE task_name <> :name AND picked = FALSE AND execution_time > :late""")
                .param("now", Timestamp.from(now))
                .param("name", SolveQueue.TASK)
                .param("late", Timestamp.from(now.plus(NEVER_LATER)))
                .update();
        database.sql("UPDATE scheduled_tasks SET last_heartbeat = :now WHERE picked = TRUE AND last_heartbeat > :late")
                .param("now", Timestamp.from(now))
                .param("late", Timestamp.from(now.plus(NEVER_SO_LATE)))
                .update();
    }

    @Override
    public void destroy() {
        looking.shutdownNow();
    }
}

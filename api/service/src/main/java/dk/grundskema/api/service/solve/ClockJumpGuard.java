package dk.grundskema.api.service.solve;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Runs tasks that are scheduled too far in the future because a clock was ahead for a while. Without it, queued solves, solves of a dead worker
 * and nightly tasks, such as the erasure of personal data, would wait for that time. Measures its own interval with elapsed time, not with the
 * clock.
 */
@Component
final class ClockJumpGuard {
    private static final Logger LOG = LoggerFactory.getLogger(ClockJumpGuard.class);

    /** Solves are never scheduled more than seconds ahead. Also allows for differences between the clocks of workers. */
    private static final Duration MAX_SOLVE_DELAY = Duration.ofMinutes(1);

    /** Recurring tasks run at least daily, and a day can have 25 hours. */
    private static final Duration MAX_RECURRING_DELAY = Duration.ofHours(25);

    private final JdbcClient database;
    private final InstantSource clock;

    ClockJumpGuard(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 30, fixedDelay = 30, timeUnit = TimeUnit.SECONDS)
    void checkTasks() {
        try {
            rescheduleFutureTasks();
        } catch (DataAccessException e) {
            LOG.warn("Tasks scheduled too far ahead could not be checked; retrying.", e);
        }
    }

    /** Schedules tasks with an implausible execution time for now. */
    void rescheduleFutureTasks() {
        Instant now = clock.instant();
        database.sql("""
                        UPDATE scheduled_tasks SET execution_time = :now
                        WHERE task_name = :name AND picked = FALSE AND execution_time > :late""")
                .param("now", Timestamp.from(now))
                .param("name", SolveQueue.TASK)
                .param("late", Timestamp.from(now.plus(MAX_SOLVE_DELAY)))
                .update();
        database.sql("""
                        UPDATE scheduled_tasks SET execution_time = :now
                        WHERE task_name <> :name AND picked = FALSE AND execution_time > :late""")
                .param("now", Timestamp.from(now))
                .param("name", SolveQueue.TASK)
                .param("late", Timestamp.from(now.plus(MAX_RECURRING_DELAY)))
                .update();
        database.sql("UPDATE scheduled_tasks SET last_heartbeat = :now WHERE picked = TRUE AND last_heartbeat > :late")
                .param("now", Timestamp.from(now))
                .param("late", Timestamp.from(now.plus(MAX_SOLVE_DELAY)))
                .update();
    }
}

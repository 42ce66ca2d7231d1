package dk.grundskema.api.service.solve;

import com.github.kagkarlsson.scheduler.Clock;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.jdbc.DefaultJdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dk.grundskema.api.platform.http.FeatureTexts;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Configures the scheduler that runs queued solves. */
@Configuration(proxyBeanMethods = false)
class SolveTaskConfiguration {
    /** Interval in which waiting solves of an organisation at its limit are retried, in case the end of another solve did not trigger them. */
    private static final Duration RETRY_INTERVAL = Duration.ofSeconds(5);

    @Bean
    static FeatureTexts solvingTexts() {
        return FeatureTexts.beside(SolveTaskConfiguration.class);
    }

    @Bean
    static Task<Void> solveTask(SolveWorker worker, ShutdownMonitor closing) {
        return Tasks.custom(SolveQueue.TASK, Void.class)
                .onDeadExecutionRevive()
                .onFailureReschedule(FixedDelay.of(RETRY_INTERVAL))
                .execute((task, context) -> run(worker, closing, task, context));
    }

    private static CompletionHandler<Void> run(
            SolveWorker worker, ShutdownMonitor closing, TaskInstance<Void> task, ExecutionContext context) {
        return switch (worker.run(
                task.getId(),
                () -> closing.hasBegun() || context.getSchedulerState().isShuttingDown())) {
            case COMPLETE -> (complete, operations) -> operations.stop();
            case RETRY_NOW -> (complete, operations) -> operations.reschedule(complete, complete.getTimeDone());
            case RETRY_LATER ->
                (complete, operations) ->
                        operations.reschedule(complete, complete.getTimeDone().plus(RETRY_INTERVAL));
        };
    }

    /** Makes tasks due by the clock of the service, by which they are scheduled. */
    @Bean
    static Clock taskClock(InstantSource clock) {
        return clock::instant;
    }

    /** Picks tasks only when a thread is free, so that priorities at that moment decide. */
    @Bean
    static DbSchedulerCustomizer taskPickingCustomizer(DataSource source) {
        Optional<JdbcCustomization> customization =
                isEmbedded(source) ? Optional.of(new EmbeddedJdbcCustomization()) : Optional.empty();
        return new DbSchedulerCustomizer() {
            @Override
            public Optional<JdbcCustomization> jdbcCustomization() {
                return customization;
            }
        };
    }

    /** Adds support for skipping locked rows, which the embedded database has but the library does not know. */
    private static final class EmbeddedJdbcCustomization extends DefaultJdbcCustomization {
        EmbeddedJdbcCustomization() {
            super(false);
        }

        @Override
        public String getName() {
            return "H2";
        }

        @Override
        public boolean supportsGenericLockAndFetch() {
            return true;
        }

        @Override
        public String createGenericSelectForUpdateQuery(
                String table, int limit, String condition, boolean isByPriority) {
            String order = isByPriority ? "priority DESC, execution_time ASC" : "execution_time ASC";
            return "SELECT * FROM " + table + " WHERE picked = ? AND execution_time <= ? " + condition + " ORDER BY "
                    + order + " FETCH FIRST " + limit + " ROWS ONLY FOR UPDATE SKIP LOCKED";
        }
    }

    /** Releases picked tasks at startup. An embedded database has only one process, so their worker is dead. */
    @Bean
    static SmartInitializingSingleton releasePickedTasks(DataSource source, JdbcClient database) {
        return () -> {
            if (isEmbedded(source)) {
                database.sql("UPDATE scheduled_tasks SET picked = FALSE, picked_by = NULL WHERE picked = TRUE")
                        .update();
            }
        };
    }

    /** Pauses the scheduler in a process without workers. */
    @Bean
    static SmartInitializingSingleton pauseWithoutWorkers(Scheduler scheduler, SolveSettings settings) {
        return () -> {
            if (!settings.isWorking()) {
                scheduler.pause();
            }
        };
    }

    private static boolean isEmbedded(DataSource source) {
        try (var connection = source.getConnection()) {
            return connection.getMetaData().getURL().startsWith("jdbc:h2:");
        } catch (SQLException e) {
            throw new IllegalStateException("The product name of the database could not be read.", e);
        }
    }
}

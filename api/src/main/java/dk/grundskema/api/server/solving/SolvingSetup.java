package dk.grundskema.api.server.solving;

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
import dk.grundskema.api.server.platform.RoomTexts;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How the queue of solves is worked off. */
@Configuration(proxyBeanMethods = false)
class SolvingSetup {
    /** How long an organisation's next solve waits at most if nobody calls it when another one has ended. */
    private static final Duration A_WHILE = Duration.ofSeconds(5);

    @Bean
    static RoomTexts solvingTexts() {
        return new RoomTexts(SolvingSetup.class);
    }

    @Bean
    static Task<Void> solveTask(SolveWorker worker, Closing closing) {
        return Tasks.custom(SolveQueue.TASK, Void.class)
                .onDeadExecutionRevive()
                .onFailureReschedule(FixedDelay.of(A_WHILE))
                .execute((task, context) -> run(worker, closing, task, context));
    }

    private static CompletionHandler<Void> run(
            SolveWorker worker, Closing closing, TaskInstance<Void> task, ExecutionContext context) {
        return switch (worker.run(
                task.getId(),
                () -> closing.hasBegun() || context.getSchedulerState().isShuttingDown())) {
            case GONE -> (complete, operations) -> operations.stop();
            case AT_ONCE -> (complete, operations) -> operations.reschedule(complete, complete.getTimeDone());
            case IN_A_WHILE ->
                (complete, operations) ->
                        operations.reschedule(complete, complete.getTimeDone().plus(A_WHILE));
        };
    }

    /** Tasks are picked only when a thread is free for them, so that the most urgent one at that moment is taken. */
    @Bean
    static DbSchedulerCustomizer picking(DataSource source) {
        Optional<JdbcCustomization> customization = isEmbedded(source) ? Optional.of(new Embedded()) : Optional.empty();
        return new DbSchedulerCustomizer() {
            @Override
            public Optional<JdbcCustomization> jdbcCustomization() {
                return customization;
            }
        };
    }

    /** The embedded database can skip locked rows, which the library doesn't know. */
    private static final class Embedded extends DefaultJdbcCustomization {
        Embedded() {
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

    /** Nobody else can have an embedded database open: whoever had picked a task there is no more, and need not be waited for. */
    @Bean
    static SmartInitializingSingleton takingOverAtOnce(DataSource source, JdbcClient database) {
        return () -> {
            if (isEmbedded(source)) {
                database.sql("UPDATE scheduled_tasks SET picked = FALSE, picked_by = NULL WHERE picked = TRUE")
                        .update();
            }
        };
    }

    /** A process that is to leave solves to others picks none. */
    @Bean
    static SmartInitializingSingleton leavingToOthers(Scheduler scheduler, SolvingSettings settings) {
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
            throw new IllegalStateException("The database could not be asked which one it is.", e);
        }
    }
}

package dk.grundskema.api.server.solving;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import dk.grundskema.api.server.identity.OrganisationId;
import dk.grundskema.api.server.platform.FreshIds;
import java.sql.Timestamp;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The queue of solves, which all processes on one database share. Each solve that waits has a scheduled task; whoever picks it runs the solve. */
@Component
class SolveQueue {
    /** Name of the tasks. */
    static final String TASK = "solve";

    private final JdbcClient database;
    private final SolveJobs jobs;
    private final InstantSource clock;
    private final FreshIds ids;
    private final ObjectProvider<Scheduler> scheduler;

    SolveQueue(
            JdbcClient database,
            SolveJobs jobs,
            InstantSource clock,
            FreshIds ids,
            ObjectProvider<Scheduler> scheduler) {
        this.database = database;
        this.jobs = jobs;
        this.clock = clock;
        this.ids = ids;
        this.scheduler = scheduler;
    }

    /** A name for the task of a solve that is to be queued. */
    String task(SolveId job) {
        return job + "-" + ids.code(6);
    }

    /** Queues a task, as part of the transaction. */
    void add(String task, int priority) {
        scheduler
                .getObject()
                .schedule(
                        new TaskInstance.Builder<Void>(TASK, task)
                                .priority(priority)
                                .build(),
                        clock.instant());
        lookAfterCommit();
    }

    /** Takes a task that nobody has picked yet from the queue; whoever has picked it finds nothing to do. */
    void remove(String task) {
        database.sql("DELETE FROM scheduled_tasks WHERE task_name = :name AND task_instance = :task AND picked = FALSE")
                .param("name", TASK)
                .param("task", task)
                .update();
    }

    /** Lets a task be picked earlier or later. */
    void priority(String task, int priority) {
        database.sql(
                        "UPDATE scheduled_tasks SET priority = :priority WHERE task_name = :name AND task_instance = :task")
                .param("priority", priority)
                .param("name", TASK)
                .param("task", task)
                .update();
    }

    /**
     * Calls the next of an organisation's solves that wait because others of it ran, as part of the transaction. Who is the next is settled by one at
     * a time: otherwise one might be called that another takes away just then, and those behind it by nobody.
     */
    void next(OrganisationId organisation) {
        jobs.lock(organisation);
        database.sql("""
                        UPDATE scheduled_tasks SET execution_time = :now
                        WHERE task_name = :name AND picked = FALSE AND execution_time > :now AND task_instance =
                          (SELECT task FROM solve_job WHERE organisation = :organisation AND state = 'QUEUED'
                           ORDER BY priority DESC, queued, id LIMIT 1)""")
                .param("now", Timestamp.from(clock.instant()))
                .param("name", TASK)
                .param("organisation", organisation.value())
                .update();
        lookAfterCommit();
    }

    private void lookAfterCommit() {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    scheduler.getObject().triggerCheckForDueExecutions();
                }
            });
        }
    }
}

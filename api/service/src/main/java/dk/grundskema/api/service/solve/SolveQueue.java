package dk.grundskema.api.service.solve;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.http.IdGenerator;
import java.sql.Timestamp;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The queue of solves, shared by all processes on one database. Each queued solve has a scheduled task with its priority; the process that picks
 * the task runs the solve. Limits per organisation are enforced when a task is picked: a solve above the limit is put back and triggered when
 * another one ends.
 */
@Component
class SolveQueue {
    /** Name of the tasks. */
    static final String TASK = "solve";

    private final JdbcClient database;
    private final SolveJobRepository jobs;
    private final InstantSource clock;
    private final IdGenerator ids;
    private final ObjectProvider<Scheduler> scheduler;

    SolveQueue(
            JdbcClient database,
            SolveJobRepository jobs,
            InstantSource clock,
            IdGenerator ids,
            ObjectProvider<Scheduler> scheduler) {
        this.database = database;
        this.jobs = jobs;
        this.clock = clock;
        this.ids = ids;
        this.scheduler = scheduler;
    }

    /** Returns a unique task name for a solve to be queued. */
    String newTaskName(SolveId job) {
        return job + "-" + ids.newCode(6);
    }

    /** Queues a task as part of the transaction. */
    void add(String task, int priority) {
        scheduler
                .getObject()
                .schedule(
                        new TaskInstance.Builder<Void>(TASK, task)
                                .priority(priority)
                                .build(),
                        clock.instant());
        triggerAfterCommit();
    }

    /** Removes a task unless it is picked. A process that has picked it finds nothing to run. */
    void remove(String task) {
        database.sql("DELETE FROM scheduled_tasks WHERE task_name = :name AND task_instance = :task AND picked = FALSE")
                .param("name", TASK)
                .param("task", task)
                .update();
    }

    /** Changes the priority of a task. */
    void changePriority(String task, int priority) {
        database.sql(
                        "UPDATE scheduled_tasks SET priority = :priority WHERE task_name = :name AND task_instance = :task")
                .param("priority", priority)
                .param("name", TASK)
                .param("task", task)
                .update();
    }

    /**
     * Triggers the next solve of an organisation that waits because of the limit, as part of the transaction. Serialised by a lock, because
     * otherwise a solve could be triggered that another process removes at that moment, and the ones behind it would not be triggered at all.
     */
    void callNext(OrganisationId organisation) {
        jobs.lockOrganisation(organisation);
        database.sql("""
                        UPDATE scheduled_tasks SET execution_time = :now
                        WHERE task_name = :name AND picked = FALSE AND execution_time > :now AND task_instance =
                          (SELECT task FROM solve_job WHERE organisation = :organisation AND state = 'QUEUED'
                           ORDER BY priority DESC, queued, id LIMIT 1)""")
                .param("now", Timestamp.from(clock.instant()))
                .param("name", TASK)
                .param("organisation", organisation.value())
                .update();
        triggerAfterCommit();
    }

    private void triggerAfterCommit() {
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

package dk.grundskema.api.service.solve;

import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanLifecycleListener;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Deletes the solves of anonymised and purged plans, because their timetables refer to people. Results that became revisions are anonymised with
 * the plan.
 */
@Component
final class SolveLifecycleListener implements PlanLifecycleListener {
    private final JdbcClient database;
    private final DocumentStore documents;
    private final SolveJobRepository jobs;
    private final SolveQueue queue;

    SolveLifecycleListener(JdbcClient database, DocumentStore documents, SolveJobRepository jobs, SolveQueue queue) {
        this.database = database;
        this.documents = documents;
        this.jobs = jobs;
        this.queue = queue;
    }

    /** Ends queued solves with their previous result, and stops running ones; their best timetable is stored but not adopted. */
    @Override
    public void onMoveToTrash(PlanId plan) {
        List<SolveJob> all = jobs.lockActive(plan);
        all.stream()
                .map(SolveJob::organisation)
                .distinct()
                .forEach(jobs::lockOrganisation); // same lock order as callNext
        for (SolveJob job : all) {
            if (job.state() == SolveState.RUNNING) {
                jobs.requestStop(job.id());
            } else if (job.state() == SolveState.QUEUED) {
                jobs.end(job.id(), SolveState.DONE, SolveFinisher.endFindings(job), null);
                queue.remove(job.task());
            }
        }
        all.stream().map(SolveJob::organisation).distinct().forEach(queue::callNext);
    }

    @Override
    public void onForgetPeople(PlanId plan) {
        List<String> timetables = database.sql("""
                        SELECT best FROM solve_job WHERE plan = :plan AND best IS NOT NULL
                        UNION SELECT reference FROM solve_job WHERE plan = :plan AND reference IS NOT NULL""")
                .param("plan", plan.value())
                .query((row, number) -> row.getString(1))
                .list();
        database.sql("DELETE FROM solve_job WHERE plan = :plan")
                .param("plan", plan.value())
                .update();
        timetables.forEach(documents::releaseIfUnused);
    }

    /** A worker that still runs one notices that it no longer owns it and stops. */
    @Override
    public void onPurge(PlanId plan) {
        onForgetPeople(plan);
    }
}

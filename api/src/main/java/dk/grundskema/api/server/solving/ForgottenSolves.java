package dk.grundskema.api.server.solving;

import dk.grundskema.api.server.plans.Documents;
import dk.grundskema.api.server.plans.Forgets;
import dk.grundskema.api.server.plans.PlanId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Solves of a plan that forgets who took part: their timetables say it. What became revisions is there without names; the rest is gone. */
@Component
final class ForgottenSolves implements Forgets {
    private final JdbcClient database;
    private final Documents documents;
    private final SolveJobs jobs;
    private final SolveQueue queue;

    ForgottenSolves(JdbcClient database, Documents documents, SolveJobs jobs, SolveQueue queue) {
        this.database = database;
        this.documents = documents;
        this.jobs = jobs;
        this.queue = queue;
    }

    /** Those that wait have ended, with what they found before; whoever runs one is told to end it, and its best timetable is kept beside the plan. */
    @Override
    public void putAway(PlanId plan) {
        List<SolveJob> all = jobs.lockedThatGoOn(plan);
        all.stream()
                .map(SolveJob::organisation)
                .distinct()
                .forEach(jobs::lock); // before the queue, like whoever calls the next
        for (SolveJob job : all) {
            if (job.state() == SolveState.RUNNING) {
                jobs.stopping(job.id());
            } else if (job.state() == SolveState.QUEUED) {
                jobs.end(job.id(), SolveState.DONE, SolveResults.ended(job), null);
                queue.remove(job.task());
            }
        }
        all.stream().map(SolveJob::organisation).distinct().forEach(queue::next);
    }

    @Override
    public void forget(PlanId plan) {
        List<String> timetables = database.sql("""
                        SELECT best FROM solve_job WHERE plan = :plan AND best IS NOT NULL
                        UNION SELECT reference FROM solve_job WHERE plan = :plan AND reference IS NOT NULL""")
                .param("plan", plan.value())
                .query((row, number) -> row.getString(1))
                .list();
        database.sql("DELETE FROM solve_job WHERE plan = :plan")
                .param("plan", plan.value())
                .update();
        timetables.forEach(documents::dropUnused);
    }

    /** Whoever still runs one finds that it is nobody's any more, and ends it. */
    @Override
    public void drop(PlanId plan) {
        forget(plan);
    }
}

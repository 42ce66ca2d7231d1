package dk.grundskema.api.server.solving;

import dk.grundskema.api.house.Standing;
import dk.grundskema.api.server.identity.AccountId;
import dk.grundskema.api.server.plans.Change;
import dk.grundskema.api.server.plans.Documents;
import dk.grundskema.api.server.plans.Kept;
import dk.grundskema.api.server.plans.Plan;
import dk.grundskema.api.server.plans.Plans;
import dk.grundskema.api.server.plans.Revision;
import dk.grundskema.api.server.plans.RevisionId;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.timetable.Timetable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of the best timetable when a solve ends. */
@Component
class SolveResults {
    private static final int TRIES = 5;

    private final SolveJobs jobs;
    private final SolveQueue queue;
    private final Plans plans;
    private final Documents documents;
    private final TransactionTemplate transaction;

    SolveResults(SolveJobs jobs, SolveQueue queue, Plans plans, Documents documents, TransactionTemplate transaction) {
        this.jobs = jobs;
        this.queue = queue;
        this.plans = plans;
        this.documents = documents;
        this.transaction = transaction;
    }

    /**
     * Ends a solve. If its plan still is as it was when the solve was asked for, the best timetable is a revision of it, in the same transaction;
     * otherwise somebody may make it one later.
     *
     * @param worker the run that ends it, without which nothing is done; {@code null} means that nobody runs it
     */
    void end(SolveId id, @Nullable String worker) {
        for (int i = 1; ; i++) {
            try {
                transaction.executeWithoutResult(status -> {
                    SolveJob job = jobs.lockedWithPlan(id);
                    if (Objects.equals(worker, job.worker()) && !job.state().isEnded()) {
                        RevisionId revision = ifUnchanged(job);
                        jobs.end(id, SolveState.DONE, ended(job), revision);
                        queue.next(job.organisation());
                    }
                });
                return;
            } catch (Refusal changedMeanwhile) {
                // Somebody changed the plan just now: seen from there, it is no longer as it was.
                if (changedMeanwhile.status() != HttpStatus.PRECONDITION_FAILED || i == TRIES) {
                    throw changedMeanwhile;
                }
            }
        }
    }

    /** What is to be said of the end of a solve. */
    static List<Finding> ended(SolveJob job) {
        return job.best() == null ? List.of(Finding.info("solve.stopped-before-anything", "")) : List.of();
    }

    /** Ends a solve that could not be run. */
    void fail(SolveId id, String worker, List<Finding> findings) {
        transaction.executeWithoutResult(status -> {
            SolveJob job = jobs.locked(id);
            if (worker.equals(job.worker())) {
                jobs.end(id, SolveState.FAILED, findings, null);
                queue.next(job.organisation());
            }
        });
    }

    private @Nullable RevisionId ifUnchanged(SolveJob job) {
        Plan plan = plans.find(job.plan()).orElse(null);
        if (job.best() == null || plan == null || !plan.head().equals(job.base())) {
            return null;
        }
        return changed(job, plan, plan.version(), job.author()).head();
    }

    /**
     * Makes the best timetable of a solve that has ended a revision of its plan.
     *
     * @param version the plan's version that this is based on
     * @throws Refusal 409 if there is no timetable, it still runs, or the plan has changed so that the timetable doesn't fit it any more; 412 if the
     *     plan has another version
     */
    Plan adopt(SolveId id, long version, AccountId author) {
        return transaction.execute(status -> {
            SolveJob job = jobs.lockedWithPlan(id);
            if (!job.state().isEnded()) {
                throw Refusal.conflict("solve.not-ended");
            }
            if (job.best() == null) {
                throw Refusal.conflict("solve.no-result");
            }
            Kept.OfProblem present = documents.problem(
                    plans.revision(plans.get(job.plan()).head()).problem());
            Kept.OfTimetable best = documents.timetable(Objects.requireNonNull(job.best()));
            if (!documents.judging(present, best).equals(present)) {
                throw Refusal.conflict("solve.no-longer-fits");
            }
            Plan changed = changed(job, plans.get(job.plan()), version, author);
            jobs.became(id, changed.head());
            return changed;
        });
    }

    private Plan changed(SolveJob job, Plan plan, long version, AccountId author) {
        Revision now = plans.revision(plan.head());
        Kept.OfProblem problem = documents.problem(now.problem());
        Kept.OfTimetable result = documents.keep(remembering(job, now));
        if (result.hash().equals(now.timetable()) && plan.version() == version) {
            return plan;
        }
        var standing = Standing.of(job.rules());
        var change = new Change(
                "revision.solved",
                List.of(
                        String.valueOf(job.asked().seed()),
                        String.valueOf(standing.conflicts()),
                        String.valueOf(standing.missingAdults()),
                        String.valueOf(standing.otherShortfalls()),
                        String.valueOf(standing.wishes())),
                problem,
                result);
        return plans.change(plan.id(), version, change, author);
    }

    /** What was entered about meetings that have been held stays. */
    private Timetable remembering(SolveJob job, Revision now) {
        Timetable best = documents.timetable(Objects.requireNonNull(job.best())).value();
        String present = now.timetable();
        return present == null
                ? best
                : best.remembering(documents.timetable(present).value().deliveries());
    }
}

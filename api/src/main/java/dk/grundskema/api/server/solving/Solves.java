package dk.grundskema.api.server.solving;

import dk.grundskema.api.house.PluginHouse;
import dk.grundskema.api.server.identity.AccountId;
import dk.grundskema.api.server.plans.Commitments;
import dk.grundskema.api.server.plans.Documents;
import dk.grundskema.api.server.plans.Plan;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.plans.Plans;
import dk.grundskema.api.server.plans.Revision;
import dk.grundskema.api.server.plans.RevisionId;
import dk.grundskema.api.server.platform.FreshIds;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.api.server.solving.SolveJob.Asked;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.problem.Problem;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What people do with solves. */
@Component
class Solves {
    private final SolveJobs jobs;
    private final SolveQueue queue;
    private final SolveResults results;
    private final SolvingSettings settings;
    private final Plans plans;
    private final Documents documents;
    private final Commitments commitments;
    private final PluginHouse house;
    private final FreshIds ids;
    private final TransactionTemplate transaction;

    Solves(
            SolveJobs jobs,
            SolveQueue queue,
            SolveResults results,
            SolvingSettings settings,
            Plans plans,
            Documents documents,
            Commitments commitments,
            PluginHouse house,
            FreshIds ids,
            TransactionTemplate transaction) {
        this.jobs = jobs;
        this.queue = queue;
        this.results = results;
        this.settings = settings;
        this.plans = plans;
        this.documents = documents;
        this.commitments = commitments;
        this.house = house;
        this.ids = ids;
        this.transaction = transaction;
    }

    /**
     * Asks for a solve of what a plan is at.
     *
     * @throws Refusal 422 with everything that is wrong with the problem, or if nothing is asked for in it; 409 if there is no timetable to
     *     continue from; 429 if too many of the organisation wait; 404 if the plan is gone, or goes just now
     */
    SolveJob ask(PlanId id, Asked asked, AccountId author) {
        Plan seen = plans.get(id);
        refuseTooMany(seen);
        String checked = plans.revision(seen.head()).problem();
        refuseUnsolvable(seen, checked);
        return transaction.execute(status -> {
            Plan plan = plans.locked(id);
            Revision base = plans.revision(plan.head());
            if (!base.problem().equals(checked)) {
                refuseUnsolvable(plan, base.problem()); // somebody changed it meanwhile
            }
            boolean isContinued = asked.continueFrom() == ContinueFrom.CURRENT;
            if (isContinued && base.timetable() == null) {
                throw Refusal.conflict("solve.no-timetable");
            }
            jobs.lock(plan.organisation());
            refuseTooMany(plan);
            var job = new SolveId(ids.id());
            String task = queue.task(job);
            Asked close = asked.closeTo(isContinued ? base.timetable() : null);
            jobs.add(job, task, plan.organisation(), id, base.id(), author.value(), close);
            queue.add(task, asked.priority());
            return jobs.get(job);
        });
    }

    private void refuseTooMany(Plan plan) {
        int waiting = jobs.count(plan.organisation(), List.of(SolveState.QUEUED));
        if (waiting >= settings.queuedPerOrganisation()) {
            throw Refusal.of(HttpStatus.TOO_MANY_REQUESTS, "solve.too-many-queued", waiting);
        }
    }

    private void refuseUnsolvable(Plan plan, String hash) {
        Problem problem = commitments.busy(plan, documents.problem(hash)).value();
        List<Finding> errors =
                house.validate(problem).stream().filter(Finding::isError).toList();
        if (!errors.isEmpty()) {
            throw Refusal.unusable(errors);
        }
        if (problem.interventions().isEmpty()) {
            throw Refusal.unusable("solve.nothing-asked", "/interventions");
        }
    }

    /** Ends a solve; its best timetable so far becomes its result. One that has ended stays as it is. */
    SolveJob stop(SolveId id) {
        transaction.executeWithoutResult(status -> {
            SolveJob job = jobs.locked(id);
            if (job.state() == SolveState.RUNNING) {
                jobs.stopping(id);
            }
        });
        SolveJob waiting = jobs.get(id);
        if (waiting.state() == SolveState.QUEUED) {
            results.end(id, null);
            queue.remove(waiting.task());
        }
        SolveJob now = jobs.get(id);
        // Somebody may have begun to run it just now.
        return now.state() == SolveState.RUNNING ? stop(id) : now;
    }

    /**
     * Lets a solve that has ended go on from its best timetable.
     *
     * @param more when it is to end, counted from now
     * @throws Refusal 409 if it hasn't ended or the plan has no such revision any more; 429 if too many of the organisation wait; 404 if it or
     *     its plan is gone
     */
    SolveJob goOn(SolveId id, SolveEnd more) {
        return transaction.execute(status -> {
            SolveJob job = jobs.lockedWithPlan(id);
            if (!job.state().isEnded()) {
                throw Refusal.conflict("solve.not-ended");
            }
            Plan plan = plans.get(job.plan());
            jobs.lock(job.organisation());
            refuseTooMany(plan);
            String task = queue.task(id);
            RevisionId became = job.revision();
            jobs.again(
                    id,
                    task,
                    became != null && plan.head().equals(became) ? became : job.base(),
                    more.plus(job.spent().elapsed(), job.spent().steps()));
            queue.add(task, job.asked().priority());
            return jobs.get(id);
        });
    }

    /**
     * Lets a waiting solve be run earlier or later.
     *
     * @throws Refusal 409 if it doesn't wait
     */
    SolveJob priority(SolveId id, int priority) {
        return transaction.execute(status -> {
            SolveJob job = jobs.locked(id);
            if (job.state() != SolveState.QUEUED) {
                throw Refusal.conflict("solve.not-queued");
            }
            jobs.priority(id, priority);
            queue.priority(job.task(), priority);
            return jobs.get(id);
        });
    }
}

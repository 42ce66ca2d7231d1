package dk.grundskema.api.service.solve;

import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.platform.http.IdGenerator;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.Revision;
import dk.grundskema.api.service.plan.RevisionId;
import dk.grundskema.api.service.plan.lifecycle.CommitmentResolver;
import dk.grundskema.api.service.solve.SolveJob.SolveOptions;
import dk.grundskema.api.service.solve.SolveRequestBodies.NewSolve;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Horizon;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.change.ChangeRequest;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Queues, stops and continues solves. */
@Component
public class SolveService {
    private final SolveJobRepository jobs;
    private final SolveQueue queue;
    private final SolveFinisher solveFinisher;
    private final SolveSettings settings;
    private final PlanStore plans;
    private final DocumentStore documents;
    private final CommitmentResolver commitments;
    private final PluginPlanningFacade planning;
    private final IdGenerator ids;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    SolveService(
            SolveJobRepository jobs,
            SolveQueue queue,
            SolveFinisher solveFinisher,
            SolveSettings settings,
            PlanStore plans,
            DocumentStore documents,
            CommitmentResolver commitments,
            PluginPlanningFacade planning,
            IdGenerator ids,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.jobs = jobs;
        this.queue = queue;
        this.solveFinisher = solveFinisher;
        this.settings = settings;
        this.plans = plans;
        this.documents = documents;
        this.commitments = commitments;
        this.planning = planning;
        this.ids = ids;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Queues a solve of a plan's current revision that ends after a time.
     *
     * @param seconds time limit, 1 to 86400
     * @param from    start of the search; {@code null} means the plan's timetable, if it has one
     * @throws RefusalException as {@link #enqueue(PlanId, SolveOptions, AccountId)}
     * @throws dk.grundskema.domain.finding.InvalidValueException if the seconds are out of range
     */
    public void enqueue(PlanId plan, int seconds, @Nullable ContinueFrom from, AccountId author) {
        enqueue(plan, new NewSolve(seconds, null, null, null, null, null, from).toOptions(), author);
    }

    /**
     * Queues a solve of a plan's current revision.
     *
     * @throws RefusalException 422 with all errors of the problem, if nothing is asked for in it, or if a plan in use would lose what has been held; 409 if there is no timetable to continue from or a plan in use is over; 429
     *     if too many solves of the organisation are queued; 404 if the plan does not exist
     */
    SolveJob enqueue(PlanId id, SolveOptions asked, AccountId author) {
        Plan seen = plans.get(id);
        refuseTooMany(seen);
        String checked = plans.revision(seen.head()).problem();
        refuseUnsolvable(seen, checked);
        if (asked.continueFrom() != ContinueFrom.NOTHING) {
            refuseOtherPast(seen, plans.revision(seen.head()));
        }
        return transaction.execute(status -> {
            Plan plan = plans.lock(id);
            Revision base = plans.revision(plan.head());
            if (!base.problem().equals(checked)) {
                refuseUnsolvable(plan, base.problem()); // the plan was changed since the first check
            }
            ContinueFrom start = asked.continueFrom();
            if (start == null) {
                start = base.timetable() == null ? ContinueFrom.NOTHING : ContinueFrom.CURRENT;
            }
            boolean isContinued = start == ContinueFrom.CURRENT;
            if (isContinued && base.timetable() == null) {
                throw RefusalException.conflict("solve.no-timetable");
            }
            boolean isCheckedPast = base.id().equals(seen.head()) && plan.inUse() == seen.inUse();
            if (isContinued && !isCheckedPast) {
                refuseOtherPast(plan, base);
            }
            jobs.lockOrganisation(plan.organisation());
            refuseTooMany(plan);
            var job = new SolveId(ids.newId());
            String task = queue.newTaskName(job);
            SolveOptions close = asked.withStart(start, isContinued ? base.timetable() : null);
            jobs.add(job, task, plan.organisation(), id, base.id(), author.value(), close);
            queue.add(task, asked.priority());
            return jobs.get(job);
        });
    }

    private void refuseTooMany(Plan plan) {
        int waiting = jobs.count(plan.organisation(), List.of(SolveState.QUEUED));
        if (waiting >= settings.queuedPerOrganisation()) {
            throw RefusalException.of(HttpStatus.TOO_MANY_REQUESTS, "solve.too-many-queued", waiting);
        }
    }

    private void refuseUnsolvable(Plan plan, String hash) {
        Problem problem =
                commitments.withCommitments(plan, documents.problem(hash)).value();
        List<Finding> errors =
                planning.validate(problem).stream().filter(Finding::isError).toList();
        if (!errors.isEmpty()) {
            throw RefusalException.unusable(errors);
        }
        if (problem.interventions().isEmpty()) {
            throw RefusalException.unusable("solve.nothing-asked", "/interventions");
        }
    }

    /** A solve is about the plan as it was; in a plan in use more may have been held since. */
    private void refuseContinuingInUse(Plan plan) {
        Horizon horizon =
                documents.problem(plans.revision(plan.head()).problem()).value().horizon();
        if (PlanMoment.of(plan, horizon, clock.instant()).isPresent()) {
            throw RefusalException.conflict("solve.plan-in-use");
        }
    }

    /** Refuses a problem without people, rooms, classes or sessions of meetings that have been held in a plan in use. */
    private void refuseOtherPast(Plan plan, Revision base) {
        String held = base.timetable();
        if (held == null || !plan.inUse()) {
            return;
        }
        Problem problem = commitments
                .withCommitments(plan, documents.problem(base.problem()))
                .value();
        PlanMoment.of(plan, problem.horizon(), clock.instant()).ifPresent(now -> {
            LocalDate last = problem.horizon().lastDay();
            if (now.toLocalDate().isAfter(last)) {
                throw RefusalException.conflict("solve.plan-over", last);
            }
            Timetable timetable = documents.timetable(held).value();
            List<Finding> errors = planning.validateChange(new ChangeRequest(problem, problem, timetable, now));
            if (!errors.isEmpty()) {
                throw RefusalException.unusable(errors);
            }
        });
    }

    /** Stops a solve. Its best timetable so far becomes the result. Does nothing if it has ended. */
    SolveJob stop(SolveId id) {
        transaction.executeWithoutResult(status -> {
            SolveJob job = jobs.lockJob(id);
            if (job.state() == SolveState.RUNNING) {
                jobs.requestStop(id);
            }
        });
        SolveJob waiting = jobs.get(id);
        if (waiting.state() == SolveState.QUEUED) {
            solveFinisher.end(id, null);
            queue.remove(waiting.task());
        }
        SolveJob currentJob = jobs.get(id);
        // A worker may just have started it.
        return currentJob.state() == SolveState.RUNNING ? stop(id) : currentJob;
    }

    /**
     * Continues a solve that has ended from its best timetable.
     *
     * @param more limits, counted from now
     * @throws RefusalException 409 if it has not ended, the plan no longer has such a revision, or it is in use and goes on; 429 if too many solves of the organisation are queued;
     *     404 if it or its plan does not exist
     */
    SolveJob continueSolve(SolveId id, SolveJobLimits more) {
        return transaction.execute(status -> {
            SolveJob job = jobs.lockWithPlan(id);
            if (!job.state().isEnded()) {
                throw RefusalException.conflict("solve.not-ended");
            }
            Plan plan = plans.get(job.plan());
            refuseContinuingInUse(plan);
            jobs.lockOrganisation(job.organisation());
            refuseTooMany(plan);
            String task = queue.newTaskName(id);
            RevisionId became = job.revision();
            jobs.requeue(
                    id,
                    task,
                    became != null && plan.head().equals(became) ? became : job.base(),
                    more.extendedBy(job.spent().elapsed(), job.spent().steps()));
            queue.add(task, job.asked().priority());
            return jobs.get(id);
        });
    }

    /**
     * Changes the priority of a queued solve.
     *
     * @throws RefusalException 409 if it is not queued
     */
    SolveJob changePriority(SolveId id, int priority) {
        return transaction.execute(status -> {
            SolveJob job = jobs.lockJob(id);
            if (job.state() != SolveState.QUEUED) {
                throw RefusalException.conflict("solve.not-queued");
            }
            jobs.setPriority(id, priority);
            queue.changePriority(job.task(), priority);
            return jobs.get(id);
        });
    }
}

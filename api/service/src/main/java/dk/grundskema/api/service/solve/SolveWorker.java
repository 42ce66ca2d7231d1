package dk.grundskema.api.service.solve;

import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.Revision;
import dk.grundskema.api.service.plan.RevisionId;
import dk.grundskema.api.service.plan.StoredDocument;
import dk.grundskema.api.service.plan.history.PlanStatusReader;
import dk.grundskema.api.service.plan.history.RecordedAbsences;
import dk.grundskema.api.service.plan.lifecycle.CommitmentResolver;
import dk.grundskema.api.service.solve.SolveClaimRepository.Claim;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.change.Absence;
import dk.grundskema.solver.engine.Solve;
import dk.grundskema.solver.engine.SolveLimits;
import dk.grundskema.solver.engine.SolveListener;
import dk.grundskema.solver.engine.SolveRequest;
import dk.grundskema.solver.registry.PluginFailedException;
import dk.grundskema.solver.registry.RuleFailedException;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Runs the solves that this process picks from the queue. */
@Component
class SolveWorker {
    private static final Logger LOG = LoggerFactory.getLogger(SolveWorker.class);

    private final SolveClaimRepository claims;
    private final SolveFinisher solveFinisher;
    private final PlanStore plans;
    private final DocumentStore documents;
    private final CommitmentResolver commitments;
    private final RecordedAbsences recordedAbsences;
    private final PluginPlanningFacade planning;
    private final PlanStatusReader planStatuses;

    SolveWorker(
            SolveClaimRepository claims,
            SolveFinisher solveFinisher,
            PlanStore plans,
            DocumentStore documents,
            CommitmentResolver commitments,
            RecordedAbsences recordedAbsences,
            PluginPlanningFacade planning,
            PlanStatusReader planStatuses) {
        this.claims = claims;
        this.solveFinisher = solveFinisher;
        this.plans = plans;
        this.documents = documents;
        this.commitments = commitments;
        this.recordedAbsences = recordedAbsences;
        this.planning = planning;
        this.planStatuses = planStatuses;
    }

    /** What happens to the task. */
    enum TaskOutcome {
        /** It is done and removed. */
        COMPLETE,
        /** It can be picked again at once. */
        RETRY_NOW,
        /** It can be picked again when another solve ends, or after a while. */
        RETRY_LATER
    }

    /**
     * Runs the solve of a task.
     *
     * @param isClosing whether this process is shutting down
     */
    TaskOutcome run(String task, BooleanSupplier isClosing) {
        return switch (claims.claim(task)) {
            case Claim.NothingToRun nothing -> TaskOutcome.COMPLETE;
            case Claim.RunLater later -> TaskOutcome.RETRY_LATER;
            case Claim.RunNow run -> run(run.job(), run.worker(), isClosing);
        };
    }

    private TaskOutcome run(SolveJob job, String worker, BooleanSupplier isClosing) {
        try {
            Optional<Plan> plan = plans.find(job.plan());
            if (plan.isEmpty()) {
                solveFinisher.end(job.id(), worker); // the plan was deleted, which is no failure
                return TaskOutcome.COMPLETE;
            }
            var end = job.asked()
                    .end()
                    .remainingAfter(job.spent().elapsed(), job.spent().steps());
            boolean isThrough = end.isReached() || job.state() == SolveState.STOPPING;
            if (job.best() == null || !isThrough) {
                var run = new SolveRun(job, worker, claims, documents, isClosing);
                SolveRun.RunEnding ending = run.run(listener -> start(job, plan.get(), worker, end, listener));
                if (ending == SolveRun.RunEnding.LOST) {
                    LOG.warn("Solve {} was taken over by another worker.", job.id());
                    return TaskOutcome.COMPLETE;
                }
                if (ending == SolveRun.RunEnding.CLOSING) {
                    claims.requeue(job.id(), worker);
                    return TaskOutcome.RETRY_NOW;
                }
            }
            solveFinisher.end(job.id(), worker).ifPresent(this::countStatus);
        } catch (RefusalException refusal) {
            LOG.warn("Solve {} cannot be run: {}.", job.id(), refusal.getMessage());
            solveFinisher.fail(job.id(), worker, refusal.findings());
        } catch (SolveFailedException e) {
            LOG.error("Solve {} failed.", job.id(), e);
            solveFinisher.fail(job.id(), worker, List.of(failure(e.getCause())));
        } catch (DataAccessException | TransactionException e) {
            if (isTransient(e)) {
                claims.release(job.id(), worker);
            }
            throw e;
        }
        return TaskOutcome.COMPLETE;
    }

    /** Counts the status of the result, so that the next page need not. The solve has ended, so that a failure is logged only. */
    private void countStatus(RevisionId result) {
        try {
            planStatuses.store(plans.revision(result));
        } catch (RuntimeException e) {
            LOG.warn("The status of revision {} was not counted; the next page counts it.", result, e);
        }
    }

    /**
     * Returns whether a retry may succeed, because the database was unavailable or out of resources. Statements that the database will never
     * accept are not retried.
     */
    private static boolean isTransient(Exception failure) {
        return !(failure instanceof DataIntegrityViolationException
                || failure instanceof InvalidDataAccessApiUsageException
                || failure instanceof InvalidDataAccessResourceUsageException);
    }

    private Solve start(SolveJob job, Plan plan, String worker, SolveJobLimits end, SolveListener listener) {
        SolveRequest request = request(job, plan, worker, end);
        return request.reference() == null
                ? planning.startSolve(request, listener)
                : PlanMoment.of(plan, request.problem().horizon(), job.queued())
                        .map(now -> planning.continuePlan(request, now, listener))
                        .orElseGet(() -> planning.startSolve(request, listener));
    }

    private SolveRequest request(SolveJob job, Plan plan, String worker, SolveJobLimits end) {
        Revision base = plans.revision(job.base());
        StoredDocument.StoredProblem asked = documents.problem(base.problem());
        StoredDocument.StoredProblem effective = withoutAbsent(plan, base, commitments.withCommitments(plan, asked));
        claims.recordEffectiveProblem(job.id(), worker, effective.hash());
        return new SolveRequest(
                effective.value(),
                asked.hash(),
                limits(end),
                job.asked().seed(),
                job.asked().searches(),
                timetable(job.asked().reference()),
                timetable(job.best()));
    }

    /** Returns the problem in which people get no duties while they are recorded as absent, and keep the series that they have. */
    private StoredDocument.StoredProblem withoutAbsent(Plan plan, Revision base, StoredDocument.StoredProblem problem) {
        List<Absence> away = recordedAbsences.toCome(plan.id(), problem.value().horizon());
        return away.isEmpty()
                ? problem
                : documents.storeChanged(
                        problem,
                        RecordedAbsences.withoutAllButSeries(problem.value(), timetable(base.timetable()), away));
    }

    private @Nullable Timetable timetable(@Nullable String hash) {
        return hash == null ? null : documents.timetable(hash).value();
    }

    /** Returns the limits for the solver. A solve stopped before its first timetable gets one step to make one. */
    private static SolveLimits limits(SolveJobLimits end) {
        return end.isReached() ? SolveLimits.ofSteps(1) : new SolveLimits(end.time(), end.steps(), end.unimproved());
    }

    private static Finding failure(@Nullable Throwable cause) {
        for (Throwable one = cause; one != null; one = one.getCause()) {
            if (one instanceof PluginFailedException plugin) {
                return Finding.error("solve.plugin-failed", "", plugin.plugin(), plugin.method());
            }
            if (one instanceof RuleFailedException rule) {
                return Finding.error("solve.rule-failed", "", rule.rule());
            }
            if (one instanceof OutOfMemoryError) {
                return Finding.error("solve.no-memory", "");
            }
        }
        return Finding.error("solve.failed", "");
    }
}

package dk.grundskema.api.service.solve;

import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.planning.change.ChangePlanner;
import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.Revision;
import dk.grundskema.api.service.plan.RevisionContent;
import dk.grundskema.api.service.plan.RevisionId;
import dk.grundskema.api.service.plan.StoredDocument;
import dk.grundskema.api.service.plan.history.RecordedAbsences;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Horizon;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.change.Absence;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Ends solves and adopts their best timetable as a revision of the plan. */
@Component
class SolveFinisher {
    private static final int MAX_ATTEMPTS = 5;

    private final SolveJobRepository jobs;
    private final SolveQueue queue;
    private final PlanStore plans;
    private final DocumentStore documents;
    private final TransactionTemplate transaction;
    private final PluginPlanningFacade planning;
    private final RecordedAbsences recordedAbsences;

    SolveFinisher(
            SolveJobRepository jobs,
            SolveQueue queue,
            PlanStore plans,
            DocumentStore documents,
            TransactionTemplate transaction,
            PluginPlanningFacade planning,
            RecordedAbsences recordedAbsences) {
        this.recordedAbsences = recordedAbsences;
        this.jobs = jobs;
        this.queue = queue;
        this.plans = plans;
        this.documents = documents;
        this.transaction = transaction;
        this.planning = planning;
    }

    /**
     * Ends a solve. If the plan has not changed since the solve was requested, the best timetable becomes a revision in the same transaction;
     * otherwise it can be adopted later.
     *
     * @param worker run that ends it, which must still own it; {@code null} means that nobody runs it
     * @return the revision; empty if the plan is unchanged
     */
    Optional<RevisionId> end(SolveId id, @Nullable String worker) {
        for (int i = 1; ; i++) {
            try {
                return Optional.ofNullable(transaction.execute(status -> {
                    SolveJob job = jobs.lockWithPlan(id);
                    if (!Objects.equals(worker, job.worker()) || job.state().isEnded()) {
                        return null;
                    }
                    RevisionId revision = adoptIfUnchanged(job);
                    jobs.end(id, SolveState.DONE, endFindings(job), revision);
                    queue.callNext(job.organisation());
                    return revision;
                }));
            } catch (RefusalException changedMeanwhile) {
                // The plan was changed concurrently. Retry: the plan then counts as changed.
                if (changedMeanwhile.status() != HttpStatus.PRECONDITION_FAILED || i == MAX_ATTEMPTS) {
                    throw changedMeanwhile;
                }
            }
        }
    }

    /** Returns the remarks about the end of a solve. */
    static List<Finding> endFindings(SolveJob job) {
        return job.best() == null ? List.of(Finding.info("solve.stopped-before-anything", "")) : List.of();
    }

    /** Ends a solve that failed. */
    void fail(SolveId id, String worker, List<Finding> findings) {
        transaction.executeWithoutResult(status -> {
            SolveJob job = jobs.lockJob(id);
            if (worker.equals(job.worker())) {
                jobs.end(id, SolveState.FAILED, findings, null);
                queue.callNext(job.organisation());
            }
        });
    }

    private @Nullable RevisionId adoptIfUnchanged(SolveJob job) {
        Plan plan = plans.find(job.plan()).orElse(null);
        if (job.best() == null
                || plan == null
                || !plan.head().equals(job.base())
                || givesDutiesToAbsentStaff(job, plan)) {
            return null;
        }
        return applyResult(job, plan, plan.version(), job.author()).head();
    }

    /**
     * Creates a revision of the plan from the best timetable of a solve that has ended.
     *
     * @param version version of the plan that this is based on
     * @throws RefusalException 409 if there is no timetable, the solve is running, the timetable no longer fits the plan, or gives duties to people who were recorded as absent since; 412 if the plan has another
     *     version
     */
    Plan adopt(SolveId id, long version, AccountId author) {
        return transaction.execute(status -> {
            SolveJob job = jobs.lockWithPlan(id);
            if (!job.state().isEnded()) {
                throw RefusalException.conflict("solve.not-ended");
            }
            if (job.best() == null) {
                throw RefusalException.conflict("solve.no-result");
            }
            StoredDocument.StoredProblem present = documents.problem(
                    plans.revision(plans.get(job.plan()).head()).problem());
            StoredDocument.StoredTimetable best = documents.timetable(Objects.requireNonNull(job.best()));
            if (!documents.ratedPlan(present, best).problem().equals(present)) {
                throw RefusalException.conflict("solve.no-longer-fits");
            }
            if (givesDutiesToAbsentStaff(job, plans.get(job.plan()))) {
                throw RefusalException.conflict("solve.absent-since");
            }
            Plan changedPlan = applyResult(job, plans.get(job.plan()), version, author);
            jobs.recordRevision(id, changedPlan.head());
            return changedPlan;
        });
    }

    /** Returns whether a result gives duties to people who were recorded as absent after the solve began. */
    private boolean givesDutiesToAbsentStaff(SolveJob job, Plan plan) {
        Timetable result =
                documents.timetable(Objects.requireNonNull(job.best())).value();
        Revision now = plans.revision(plan.head());
        Horizon horizon = documents.problem(now.problem()).value().horizon();
        List<Absence> away = recordedAbsences.toCome(plan.id(), horizon);
        String present = now.timetable();
        return !away.isEmpty()
                && !RecordedAbsences.newDuties(
                                away,
                                present == null
                                        ? null
                                        : documents.timetable(present).value(),
                                result,
                                horizon.zone())
                        .isEmpty();
    }

    private Plan applyResult(SolveJob job, Plan plan, long version, AccountId author) {
        Revision now = plans.revision(plan.head());
        StoredDocument.StoredProblem problem = documents.problem(now.problem());
        StoredDocument.StoredTimetable result =
                documents.store(withFiguresOfWholePlan(job, plan, problem.value(), withDeliveries(job, now)));
        if (result.hash().equals(now.timetable()) && plan.version() == version) {
            return plan;
        }
        var change = new RevisionContent(
                "revision.solved", List.of(String.valueOf(job.asked().seed())), problem, result);
        return plans.change(plan.id(), version, change, author);
    }

    /** A solve that kept what has begun states figures of what is to come alone. */
    private Timetable withFiguresOfWholePlan(SolveJob job, Plan plan, Problem problem, Timetable result) {
        boolean isPastKept = job.asked().reference() != null
                && PlanMoment.of(plan, problem.horizon(), job.queued()).isPresent();
        return isPastKept ? ChangePlanner.withFiguresOfWholePlan(planning, problem, result) : result;
    }

    /** Keeps the deliveries recorded for past meetings. */
    private Timetable withDeliveries(SolveJob job, Revision now) {
        Timetable best = documents.timetable(Objects.requireNonNull(job.best())).value();
        String present = now.timetable();
        return present == null
                ? best
                : best.withDeliveries(documents.timetable(present).value().deliveries());
    }
}

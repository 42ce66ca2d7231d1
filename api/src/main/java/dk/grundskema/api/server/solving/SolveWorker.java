package dk.grundskema.api.server.solving;

import dk.grundskema.api.house.PluginHouse;
import dk.grundskema.api.server.plans.Commitments;
import dk.grundskema.api.server.plans.Documents;
import dk.grundskema.api.server.plans.Kept;
import dk.grundskema.api.server.plans.Plan;
import dk.grundskema.api.server.plans.Plans;
import dk.grundskema.api.server.plans.Revision;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.api.server.solving.SolveClaims.Claim;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.engine.PluginFailedException;
import dk.grundskema.solver.engine.SolveLimits;
import dk.grundskema.solver.engine.SolveRequest;
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

/** Runs solves that this process has picked from the queue. */
@Component
class SolveWorker {
    private static final Logger LOG = LoggerFactory.getLogger(SolveWorker.class);

    private final SolveClaims claims;
    private final SolveResults results;
    private final Plans plans;
    private final Documents documents;
    private final Commitments commitments;
    private final PluginHouse house;

    SolveWorker(
            SolveClaims claims,
            SolveResults results,
            Plans plans,
            Documents documents,
            Commitments commitments,
            PluginHouse house) {
        this.claims = claims;
        this.results = results;
        this.plans = plans;
        this.documents = documents;
        this.commitments = commitments;
        this.house = house;
    }

    /** What is to become of the task. */
    enum After {
        /** It is done. */
        GONE,
        /** Somebody is to pick it at once. */
        AT_ONCE,
        /** Somebody is to pick it when others have ended, or in a while. */
        IN_A_WHILE
    }

    /**
     * Runs the solve of a task.
     *
     * @param isClosing whether this process is about to end
     */
    After run(String task, BooleanSupplier isClosing) {
        return switch (claims.claim(task)) {
            case Claim.Nothing nothing -> After.GONE;
            case Claim.Later later -> After.IN_A_WHILE;
            case Claim.Run run -> run(run.job(), run.worker(), isClosing);
        };
    }

    private After run(SolveJob job, String worker, BooleanSupplier isClosing) {
        try {
            Optional<Plan> plan = plans.find(job.plan());
            if (plan.isEmpty()) {
                results.end(job.id(), worker); // somebody took it away, which is no failure
                return After.GONE;
            }
            var end = job.asked().end().after(job.spent().elapsed(), job.spent().steps());
            boolean isThrough = end.isReached() || job.state() == SolveState.STOPPING;
            if (job.best() == null || !isThrough) {
                var run = new SolveRun(job, worker, claims, documents, isClosing);
                SolveRun.Ending ending =
                        run.from(listener -> house.start(request(job, plan.get(), worker, end), listener));
                if (ending == SolveRun.Ending.LOST) {
                    LOG.warn("Solve {} was taken over by another worker.", job.id());
                    return After.GONE;
                }
                if (ending == SolveRun.Ending.CLOSING) {
                    claims.putBack(job.id(), worker);
                    return After.AT_ONCE;
                }
            }
            results.end(job.id(), worker);
        } catch (Refusal refusal) {
            LOG.warn("Solve {} can't be run: {}.", job.id(), refusal.getMessage());
            results.fail(job.id(), worker, refusal.findings());
        } catch (SolveFailedException e) {
            LOG.error("Solve {} failed.", job.id(), e);
            results.fail(job.id(), worker, List.of(failure(e.getCause())));
        } catch (DataAccessException | TransactionException e) {
            if (mayPass(e)) {
                claims.letGo(job.id(), worker);
            }
            throw e;
        }
        return After.GONE;
    }

    /** Whether the same may well succeed later: the database wasn't there, or had no room. What it will never take is given up in the end. */
    private static boolean mayPass(Exception failure) {
        return !(failure instanceof DataIntegrityViolationException
                || failure instanceof InvalidDataAccessApiUsageException
                || failure instanceof InvalidDataAccessResourceUsageException);
    }

    private SolveRequest request(SolveJob job, Plan plan, String worker, SolveEnd end) {
        Revision base = plans.revision(job.base());
        Kept.OfProblem asked = documents.problem(base.problem());
        Kept.OfProblem effective = commitments.busy(plan, asked);
        claims.effective(job.id(), worker, effective.hash());
        return new SolveRequest(
                effective.value(),
                asked.hash(),
                limits(end),
                job.asked().seed(),
                job.asked().searches(),
                timetable(job.asked().reference()),
                timetable(job.best()));
    }

    private @Nullable Timetable timetable(@Nullable String hash) {
        return hash == null ? null : documents.timetable(hash).value();
    }

    /** One that was to be stopped before it had any plan makes its first one. */
    private static SolveLimits limits(SolveEnd end) {
        return end.isReached() ? SolveLimits.ofSteps(1) : new SolveLimits(end.time(), end.steps(), end.unimproved());
    }

    private static Finding failure(@Nullable Throwable cause) {
        for (Throwable one = cause; one != null; one = one.getCause()) {
            if (one instanceof PluginFailedException) {
                return Finding.error("solve.plugin-failed", "");
            }
            if (one instanceof OutOfMemoryError) {
                return Finding.error("solve.no-memory", "");
            }
        }
        return Finding.error("solve.failed", "");
    }
}

package dk.grundskema.api.service.solve;

import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.StoredDocument;
import dk.grundskema.api.service.solve.SolveJob.SpentEffort;
import dk.grundskema.domain.timetable.Score;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.engine.Solve;
import dk.grundskema.solver.engine.SolveListener;
import dk.grundskema.solver.engine.SolveProgress;
import dk.grundskema.solver.registry.PluginFailedException;
import dk.grundskema.solver.registry.RuleFailedException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * One run of a solve. Stores each better timetable, records the effort, and stops the solver when requested or when another run has taken over.
 * The effort is recorded once per second.
 */
final class SolveRun {
    private static final Logger LOG = LoggerFactory.getLogger(SolveRun.class);

    private static final long TICK_MILLIS = 200;
    private static final Duration NOTE_INTERVAL = Duration.ofSeconds(1);
    private static final Duration TIMETABLE_INTERVAL = Duration.ofSeconds(2);

    private final SolveJob job;
    private final String worker;
    private final SolveClaimRepository claims;
    private final DocumentStore documents;
    private final BooleanSupplier isClosing;
    private final AtomicReference<@Nullable SolveProgress> latestProgress = new AtomicReference<>();
    private final LongSupplier nanos;
    private final long began;
    private long notedNanos;
    private long storedNanos;
    private @Nullable Score storedScore;

    SolveRun(
            SolveJob job,
            String worker,
            SolveClaimRepository claims,
            DocumentStore documents,
            BooleanSupplier isClosing) {
        this(job, worker, claims, documents, isClosing, System::nanoTime);
    }

    /** @param nanos source of elapsed time, in nanoseconds from any origin */
    SolveRun(
            SolveJob job,
            String worker,
            SolveClaimRepository claims,
            DocumentStore documents,
            BooleanSupplier isClosing,
            LongSupplier nanos) {
        this.job = job;
        this.worker = worker;
        this.claims = claims;
        this.documents = documents;
        this.isClosing = isClosing;
        this.storedScore = job.score();
        this.nanos = nanos;
        this.began = nanos.getAsLong();
        this.notedNanos = began;
        this.storedNanos = began - TIMETABLE_INTERVAL.toNanos();
    }

    /** How a run ended. */
    enum RunEnding {
        /** By its limits or on request; the best timetable is stored. */
        THROUGH,
        /** Because of the shutdown of this process; the best timetable is stored. */
        CLOSING,
        /** Another run has taken over. */
        LOST
    }

    /**
     * Runs the solve to its end.
     *
     * @throws SolveFailedException if a rule, a plugin or the solver failed
     */
    RunEnding run(Function<SolveListener, Solve> start) {
        Solve solve = startSolve(start);
        CompletableFuture<Timetable> result = CompletableFuture.supplyAsync(
                () -> awaitResult(solve),
                task -> Thread.ofPlatform().daemon().name("solve-wait").start(task));
        boolean isLost = false;
        try {
            while (true) {
                try {
                    Timetable best = result.get(TICK_MILLIS, TimeUnit.MILLISECONDS);
                    if (isLost) {
                        return RunEnding.LOST;
                    }
                    storeBest(best, solve.progress());
                    return isClosing.getAsBoolean() && !isFinished(solve) ? RunEnding.CLOSING : RunEnding.THROUGH;
                } catch (TimeoutException e) {
                    isLost |= !supervise(solve);
                    if (isLost || isClosing.getAsBoolean() || isTooLong()) {
                        solve.stop();
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(
                    "The thread that runs the solve (%s) was interrupted.".formatted(job.id()), e);
        } catch (ExecutionException e) {
            throw new SolveFailedException(e.getCause() == null ? e : e.getCause());
        } finally {
            solve.stop(); // no solver must continue unattended
        }
    }

    private Solve startSolve(Function<SolveListener, Solve> start) {
        try {
            return start.apply(latestProgress::set);
        } catch (PluginFailedException | RuleFailedException | IllegalArgumentException e) {
            throw new SolveFailedException(e);
        }
    }

    private static Timetable awaitResult(Solve solve) {
        try {
            return solve.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
        }
    }

    /** Returns whether the solve had ended by its limits or on request when the process shut down. */
    private boolean isFinished(Solve solve) {
        var spent = effort(solve.progress());
        return claims.findState(job.id(), worker)
                        .filter(SolveState.STOPPING::equals)
                        .isPresent()
                || job.asked()
                        .end()
                        .remainingAfter(spent.elapsed(), spent.steps())
                        .isReached();
    }

    private boolean isTooLong() {
        return job.spent().elapsed().plusNanos(nanos.getAsLong() - began).compareTo(SolveJobLimits.MAX_DURATION) >= 0;
    }

    /**
     * Stores a better timetable, records the effort and stops the solver on request. Retries later if the database is not available. Returns
     * whether the run still owns the solve.
     */
    private boolean supervise(Solve solve) throws InterruptedException {
        SolveProgress progress = latestProgress.get();
        long now = nanos.getAsLong();
        try {
            if (progress != null && isBetter(progress) && now - storedNanos >= TIMETABLE_INTERVAL.toNanos()) {
                storeBest(solve.best(), progress);
                storedNanos = nanos.getAsLong();
            }
            if (now - notedNanos >= NOTE_INTERVAL.toNanos()) {
                notedNanos = now;
                return checkState(solve, progress);
            }
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("Progress of solve {} could not be stored; retrying.", job.id(), e);
        } catch (IllegalStateException failed) {
            // The solve has failed; the caller gets the cause with the result.
            return true;
        }
        return true;
    }

    private boolean checkState(Solve solve, @Nullable SolveProgress progress) {
        Optional<SolveState> state = progress == null
                ? claims.findState(job.id(), worker)
                : claims.recordEffort(job.id(), worker, effort(solve.progress()));
        if (state.filter(SolveState.STOPPING::equals).isPresent()) {
            solve.stop();
        }
        return state.isPresent();
    }

    private boolean isBetter(SolveProgress progress) {
        return !progress.score().equals(storedScore);
    }

    private SpentEffort effort(SolveProgress progress) {
        return job.spent()
                .plus(new SpentEffort(Duration.ofNanos(nanos.getAsLong() - began), progress.steps(), progress.moves()));
    }

    private void storeBest(Timetable timetable, SolveProgress progress) {
        StoredDocument.StoredTimetable document = documents.store(timetable);
        String before = claims.recordBest(
                job.id(), worker, document.hash(), timetable.score(), timetable.rules(), effort(progress));
        storedScore = timetable.score();
        if (before != null) {
            documents.releaseIfUnused(before);
        }
    }
}

package dk.grundskema.api.server.solving;

import dk.grundskema.api.server.plans.Documents;
import dk.grundskema.api.server.plans.Kept;
import dk.grundskema.api.server.solving.SolveJob.Spent;
import dk.grundskema.domain.timetable.Score;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.engine.PluginFailedException;
import dk.grundskema.solver.engine.Progress;
import dk.grundskema.solver.engine.Solve;
import dk.grundskema.solver.engine.SolveListener;
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

/** One run of a solve: keeps its best timetable as it comes, tells how it stands, ends it when somebody asks for that. */
final class SolveRun {
    private static final Logger LOG = LoggerFactory.getLogger(SolveRun.class);

    private static final long TICK_MILLIS = 200;
    private static final Duration BETWEEN_NOTES = Duration.ofSeconds(1);
    private static final Duration BETWEEN_TIMETABLES = Duration.ofSeconds(2);

    private final SolveJob job;
    private final String worker;
    private final SolveClaims claims;
    private final Documents documents;
    private final BooleanSupplier isClosing;
    private final AtomicReference<@Nullable Progress> latest = new AtomicReference<>();
    private final LongSupplier nanos;
    private final long began;
    private long notedAt;
    private long keptAt;
    private @Nullable Score kept;

    SolveRun(SolveJob job, String worker, SolveClaims claims, Documents documents, BooleanSupplier isClosing) {
        this(job, worker, claims, documents, isClosing, System::nanoTime);
    }

    /** @param nanos time that passes, in nanoseconds since any moment */
    SolveRun(
            SolveJob job,
            String worker,
            SolveClaims claims,
            Documents documents,
            BooleanSupplier isClosing,
            LongSupplier nanos) {
        this.job = job;
        this.worker = worker;
        this.claims = claims;
        this.documents = documents;
        this.isClosing = isClosing;
        this.kept = job.score();
        this.nanos = nanos;
        this.began = nanos.getAsLong();
        this.notedAt = began;
        this.keptAt = began - BETWEEN_TIMETABLES.toNanos();
    }

    /** How a run ended. */
    enum Ending {
        /** By itself or because somebody asked for it; its best timetable is kept. */
        THROUGH,
        /** Because this process ends; its best timetable is kept. */
        CLOSING,
        /** Another run has taken over. */
        LOST
    }

    /**
     * Runs it to its end.
     *
     * @throws SolveFailedException if a rule, a plugin or the engine failed
     */
    Ending from(Function<SolveListener, Solve> start) {
        Solve solve = started(start);
        CompletableFuture<Timetable> result = CompletableFuture.supplyAsync(
                () -> awaited(solve),
                task -> Thread.ofPlatform().daemon().name("solve-wait").start(task));
        boolean isLost = false;
        try {
            while (true) {
                try {
                    Timetable best = result.get(TICK_MILLIS, TimeUnit.MILLISECONDS);
                    if (isLost) {
                        return Ending.LOST;
                    }
                    keep(best, solve.progress());
                    return isClosing.getAsBoolean() && !isThrough(solve) ? Ending.CLOSING : Ending.THROUGH;
                } catch (TimeoutException e) {
                    isLost |= !attend(solve);
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
            solve.stop(); // whatever ended the run, nothing goes on that nobody attends to
        }
    }

    private Solve started(Function<SolveListener, Solve> start) {
        try {
            return start.apply(latest::set);
        } catch (PluginFailedException | IllegalArgumentException e) {
            throw new SolveFailedException(e);
        }
    }

    private static Timetable awaited(Solve solve) {
        try {
            return solve.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
        }
    }

    /** Whether the solve ended just when the process was to. */
    private boolean isThrough(Solve solve) {
        var spent = spent(solve.progress());
        return claims.state(job.id(), worker)
                        .filter(SolveState.STOPPING::equals)
                        .isPresent()
                || job.asked().end().after(spent.elapsed(), spent.steps()).isReached();
    }

    private boolean isTooLong() {
        return job.spent().elapsed().plusNanos(nanos.getAsLong() - began).compareTo(SolveEnd.LONGEST) >= 0;
    }

    /** Notes how it stands, and hears whether it is to be stopped. A database that doesn't answer just now is asked again. */
    private boolean attend(Solve solve) throws InterruptedException {
        Progress progress = latest.get();
        long now = nanos.getAsLong();
        try {
            if (progress != null && isBetter(progress) && now - keptAt >= BETWEEN_TIMETABLES.toNanos()) {
                keep(solve.best(), progress);
                keptAt = nanos.getAsLong();
            }
            if (now - notedAt >= BETWEEN_NOTES.toNanos()) {
                notedAt = now;
                return hear(solve, progress);
            }
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("How solve {} stands could not be kept just now.", job.id(), e);
        } catch (IllegalStateException failed) {
            // The solve has failed; whoever waits for its result is told why.
            return true;
        }
        return true;
    }

    private boolean hear(Solve solve, @Nullable Progress progress) {
        Optional<SolveState> state = progress == null
                ? claims.state(job.id(), worker)
                : claims.spent(job.id(), worker, spent(solve.progress()));
        if (state.filter(SolveState.STOPPING::equals).isPresent()) {
            solve.stop();
        }
        return state.isPresent();
    }

    private boolean isBetter(Progress progress) {
        return !progress.score().equals(kept);
    }

    private Spent spent(Progress progress) {
        return job.spent()
                .plus(new Spent(Duration.ofNanos(nanos.getAsLong() - began), progress.steps(), progress.moves()));
    }

    private void keep(Timetable timetable, Progress progress) {
        Kept.OfTimetable document = documents.keep(timetable);
        String before =
                claims.best(job.id(), worker, document.hash(), timetable.score(), timetable.rules(), spent(progress));
        kept = timetable.score();
        if (before != null) {
            documents.dropUnused(before);
        }
    }
}

package dk.grundskema.api.cli;

import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.engine.Progress;
import dk.grundskema.solver.engine.Solve;
import dk.grundskema.solver.engine.SolveListener;
import dk.grundskema.solver.engine.SolveRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;

/** Runs one solve while saying how it stands, until it ends or somebody ends it. */
record WatchedSolve(Surroundings here, Texts texts, BiFunction<SolveRequest, SolveListener, Solve> start) {
    private static final long TICK_MILLIS = 200;

    /**
     * The best timetable.
     *
     * @throws IllegalStateException if a rule or the engine failed
     */
    Timetable run(SolveRequest request) {
        var latest = new AtomicReference<Progress>();
        var line = new ProgressLine(here.screen(), texts, request.limits());
        Instant began = here.clock().instant();
        line.show(null, Duration.ZERO);
        Solve solve = start.apply(request, latest::set);
        here.interruption().duringSolve(solve::stop);
        var result = CompletableFuture.supplyAsync(
                () -> awaited(solve),
                task -> Thread.ofPlatform().daemon().name("solve-watch").start(task));
        while (true) {
            try {
                return result.get(TICK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                line.show(latest.get(), Duration.between(began, here.clock().instant()));
            } catch (InterruptedException e) {
                solve.stop();
                Thread.currentThread().interrupt();
                throw new IllegalStateException("The thread that watched the solve was interrupted.", e);
            } catch (ExecutionException e) {
                throw new IllegalStateException("The solve failed.", e.getCause());
            } finally {
                if (result.isDone()) {
                    line.close();
                }
            }
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
}

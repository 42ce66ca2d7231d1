package dk.grundskema.api.cli.solve;

import dk.grundskema.api.cli.command.CommandEnvironment;
import dk.grundskema.api.planning.PlanningFacade;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.engine.Solve;
import dk.grundskema.solver.engine.SolveListener;
import dk.grundskema.solver.engine.SolveProgress;
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

/**
 * Runs the solver and prints its progress until it ends or is stopped.
 *
 * @param planning gives plugins little time once the process is to end
 * @param start    starts the solver run
 */
record SolveMonitor(
        CommandEnvironment environment,
        Texts texts,
        PlanningFacade planning,
        BiFunction<SolveRequest, SolveListener, Solve> start) {
    private static final long TICK_MILLIS = 200;

    /**
     * Returns the best timetable.
     *
     * @throws IllegalStateException if a rule or the engine failed
     */
    Timetable run(SolveRequest request) {
        var latest = new AtomicReference<SolveProgress>();
        var line = new ProgressLine(environment.screen(), texts, request.limits());
        Instant began = environment.clock().instant();
        line.show(null, Duration.ZERO);
        Solve solve = start.apply(request, latest::set);
        environment.interruption().stopOnShutdown(() -> {
            planning.hurryPlugins();
            solve.stop();
        });
        var result = CompletableFuture.supplyAsync(
                () -> awaitTimetable(solve),
                task -> Thread.ofPlatform().daemon().name("solve-watch").start(task));
        while (true) {
            try {
                return result.get(TICK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                line.show(
                        latest.get(),
                        Duration.between(began, environment.clock().instant()));
            } catch (InterruptedException e) {
                solve.stop();
                Thread.currentThread().interrupt();
                throw new IllegalStateException("The wait for the solver was interrupted.", e);
            } catch (ExecutionException e) {
                throw new IllegalStateException("The solver failed.", e.getCause());
            } finally {
                if (result.isDone()) {
                    line.close();
                }
            }
        }
    }

    private static Timetable awaitTimetable(Solve solve) {
        try {
            return solve.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
        }
    }
}

package dk.grundskema.api.service.solve;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.start.ServiceSettingKey;
import dk.grundskema.api.platform.testing.DatabaseSource;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.solve.SolveJob.SpentEffort;
import dk.grundskema.api.service.start.ServiceApplication;
import dk.grundskema.domain.timetable.RuleResult;
import dk.grundskema.domain.timetable.Score;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.engine.Solve;
import dk.grundskema.solver.engine.SolveListener;
import dk.grundskema.solver.engine.SolveProgress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/** How often a solve that improves continuously stores its best timetable. */
@Tag("kills")
final class BestTimetableStorageTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    @TempDir
    private Path folder;

    /** A stored timetable and the time of its storage by the clock of the test. */
    private record StoredScore(long nanos, Score score) {}

    private final List<StoredScore> stored = new ArrayList<>();
    private long now = 7 * SECOND;

    /** A claim repository that records what is stored. */
    private final class CountingClaimRepository extends TestClaimRepository {
        CountingClaimRepository(Server server) {
            super(server);
        }

        @Override
        Optional<SolveState> recordEffort(SolveId id, String worker, SpentEffort spent) {
            return Optional.of(SolveState.RUNNING);
        }

        @Override
        @Nullable
        String recordBest(
                SolveId id, String worker, String hash, Score score, List<RuleResult> rules, SpentEffort spent) {
            stored.add(new StoredScore(now, score));
            return super.recordBest(id, worker, hash, score, rules, spent);
        }
    }

    /** A solve that finds a better plan whenever the test says so. */
    private static final class ImprovingSolve implements Solve {
        private final CompletableFuture<Timetable> result = new CompletableFuture<>();
        private final String problem;
        private int score = -1000;

        ImprovingSolve(String problem) {
            this.problem = problem;
        }

        private Score score() {
            return new Score(0, 0, score);
        }

        void improve(SolveListener listener) {
            score++;
            listener.onProgress(progress());
        }

        void end() {
            result.complete(best());
        }

        @Override
        public Timetable await() {
            return result.join();
        }

        @Override
        public Timetable best() {
            return new Timetable(
                    Timetable.VERSION,
                    problem,
                    ZoneId.of("Europe/Copenhagen"),
                    1,
                    score(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of());
        }

        @Override
        public void stop() {
            end();
        }

        @Override
        public SolveProgress progress() {
            return new SolveProgress(score(), List.of(), Duration.ZERO, 1, 1, Duration.ZERO);
        }
    }

    /** Times of the test's clock by round. In each round the solve is polled once and has improved. */
    private static final Map<Integer, Long> CLOCK =
            Map.of(3, 2 * SECOND - 1, 5, 2 * SECOND, 7, 4 * SECOND - 1, 8, 9 * SECOND);

    private static final int LAST = 10;

    @ParameterizedTest
    @DatabaseSource
    void aBetterTimetableIsStoredTwoSecondsAfterTheOneBeforeAtTheEarliestAndTheLastOneAtOnce(TestDatabase database) {
        try (Server server = Server.start(
                ServiceApplication.create(new PluginPlanningFacade()),
                database.fresh(folder).with(ServiceSettingKey.WORKERS, "0"))) {
            SolveId id = TestClaimRepository.queueSolve(server);
            var job = server.bean(SolveJobRepository.class).get(id);
            var solve = new ImprovingSolve(
                    server.bean(PlanStore.class).revision(job.base()).problem());
            long began = now;
            var listeners = new ArrayList<SolveListener>();
            var rounds = new int[1];
            BooleanSupplier eachRound = () -> {
                if (++rounds[0] <= LAST) {
                    now = began + CLOCK.getOrDefault(rounds[0], now - began);
                    solve.improve(listeners.getFirst());
                }
                if (rounds[0] == LAST) {
                    solve.end();
                }
                return false;
            };

            var ending = new SolveRun(
                            job,
                            "worker",
                            new CountingClaimRepository(server),
                            server.bean(DocumentStore.class),
                            eachRound,
                            () -> now)
                    .run(listener -> {
                        listeners.add(listener);
                        solve.improve(listener);
                        return solve;
                    });

            assertThat(ending).isEqualTo(SolveRun.RunEnding.THROUGH);
            assertThat(stored.stream().map(StoredScore::nanos))
                    .containsExactly(began, began + 2 * SECOND, began + 9 * SECOND, began + 9 * SECOND);
            assertThat(stored.getLast().score()).isEqualTo(solve.score());
        }
    }
}

package dk.grundskema.api.service.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.start.ServiceSettingKey;
import dk.grundskema.api.platform.testing.DatabaseSource;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.start.ServiceApplication;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.engine.Solve;
import dk.grundskema.solver.engine.SolveProgress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Solves while the database cannot be reached. */
@Tag("kills")
final class SolveDatabaseFailureTest {
    @TempDir
    private Path folder;

    private Server idle(TestDatabase database) {
        return Server.start(
                ServiceApplication.create(new PluginPlanningFacade()),
                database.fresh(folder).with(ServiceSettingKey.WORKERS, "0"));
    }

    /** The claims of a service, over a line to the database that breaks. */
    private static class BrokenClaimRepository extends TestClaimRepository {
        BrokenClaimRepository(Server server) {
            super(server);
        }

        @Override
        void recordEffectiveProblem(SolveId id, String worker, String hash) {
            throw new CannotCreateTransactionException("no line");
        }

        @Override
        void requeue(SolveId id, String worker) {
            throw new DataAccessResourceFailureException("no line");
        }
    }

    /** A solve that runs until it is stopped, and then fails. */
    private static final class EndlessSolve implements Solve {
        private final CountDownLatch stopped = new CountDownLatch(1);

        @Override
        public Timetable await() throws InterruptedException {
            stopped.await();
            throw new IllegalStateException("stopped");
        }

        @Override
        public Timetable best() {
            throw new IllegalStateException("none");
        }

        @Override
        public void stop() {
            stopped.countDown();
        }

        @Override
        public SolveProgress progress() {
            throw new IllegalStateException("none");
        }
    }

    private static SolveRun run(Server server, SolveId id, Supplier<Optional<SolveState>> state) {
        var claims = new BrokenClaimRepository(server) {
            @Override
            Optional<SolveState> findState(SolveId job, String worker) {
                return state.get();
            }
        };
        return new SolveRun(
                server.bean(SolveJobRepository.class).get(id),
                "worker",
                claims,
                server.bean(DocumentStore.class),
                () -> false);
    }

    @ParameterizedTest
    @DatabaseSource
    void runRetriesAfterADatabaseFailureAndStopsOnAnyOtherFailure(TestDatabase database) {
        try (Server server = idle(database)) {
            SolveId id = TestClaimRepository.queueSolve(server);
            var asked = new AtomicInteger();
            var passing = new EndlessSolve();
            SolveRun patient = run(server, id, () -> {
                if (asked.incrementAndGet() == 1) {
                    throw new CannotCreateTransactionException("no line");
                }
                return Optional.of(SolveState.STOPPING);
            });
            assertThatThrownBy(() -> patient.run(listener -> passing)).isInstanceOf(SolveFailedException.class);
            assertThat(asked).hasValue(2);

            var unforeseen = new EndlessSolve();
            SolveRun fails = run(server, id, () -> {
                throw new UnsupportedOperationException("unforeseen");
            });
            assertThatThrownBy(() -> fails.run(listener -> unforeseen))
                    .isInstanceOf(UnsupportedOperationException.class);
            assertThat(unforeseen.stopped.getCount()).isZero();
        }
    }

    /** Solves that fail because of the database are run again, any number of times, and end normally once it is available. */
    @ParameterizedTest
    @DatabaseSource
    void noFailureOfTheDatabaseIsTakenForADeath(TestDatabase database) {
        try (Server server = idle(database)) {
            SolveId id = TestClaimRepository.queueSolve(server);
            var jobs = server.bean(SolveJobRepository.class);
            SolveClaimRepository broken = new BrokenClaimRepository(server);
            var worker = TestClaimRepository.worker(server, broken);
            for (int i = 0; i < 5; i++) {
                assertThatThrownBy(() -> worker.run(jobs.get(id).task(), () -> false))
                        .isInstanceOf(CannotCreateTransactionException.class);
            }
            assertThat(jobs.get(id).deaths()).isZero();

            var back = server.bean(SolveClaimRepository.class);
            String last = jobs.get(id).worker();
            back.release(id, String.valueOf(last));
            assertThat(jobs.get(id).state()).isEqualTo(SolveState.QUEUED);
            assertThat(TestClaimRepository.worker(server, back).run(jobs.get(id).task(), () -> false))
                    .isEqualTo(SolveWorker.TaskOutcome.COMPLETE);
            assertThat(jobs.get(id).state()).isEqualTo(SolveState.DONE);
            assertThat(jobs.get(id).deaths()).isZero();
        }
    }
}

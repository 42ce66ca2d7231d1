package dk.grundskema.api.server.solving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.grundskema.api.house.PluginHouse;
import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.DatabaseSource;
import dk.grundskema.api.server.plans.Documents;
import dk.grundskema.api.server.start.Server;
import dk.grundskema.api.server.start.Setting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.engine.Progress;
import dk.grundskema.solver.engine.Solve;
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

/** What becomes of a solve while the database can't be reached. */
@Tag("full")
final class FailingDatabaseTest {
    @TempDir
    private Path folder;

    private Server idle(Database database) {
        return Server.start(new PluginHouse(), database.fresh(folder).with(Setting.WORKERS, "0"));
    }

    /** The claims of a service, over a line to the database that breaks. */
    private static class Broken extends ClaimsOfTests {
        Broken(Server server) {
            super(server);
        }

        @Override
        void effective(SolveId id, String worker, String hash) {
            throw new CannotCreateTransactionException("no line");
        }

        @Override
        void putBack(SolveId id, String worker) {
            throw new DataAccessResourceFailureException("no line");
        }
    }

    /** One that goes on until it is stopped, and fails then. */
    private static final class Endless implements Solve {
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
        public Progress progress() {
            throw new IllegalStateException("none");
        }
    }

    private static SolveRun run(Server server, SolveId id, Supplier<Optional<SolveState>> state) {
        var claims = new Broken(server) {
            @Override
            Optional<SolveState> state(SolveId job, String worker) {
                return state.get();
            }
        };
        return new SolveRun(
                server.part(SolveJobs.class).get(id), "worker", claims, server.part(Documents.class), () -> false);
    }

    @ParameterizedTest
    @DatabaseSource
    void aRunAsksAgainWhenTheDatabaseFailedAndNothingGoesOnUnattended(Database database) {
        try (Server server = idle(database)) {
            SolveId id = ClaimsOfTests.queued(server);
            var asked = new AtomicInteger();
            var passing = new Endless();
            SolveRun patient = run(server, id, () -> {
                if (asked.incrementAndGet() == 1) {
                    throw new CannotCreateTransactionException("no line");
                }
                return Optional.of(SolveState.STOPPING);
            });
            assertThatThrownBy(() -> patient.from(listener -> passing)).isInstanceOf(SolveFailedException.class);
            assertThat(asked).hasValue(2);

            var unforeseen = new Endless();
            SolveRun fails = run(server, id, () -> {
                throw new UnsupportedOperationException("unforeseen");
            });
            assertThatThrownBy(() -> fails.from(listener -> unforeseen))
                    .isInstanceOf(UnsupportedOperationException.class);
            assertThat(unforeseen.stopped.getCount()).isZero();
        }
    }

    /** However often: what the database failed is run again, and ends as it should when it is back. */
    @ParameterizedTest
    @DatabaseSource
    void noFailureOfTheDatabaseIsTakenForADeath(Database database) {
        try (Server server = idle(database)) {
            SolveId id = ClaimsOfTests.queued(server);
            var jobs = server.part(SolveJobs.class);
            SolveClaims broken = new Broken(server);
            var worker = ClaimsOfTests.worker(server, broken);
            for (int i = 0; i < 5; i++) {
                assertThatThrownBy(() -> worker.run(jobs.get(id).task(), () -> false))
                        .isInstanceOf(CannotCreateTransactionException.class);
            }
            assertThat(jobs.get(id).deaths()).isZero();

            var back = server.part(SolveClaims.class);
            String last = jobs.get(id).worker();
            back.letGo(id, String.valueOf(last));
            assertThat(jobs.get(id).state()).isEqualTo(SolveState.QUEUED);
            assertThat(ClaimsOfTests.worker(server, back).run(jobs.get(id).task(), () -> false))
                    .isEqualTo(SolveWorker.After.GONE);
            assertThat(jobs.get(id).state()).isEqualTo(SolveState.DONE);
            assertThat(jobs.get(id).deaths()).isZero();
        }
    }
}

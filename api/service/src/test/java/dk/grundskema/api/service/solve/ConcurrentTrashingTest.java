package dk.grundskema.api.service.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.Scheduler;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.platform.http.IdGenerator;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.start.ServiceSettingKey;
import dk.grundskema.api.platform.testing.DatabaseLocks;
import dk.grundskema.api.platform.testing.DatabaseSource;
import dk.grundskema.api.platform.testing.Polling;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.lifecycle.CommitmentResolver;
import dk.grundskema.api.service.start.ServiceApplication;
import dk.grundskema.api.service.testing.TestPlans;
import dk.grundskema.domain.finding.Finding;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/** A plan is moved to the trash while a solve of it is requested, continued or picked. Both operations end, in either order. */
@Tag("kills")
final class ConcurrentTrashingTest {
    private static final SolveJobLimits END = new SolveJobLimits(null, 10L, null);

    @TempDir
    private Path folder;

    /** Returns a service without workers, so that the test controls the waiting solves. */
    private Server idle(TestDatabase database) {
        Server server = Server.start(
                ServiceApplication.create(new PluginPlanningFacade()),
                database.fresh(folder).with(ServiceSettingKey.WORKERS, "0"));
        DatabaseLocks.setLockTimeout(server, database, 120_000);
        return server;
    }

    private static void throwAway(Server server, PlanId plan) {
        ServiceClient client = ServiceClient.administrator(server);
        String place = "/api/v1/plans/" + plan;
        assertThat(client.withHeader("If-Match", client.get(place).tag())
                        .delete(place)
                        .status())
                .isEqualTo(204);
    }

    private static SolveService solves(Server server, SolveQueue queue, TransactionTemplate transaction) {
        return new SolveService(
                server.bean(SolveJobRepository.class),
                queue,
                server.bean(SolveFinisher.class),
                server.bean(SolveSettings.class),
                server.bean(PlanStore.class),
                server.bean(DocumentStore.class),
                server.bean(CommitmentResolver.class),
                server.bean(PluginPlanningFacade.class),
                server.bean(IdGenerator.class),
                transaction,
                server.bean(InstantSource.class));
    }

    private static SolveJob.SolveOptions asked() {
        return new SolveJob.SolveOptions(END, 1, 1, 0, ContinueFrom.NOTHING, null);
    }

    private static AccountId somebody(Server server) {
        return new AccountId(server.bean(JdbcClient.class)
                .sql("SELECT id FROM account")
                .query(String.class)
                .list()
                .getFirst());
    }

    private static SolveJob job(Server server, SolveId id) {
        return server.bean(SolveJobRepository.class).get(id);
    }

    private static ObjectProvider<Scheduler> scheduler(Server server) {
        return new ObjectProvider<>() {
            @Override
            public Scheduler getObject() {
                return server.bean(Scheduler.class);
            }
        };
    }

    @ParameterizedTest
    @DatabaseSource
    void noSolveIsAskedForOfAPlanThatWasThrownAwayMeanwhile(TestDatabase database) {
        try (Server server = idle(database)) {
            PlanId plan = TestPlans.planIdOf(TestPlans.createCampPlan(ServiceClient.administrator(server)));
            var meanwhile = new TransactionTemplate(server.bean(PlatformTransactionManager.class)) {
                @Override
                public <T> T execute(TransactionCallback<T> action) {
                    throwAway(server, plan);
                    return super.execute(action);
                }
            };
            SolveService solves = solves(server, server.bean(SolveQueue.class), meanwhile);
            AccountId author = somebody(server);

            assertThatThrownBy(() -> solves.enqueue(plan, asked(), author))
                    .isInstanceOfSatisfying(
                            RefusalException.class,
                            refusal -> assertThat(refusal.status()).isEqualTo(HttpStatus.NOT_FOUND));

            assertThat(server.bean(SolveJobRepository.class).findLatest(plan, null, 10))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @DatabaseSource
    void aSolveThatGoesOnIsPutAwayWithAPlanThatIsThrownAwayJustThen(TestDatabase database) {
        try (Server server = idle(database)) {
            SolveId id = TestClaimRepository.queueSolve(server);
            server.bean(SolveService.class).stop(id);
            var deleting = new AtomicReference<Future<?>>();
            var queue =
                    new SolveQueue(
                            server.bean(JdbcClient.class),
                            server.bean(SolveJobRepository.class),
                            server.bean(InstantSource.class),
                            server.bean(IdGenerator.class),
                            scheduler(server)) {
                        @Override
                        String newTaskName(SolveId job) {
                            Future<?> begun = DatabaseLocks.runAsync(() -> {
                                throwAway(server, job(server, id).plan());
                                return "done";
                            });
                            deleting.set(begun);
                            Polling.until(
                                    "gone, or kept waiting",
                                    () -> begun.isDone() || DatabaseLocks.isAnyTransactionWaiting(server, database));
                            return super.newTaskName(job);
                        }
                    };

            solves(server, queue, server.bean(TransactionTemplate.class)).continueSolve(id, END);

            assertThat(deleting.get()).succeedsWithin(Duration.ofMinutes(2));
            assertThat(job(server, id).state()).isEqualTo(SolveState.DONE);
        }
    }

    /** The solve request waits for the plan before it takes a lock that transactions on solves need. */
    @ParameterizedTest
    @DatabaseSource
    void solveRequestWaitingForThePlanBlocksNoSolveClaim(TestDatabase database) {
        try (Server server = idle(database)) {
            SolveId other = TestClaimRepository.queueSolve(server);
            PlanId plan = TestPlans.planIdOf(TestPlans.createCampPlan(ServiceClient.administrator(server)));
            AccountId author = somebody(server);
            Future<?> asking = server.bean(TransactionTemplate.class).execute(status -> {
                server.bean(PlanStore.class).lock(plan);
                var begun = DatabaseLocks.runAsync(
                        () -> server.bean(SolveService.class).enqueue(plan, asked(), author));
                Polling.until(
                        "waits for the plan",
                        () -> begun.isDone() || DatabaseLocks.isAnyTransactionWaiting(server, database));
                var claim = DatabaseLocks.runAsync(() -> server.bean(SolveClaimRepository.class)
                        .claim(job(server, other).task()));
                assertThat(claim)
                        .succeedsWithin(Duration.ofSeconds(30))
                        .isInstanceOf(SolveClaimRepository.Claim.RunNow.class);
                return begun;
            });
            assertThat(asking).succeedsWithin(Duration.ofMinutes(2));
        }
    }

    @ParameterizedTest
    @DatabaseSource
    void aSolveWhosePlanIsThrownAwayBeforeItHasAnyTimetableDoesNotFail(TestDatabase database) {
        try (Server server = idle(database)) {
            SolveId id = TestClaimRepository.queueSolve(server);
            String task = job(server, id).task();
            var stopped = new TestClaimRepository(server) {
                @Override
                Claim claim(String picked) {
                    Claim claimed = super.claim(picked);
                    throwAway(server, job(server, id).plan());
                    return claimed;
                }
            };

            assertThat(TestClaimRepository.worker(server, stopped).run(task, () -> false))
                    .isEqualTo(SolveWorker.TaskOutcome.COMPLETE);

            assertThat(job(server, id).state()).isEqualTo(SolveState.DONE);
            assertThat(job(server, id).findings())
                    .extracting(Finding::code)
                    .containsExactly("solve.stopped-before-anything");
        }
    }

    /** The next solve is removed at that moment; the ones behind it must still be triggered. */
    @ParameterizedTest
    @DatabaseSource
    void removedSolveTriggersTheNextOne(TestDatabase database) {
        try (Server server = idle(database)) {
            SolveId first = TestClaimRepository.queueSolve(server);
            SolveId second = TestClaimRepository.queueSolve(server);
            JdbcClient tables = server.bean(JdbcClient.class);
            tables.sql(
                            "UPDATE scheduled_tasks SET execution_time = TIMESTAMP '2100-01-01 00:00:00' WHERE task_name = 'solve'")
                    .update();

            throwAway(server, job(server, first).plan());

            assertThat(tables.sql("SELECT execution_time FROM scheduled_tasks WHERE task_instance = :task")
                            .param("task", job(server, second).task())
                            .query(Timestamp.class)
                            .single()
                            .toInstant())
                    .isBefore(Instant.parse("2099-01-01T00:00:00Z"));
        }
    }
}
